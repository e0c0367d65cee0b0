import { pinyin } from 'pinyin-pro';
import { surnameReadingTable } from './data/surnames.ts';
import { traditionalPairs } from './data/traditional-characters.ts';
import { joinPinyin } from './pinyin.ts';
import { compoundSurnames, isSurnameCharacter, stripTones } from './surnames-han.ts';
import { joinCuts, once, readSyllables } from './syllables.ts';

export type HanNameRole = 'family' | 'given';

const onlyHan = /^\p{Script=Han}+$/u;
/** Longer than any name; more is text that is not read as one. */
const maximumCharacters = 8;

const readTraditional = once((): ReadonlyMap<string, string> => {
  const table = new Map<string, string>();
  for (let index = 0; index < traditionalPairs.length; index += 2) {
    table.set(traditionalPairs.charAt(index), traditionalPairs.charAt(index + 1));
  }
  return table;
});

/** Simplified forms of the traditional characters usual in names; everything else stays. */
export function simplifyHan(text: string): string {
  const table = readTraditional();
  let simplified = '';
  for (const character of text) simplified += table.get(character) ?? character;
  return simplified;
}

/** How many of the first characters are the family name. */
function countFamilyCharacters(simplified: readonly string[]): number {
  const [first = '', second = '', third = ''] = simplified;
  const { length } = simplified;
  // 欧阳 alone is more often 欧 with the given name 阳 than a family name without one.
  if (length >= 3 && compoundSurnames.has(first + second)) return length === 5 && isSurnameCharacter(third) ? 3 : 2;
  // Four characters with two family names in front: a double one (郑李淑芳), for three-character given names are not given.
  if (length >= 4 && isSurnameCharacter(first) && isSurnameCharacter(second)) return 2;
  return 1;
}

/**
 * Splits a Chinese name of two to five characters as GB/T 28039-2011 orders it, family name first, compound and double
 * family names recognised; characters stay as entered. A single space after one to three characters is believed (王 文丽),
 * spaces elsewhere are padding. null for anything else, an interpunct included: 安德烈·鲁茨科伊 is a transcription.
 */
export function splitHanName(text: string): { family: string; given: string } | null {
  const parts = text.normalize('NFC').trim().split(/\s+/u);
  const joined = parts.join('');
  if (joined.length > 2 * maximumCharacters || !onlyHan.test(joined)) return null;
  const characters = Array.from(joined);
  if (characters.length < 2 || characters.length > 5) return null;
  const [first = '', second = ''] = parts;
  if (parts.length === 2 && first !== '' && Array.from(first).length <= 3) return { family: first, given: second };
  const count = countFamilyCharacters(Array.from(simplifyHan(joined)));
  if (characters.length === 5 && count === 1) return null;
  return { family: characters.slice(0, count).join(''), given: characters.slice(count).join('') };
}

const readSurnameReadings = once(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map(
      surnameReadingTable.split(',').map((item) => {
        const [character = '', ...readings] = item.trim().split(' ');
        return [character, readings];
      }),
    ),
);

const options = { type: 'array', toneSandhi: false } as const;

const dictionary = new Map<string, readonly string[]>();

/** All toned readings in the dictionary; remembered, for names use a few thousand characters. */
function lookUp(character: string): readonly string[] {
  let readings = dictionary.get(character);
  if (readings === undefined) {
    readings = pinyin(character, { ...options, multiple: true });
    dictionary.set(character, readings);
  }
  return readings;
}

/** All toned readings of one character, the best for the role first. */
function readCharacter(character: string, role: HanNameRole, best: string): string[] {
  const all = lookUp(character);
  const listed = role === 'family' ? (readSurnameReadings().get(character) ?? []) : [];
  return [...new Set([...listed, best, ...all])].filter((reading) => readSyllables().has(stripTones(reading)));
}

/** Toned readings per character; [] when a character has none. */
function readCharacters(text: string, role: HanNameRole): string[][] {
  const simplified = simplifyHan(text.normalize('NFC').replace(/\s+/gu, ''));
  if (simplified.length > maximumCharacters || !onlyHan.test(simplified)) return [];
  const compound = role === 'family' ? compoundSurnames.get(simplified.slice(0, 2)) : undefined;
  if (compound !== undefined) {
    const rest = simplified.slice(2);
    const others = rest === '' ? [] : readCharacters(rest, role);
    return rest !== '' && others.length === 0 ? [] : [...compound.map((reading) => [reading]), ...others];
  }
  const characters = Array.from(simplified);
  // Never the plain mode for a family name: it reads 曾 céng, 仇 chóu, 解 jiě.
  const best = pinyin(simplified, role === 'family' ? { ...options, mode: 'surname' } : options);
  const readings = characters.map((character, index) => readCharacter(character, role, best[index] ?? ''));
  return readings.some((list) => list.length === 0) ? [] : readings;
}

/**
 * Readings of a family or a given name in characters (simplified or usual traditional) as toneless pinyin syllables, ü
 * kept; all readings of polyphones, best first, at most 16; [] when it is not readable. Family names are read as such (曾
 * zeng, 单于 chanyu); their readings as words follow.
 */
export function readHan(text: string, role: HanNameRole): string[][] {
  const parts = readCharacters(text, role).map((readings) =>
    [...new Set(readings.map(stripTones))].map((syllable, index) => ({ syllables: [syllable], cost: index })),
  );
  return joinCuts(parts).map((cut) => cut.syllables);
}

/**
 * How many of the first readings of a family name are readings of that name: 单 is Shan and never Dan, 覃 is Qin or Tan;
 * of a character that is on no list, all.
 */
export function countFamilyReadings(text: string): number {
  return readSurnameReadings().get(simplifyHan(text.normalize('NFC').trim()))?.length ?? Infinity;
}

/**
 * The best reading with tone marks, written as GB/T 28039-2011 writes a name part: Sīmǎ, Wénlì, a double family name with
 * a hyphen (Zhèng-Lǐ); '' when not readable.
 */
export function tonedReading(text: string, role: HanNameRole): string {
  const syllables = readCharacters(text, role).map(([best = '']) => best);
  if (role === 'given') return joinPinyin(syllables);
  const first = compoundSurnames.has(simplifyHan(text.normalize('NFC')).slice(0, 2)) ? 2 : 1;
  return [syllables.slice(0, first), ...syllables.slice(first).map((syllable) => [syllable])]
    .map(joinPinyin)
    .filter((name) => name !== '')
    .join('-');
}
