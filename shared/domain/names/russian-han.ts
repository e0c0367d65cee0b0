import { russianGivenNameTable, russianStemTable } from './data/russian-given-names.ts';
import { cell, transcribeLetters } from './russian-syllables.ts';
import { once } from './syllables.ts';
import { measureDistance } from './transcription-distance.ts';

export interface RussianNameOptions {
  role: 'family' | 'given' | 'patronymic';
  gender: '' | 'f' | 'm';
}

export interface RussianTranscription {
  text: string;
  scheme: 'gb_t_17693' | 'given_name_dictionary';
  /** 0 to 1. */
  confidence: number;
}

/** Longer than any name. */
const maximumLetters = 40;
const russianWord = /^[а-яё]+$/u;
const otherCyrillic: Readonly<Record<string, string>> = { і: 'и', ї: 'и', є: 'е', ґ: 'г', ў: 'у' };

const foldYo = (text: string): string => text.replaceAll('ё', 'е');

const readGivenNames = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      russianGivenNameTable.split(',').map((item) => {
        const [name = '', characters = ''] = item.trim().split(' ');
        return [foldYo(name.toLowerCase()), characters];
      }),
    ),
);

interface Stem {
  characters: string;
  /** 1 when its last consonant opens the next syllable, so that the rest begins with it. */
  carried: 0 | 1;
}

/** The beginnings of names derived from given names, with the characters that stand for them. */
const readStems = once((): ReadonlyMap<string, Stem> => {
  const stems = new Map<string, Stem>();
  for (const [name, characters] of readGivenNames()) {
    const stem = name.replace(/ь$/u, '');
    const last = stem.at(-1) ?? '';
    if (stem.endsWith('ий')) {
      // Юрьевич, Дмитриевич: the characters stay, е follows as 耶.
      for (const sign of ['ь', 'и']) stems.set(stem.slice(0, -2) + sign, { characters, carried: 0 });
    } else if (last === 'й') stems.set(stem.slice(0, -1), { characters, carried: 0 });
    else if (!/[аеиоуыэюя]/u.test(last)) {
      // 鲍里斯, but 鲍里索维奇; a closing н is written twice: 伊万, 伊万诺维奇.
      const closes = last !== 'н' && characters.endsWith(cell(last, ''));
      stems.set(stem, { characters: closes ? characters.slice(0, -1) : characters, carried: 1 });
    }
  }
  for (const item of russianStemTable.split(',')) {
    const [letters = '', characters = ''] = item.split(' ');
    stems.set(letters, { characters, carried: 1 });
  }
  return stems;
});

const derivedEnding = /^[бвгджзклмнпрстфхцчшщ]?(?:[ое]в(?:а|ич|на|ск.*|ых)?|енко|ина?)$/u;

/** A patronymic or surname made from a given name of the dictionary; '' when it is none. */
function transcribeDerived(word: string): string {
  const folded = foldYo(word);
  for (let length = folded.length - 2; length >= 2; length -= 1) {
    const stem = readStems().get(folded.slice(0, length));
    if (stem === undefined) continue;
    const rest = folded.slice(length - stem.carried);
    if (derivedEnding.test(rest)) return stem.characters + transcribeEnding(rest, false);
  }
  return '';
}

/** Endings with characters of their own (GB/T 17693.4-2009; -цов in surnames). */
const endings: Readonly<Record<string, string>> = {
  город: '哥罗德',
  град: '格勒',
  бург: '堡',
  поль: '波尔',
  цов: '佐夫',
  цова: '佐瓦',
};
const anyEnding = /(?<=.)(?:город|град|бург|поль|цова?)$/u;

function transcribeEnding(word: string, isStart: boolean): string {
  const ending = anyEnding.exec(word);
  if (ending === null) return transcribeLetters(word, isStart);
  return transcribeLetters(word.slice(0, ending.index), isStart) + (endings[ending[0]] ?? '');
}

const feminineEnding = /(?:[оеё]в|[иы]н)а$|[ая]я$|(?:ов|ев|ич|инич)на$/u;

/** Characters used in women's given names for those of the table. */
const feminineCharacters = new Map(
  '亚娅 马玛 纳娜 沙莎 利莉 尼妮 林琳 真珍 罗萝 代黛 夏霞 雷蕾 休秀 瓦娃'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

function makeFeminine(characters: string, role: RussianNameOptions['role']): string {
  const last = characters.slice(-1);
  const head = characters.slice(0, -1);
  const inside =
    role === 'given' ? head.replace(/[马林真]/gu, (found) => feminineCharacters.get(found) ?? found) : head;
  return inside + (feminineCharacters.get(last) ?? last);
}

function isFeminine(word: string, { role, gender }: RussianNameOptions): boolean {
  if (gender === 'm') return false;
  return role === 'given' ? /[ая]$/u.test(word) : feminineEnding.test(word);
}

/** One word, lower case, by dictionary or table: the certain forms first. */
function transcribeWord(word: string, options: RussianNameOptions): RussianTranscription[] {
  const found: RussianTranscription[] = [];
  const feminine = isFeminine(word, options);
  const add = (characters: string, scheme: RussianTranscription['scheme'], confidence: number): void => {
    const text = feminine ? makeFeminine(characters, options.role) : characters;
    if (text !== '' && !found.some((other) => other.text === text)) found.push({ text, scheme, confidence });
  };
  if (options.role === 'given') {
    const customary = readGivenNames().get(foldYo(word));
    if (customary !== undefined) found.push({ text: customary, scheme: 'given_name_dictionary', confidence: 0.95 });
  } else {
    const isPatronymic = options.role === 'patronymic';
    add(transcribeDerived(word), isPatronymic ? 'given_name_dictionary' : 'gb_t_17693', isPatronymic ? 0.9 : 0.8);
  }
  // Genitive endings of surnames (Рослого) are said with в.
  const sounded = options.role === 'family' ? word.replace(/([ое])го$/u, '$1во') : word;
  // ё is mostly printed е. After ч and щ the surname suffix is mostly -ёв (Горбачёв), elsewhere mostly -ев.
  const withYo = sounded.replace(/(?<=[лчщжшрнс])е(?=ва?$)/u, 'ё');
  const byTable = /[чщ]ёва?$/u.test(withYo) ? [withYo, sounded] : [sounded, withYo];
  if (word.includes('ё')) byTable.push(foldYo(sounded)); // Алфёров 阿尔费罗夫
  // A woman's surname in -ина is the man's with 娜 (Путина 普京娜).
  if (feminine && options.role === 'family' && /[иы]на$/u.test(sounded)) {
    byTable.unshift(sounded.replace(/на$/u, 'нна'));
  }
  byTable.forEach((spelling, index) => add(transcribeEnding(spelling, true), 'gb_t_17693', index === 0 ? 0.7 : 0.4));
  if (options.role !== 'given') {
    const doubled = sounded.replace(/(?<=[аияо])н(?=[ое]в)/u, 'нн');
    if (doubled !== sounded) add(transcribeEnding(doubled, true), 'gb_t_17693', 0.4);
  }
  return found;
}

/**
 * Chinese forms of one Russian name word, best first: the dictionary of customary given names and what is derived from
 * them, then the syllable table of GB/T 17693.4-2009 with its context rules and the feminine characters. Suggestions for
 * a person to confirm, never facts: use and table differ (Рудской is also 鲁德兹国伊). [] when the word is not Russian.
 */
export function transcribeRussian(word: string, options: RussianNameOptions): RussianTranscription[] {
  const letters = word
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/[іїєґў]/gu, (letter) => otherCyrillic[letter] ?? letter);
  if (letters.length > maximumLetters) return [];
  const parts = letters.split(/\s*[-‐‑‒–]\s*/u);
  if (!parts.every((part) => russianWord.test(part))) return [];
  const [first = [], ...others] = parts.map((part) => transcribeWord(part, options));
  // A double surname: each part in its best form (里姆斯基-科尔萨科夫).
  const tail = others.map((forms) => `-${forms[0]?.text ?? ''}`).join('');
  return first.map((form) => ({ ...form, text: form.text + tail }));
}

/** The parts of a transcribed name at its interpuncts, of whatever kind (all stand for U+00B7): 安德烈·伊万诺维奇·鲁茨科伊. */
export function splitTranscription(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/[·‧•∙・･·⋅]/u)
    .map((part) => part.replace(/\s+/gu, ''))
    .filter((part) => part !== '');
}

/** Beyond this distance per character likeness is chance: unrelated names of the test list lie above it. */
const farthest = 0.5;
const maximumCharacters = 24;

/**
 * How well Chinese characters transcribe a Russian word: 1 for a generated form, above 0.8 for customary variants (烈 for
 * 列, feminine characters, 柯 for 科), 0 for unrelated ones.
 */
export function transcriptionSimilarity(han: string, russian: string, options: RussianNameOptions): number {
  const characters = splitTranscription(han).join('');
  if (characters === '' || characters.length > maximumCharacters) return 0;
  const distances = transcribeRussian(russian, options).map(({ text }) => measureDistance(characters, text));
  return Math.max(0, 1 - Math.min(farthest, ...distances) / farthest);
}
