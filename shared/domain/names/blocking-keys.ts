import { deletions } from './edit-distance.ts';
import { guessCyrillic } from './cyrillic-guess.ts';
import { readHan } from './han.ts';
import { remember, wordCount } from './memo.ts';
import type { NameWord } from './name-word.ts';
import type { ChineseReading } from './parse-chinese.ts';
import type { AnalysedName } from './parse.ts';
import type { WesternReading } from './parse-western.ts';
import { toWadeGiles } from './wade-giles.ts';

const maximumSpellings = 4;

/**
 * Keys of which two names that `match` nearly always share one: family and given name by sound, family name with an
 * initial, each with one letter left out (a typo), pinyin without the difference of n and ng, Wade-Giles, and the
 * consonants of a Chinese transcription. Never a family name alone: blocks of common ones would hold thousands.
 */
export function blockingKeys(name: AnalysedName): string[] {
  const keys = new Set<string>();
  if (name.sorted !== '') keys.add(`=${name.sorted}`);
  for (const reading of name.chinese.readings) addChinese(reading, keys);
  addWadeGiles(name, keys);
  if (!name.isChinese) for (const reading of name.western.readings) addWestern(reading, keys);
  if (name.transcription.length > 1) addTranscription(name.transcription, keys);
  return [...keys];
}

/** lü and lu, lin and ling as one. */
const coarsen = (key: string): string => key.replaceAll('ü', 'u').replaceAll('ng', 'n').replaceAll(' ', '');

function addChinese({ family, given, initials }: ChineseReading, keys: Set<string>): void {
  const families = new Set([...family.exact, ...family.tolerated].slice(0, maximumSpellings).map(coarsen));
  const givens = [...given.exact, ...given.tolerated].slice(0, maximumSpellings);
  for (const one of families) {
    if (initials !== '') keys.add(`c:${one}|${initials.charAt(0)}.`);
    for (const other of givens) {
      keys.add(`c:${one}|${other.charAt(0)}.`);
      const letters = coarsen(other);
      for (const shorter of other.includes(' ') ? deletions(letters) : [letters]) keys.add(`c:${one}|${shorter}`);
    }
  }
}

const plain = (text: string): string => text.normalize('NFD').replace(/[^a-z]/gu, '');

function addWadeGiles(name: AnalysedName, keys: Set<string>): void {
  for (const { family, given } of name.chinese.readings) {
    const [one, other] = [family.exact[0], given.exact[0]];
    if (one === undefined || other === undefined) continue;
    keys.add(`w:${plain(toWadeGiles(one.split(' ')))}|${plain(toWadeGiles(other.split(' ')))}`);
  }
  if (name.wadeGiles === undefined) return;
  const [family, given] = name.words;
  keys.add(`w:${plain(family?.folded ?? '')}|${plain(given?.folded ?? '')}`);
}

function addWestern({ family, given, initials }: WesternReading, keys: Set<string>): void {
  const first = given ?? initials[0];
  if (family === undefined || first === undefined) return;
  const givenSounds = soundsOf(first);
  for (const sound of family.keys.slice(0, maximumSpellings)) {
    for (const givenSound of givenSounds) {
      keys.add(`f:${sound}|${givenSound.charAt(0)}`);
      if (given !== undefined) for (const shorter of deletions(sound)) keys.add(`d:${shorter}|${givenSound}`);
    }
  }
  if (given === undefined || family.script === 'han') return;
  const [one, other] = [skeleton(guessCyrillic(family)), skeleton(guessCyrillic(given))];
  if (one !== '' && other !== '') keys.add(transcriptionKey(one, other));
}

/** Equivalent given names (Andrew, Андрей) are one sound. */
function soundsOf(word: NameWord): readonly string[] {
  if (word.isInitial) return word.keys;
  const name = word.given?.name;
  return name === undefined ? word.keys.slice(0, maximumSpellings) : [name, ...word.keys.slice(0, 2)];
}

const transcriptionKey = (one: string, other: string): string => `t:${[one, other].sort().join('|')}`;

function addTranscription(parts: readonly string[], keys: Set<string>): void {
  const bones = parts.map((part) => skeleton(readHan(part, 'given')[0]?.join('') ?? ''));
  const [first = '', last = ''] = [bones[0], bones.at(-1)];
  keys.add(transcriptionKey(first, last));
  if (bones.length > 2) keys.add(transcriptionKey(first, bones[1] ?? ''));
}

const consonantClasses: readonly (readonly [RegExp, string])[] = [
  [/[бпbp]/gu, 'p'],
  [/[дтdt]/gu, 't'],
  [/[лрlr]/gu, 'l'],
  [/[мm]/gu, 'm'],
  [/[нn]/gu, 'n'],
  [/[фвfvw]/gu, 'f'],
  [/[жзсцчшщzcsjqx]/gu, 's'],
  [/[гкхgkh]/gu, 'k'],
];

/** The first two kinds of consonant, by which a word and its transcription agree: Рудской, 鲁茨科伊 (lucikeyi). */
const skeleton = remember(wordCount, (word) => {
  let bones = word.toLowerCase().replace(/[дт]с(?=к)/gu, 'ц');
  for (const [letters, kind] of consonantClasses) bones = bones.replace(letters, kind.toUpperCase());
  return bones
    .replace(/[^A-Z]/gu, '')
    .replace(/(.)\1+/gu, '$1')
    .slice(0, 2);
});
