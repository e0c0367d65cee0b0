import type { Script } from '../language.ts';
import { splitHanName } from './han.ts';
import type { NameWord } from './name-word.ts';
import { type AnalysedName, analyseName } from './parse.ts';

export interface SplitName {
  family: string;
  given: string;
  patronymic: string;
  script: Script;
  /** The parts were told apart by evidence; otherwise the first word is taken for the family name. */
  isCertain: boolean;
}

/**
 * The parts of a name written in one line, as in a «full name» column, by capitals, comma, interpunct, patronymic and
 * the lists of names (standards, B4, B5). Spellings stay as written, apart from capitals that mark the family name.
 */
export function splitName(text: string): SplitName {
  const name = analyseName(text);
  const script = name.words.find((word) => word.script !== 'other')?.script;
  if (script === 'han') return splitHan(name);
  const kept = script === undefined || script === 'other' ? 'latin' : script;
  if (name.isChinese) return splitChinese(name, kept);
  const [reading] = name.western.readings;
  const initials = (reading?.initials ?? []).map(({ raw }) => `${raw}.`);
  const given = reading?.given?.raw ?? initials.shift() ?? '';
  return {
    family: lowerCapitals(reading?.family, name.words),
    given: given.replaceAll('-', (hyphen) => (name.text.includes(given) ? hyphen : ' ')),
    patronymic: reading?.patronymic?.raw ?? initials.join(' '),
    script: kept,
    isCertain: name.western.isCertain && given !== '',
  };
}

function splitHan(name: AnalysedName): SplitName {
  const parts = name.transcription;
  const base = { script: 'han' as const, patronymic: '' };
  const split = splitHanName(name.text);
  if (split !== null) return { ...base, ...split, isCertain: true };
  if (parts.length < 2) return { ...base, family: name.text, given: '', isCertain: false };
  // given·(patronymic)·family (standards, B6); registers that put the family name first cannot be told apart
  const [given = '', ...rest] = parts;
  return { ...base, given, patronymic: rest.slice(0, -1).join('·'), family: rest.at(-1) ?? '', isCertain: false };
}

function splitChinese(name: AnalysedName, script: Script): SplitName {
  const [reading] = name.chinese.readings;
  const raw = name.words.map((word) => word.raw);
  const familyCount = countFamilyWords(name);
  const [family, given] =
    reading?.isFamilyFirst === false
      ? [raw.slice(-familyCount), raw.slice(0, -familyCount)]
      : [raw.slice(0, familyCount), raw.slice(familyCount)];
  return {
    family: capitalizeIfMarked(family.join('')),
    given: joinSyllables(given),
    patronymic: '',
    script,
    isCertain: name.chinese.isCertain,
  };
}

/** «Ou Yang Wen», «Si Ma Qian»: a compound family name in two words. */
function countFamilyWords({ words, chinese }: AnalysedName): number {
  const syllables = chinese.readings[0]?.family.exact[0]?.split(' ').length ?? 1;
  return syllables > 1 && words.length > 2 ? 2 : 1;
}

const joinSyllables = ([first = '', ...rest]: string[]): string =>
  capitalizeIfMarked([first, ...rest.map((word) => word.toLowerCase())].join(''));

const capitalizeIfMarked = (word: string): string =>
  word.length > 1 && word === word.toUpperCase() ? word.charAt(0) + word.slice(1).toLowerCase() : word;

/** RUDSKOI among words that are not in capitals: they mark the family name and are no part of its spelling. */
function lowerCapitals(word: NameWord | undefined, words: readonly NameWord[]): string {
  if (word === undefined) return '';
  const isMark = word.isCapitals && words.some((other) => !other.isCapitals && !other.isInitial);
  return isMark ? word.raw.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()) : word.raw;
}
