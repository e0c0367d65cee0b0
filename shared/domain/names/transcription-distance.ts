import { readHan, simplifyHan } from './han.ts';
import { once } from './syllables.ts';

/** Characters that translators use for one Russian syllable although Mandarin reads them differently. */
const customaryClasses =
  '捷杰季德狄 绍肖晓 乔丘 茨兹次慈 契奇切 日热若茹 陀多托妥 佐措索 比彼皮 伯布勃博 普波 京丁金 钦琴岑 贾佳吉 赫黑 谢舍赛 ' +
  '甫夫芙弗福 别贝 里列雷 尔勒 泰捷特 瓦万 班巴 伦林 列连 缅门 蒙莫 韦维威 果戈格哥葛 朱茹 契车切 法发 华瓦 沃伏 泽杰 鲍博 ' +
  '莱列雷 罗鲁 屠图 庞蓬 西锡 亚雅娅 济兹 边片 尔里利';

const readClasses = once((): ReadonlyMap<string, ReadonlySet<number>> => {
  const classes = new Map<string, Set<number>>();
  customaryClasses.split(' ').forEach((members, index) => {
    for (const member of members) {
      const known = classes.get(member) ?? new Set();
      classes.set(member, known.add(index));
    }
  });
  return classes;
});

interface Sound {
  initial: string;
  final: string;
}

/** Initials that stand for one Russian consonant or are heard as one another. */
const initialClass: Readonly<Record<string, string>> = {
  zh: 'z',
  j: 'z',
  ch: 'c',
  q: 'c',
  sh: 's',
  x: 's',
  p: 'b',
  t: 'd',
  k: 'g',
  r: 'l',
  v: 'w',
};

/** Read otherwise in foreign names than in words. */
const foreignReadings: Readonly<Record<string, string>> = { 什: 'shi', 曾: 'zeng', 茜: 'xi' };

const sounds = new Map<string, Sound>();

function readSound(character: string): Sound {
  const known = sounds.get(character);
  if (known !== undefined) return known;
  const syllable = foreignReadings[character] ?? readHan(character, 'given')[0]?.[0] ?? '';
  const initial = /^(?:[zcs]h|[bpmfdtnlgkhjqxzcsrwy])?/u.exec(syllable)?.[0] ?? '';
  const sound = { initial, final: syllable.slice(initial.length) };
  if (syllable !== '') sounds.set(character, sound);
  return sound;
}

const classOf = (initial: string): string => initialClass[initial] ?? initial;

/** 0 for one character, 1 for two that nobody would use for one syllable. */
function costOfChange(a: string, b: string): number {
  if (a === b) return 0;
  const classes = readClasses().get(b);
  if (classes !== undefined && [...(readClasses().get(a) ?? [])].some((index) => classes.has(index))) return 0.1;
  const left = readSound(a);
  const right = readSound(b);
  if (left.final === '' && left.initial === '') return 1;
  let cost: number;
  if (left.final === right.final) cost = 0.1;
  else if (left.final.charAt(0) === right.final.charAt(0)) cost = 0.3;
  else cost = 0.5;
  if (left.initial === right.initial) return cost;
  return classOf(left.initial) === classOf(right.initial) ? cost + 0.15 : 1;
}

/** Characters for a consonant or glide without weight of its own: one writer sets them, another does not. */
const light = new Set('尔耳伊恩姆夫斯特德格克普布什耶亚茨兹奇');
const costOfOne = (character: string): number => (light.has(character) ? 0.5 : 1);

/** How far apart two transcriptions are: 0 for one, 1 and more for unrelated ones; per character of the longer. */
export function measureDistance(left: string, right: string): number {
  const a = Array.from(simplifyHan(left));
  const b = Array.from(simplifyHan(right));
  let previous = [0];
  for (const character of b) previous.push((previous.at(-1) ?? 0) + costOfOne(character));
  for (const character of a) {
    const current = [(previous[0] ?? 0) + costOfOne(character)];
    b.forEach((other, index) => {
      current.push(
        Math.min(
          (previous[index] ?? 0) + costOfChange(character, other),
          (previous[index + 1] ?? 0) + costOfOne(character),
          (current[index] ?? 0) + costOfOne(other),
        ),
      );
    });
    previous = current;
  }
  return (previous.at(-1) ?? 0) / Math.max(a.length, b.length, 1);
}
