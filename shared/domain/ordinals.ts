import type { Language } from './language.ts';
import { chineseNumeral } from './minutes/typography.ts';

/** A place in a title that says which meeting of a series it is. `spell` writes another number in the same manner. */
export interface FoundOrdinal {
  index: number;
  length: number;
  value: number;
  /** null where the wording of another number is not certain. */
  spell: (value: number) => string | null;
}

/** Largest number that is read and written in words. */
const largest = 99;

/**
 * Ordinals in front of a word for a meeting: «Seventh joint meeting», «7th session», «VII заседание», «Седьмое
 * заседание», «第七次会议», and numbers behind one: «Meeting No. 7». Others («First Deputy Ministers») are passed over.
 */
export function findOrdinals(text: string, language: Language): FoundOrdinal[] {
  if (language === 'zh') return findChinese(text);
  const found = language === 'en' ? findEnglish(text) : findRussian(text);
  return [...found, ...findRoman(text, language), ...findNumbered(text, language)];
}

const latinLetters = '(?<![\\p{L}\\p{N}-])';
const noLetter = '(?![\\p{L}\\p{N}])';

const englishNouns =
  'meeting|session|sitting|round|conference|forum|consultation|talk|workshop|seminar|assembl|congress|dialogue|symposi|summit';
const masculineNouns = 'раунд|форум|семинар|съезд|конгресс|диалог|симпозиум|саммит';
const feminineNouns = 'встреч|сесси|конференци|консультаци';
const russianNouns = `${masculineNouns}|${feminineNouns}|заседани|совещани|собрани|переговор`;
const nouns = { en: englishNouns, ru: russianNouns };

/** The meeting's noun after a place, with at most three words between; undefined if there is none, or if an office stands between. */
function nounAfter(text: string, index: number, language: 'en' | 'ru'): string | undefined {
  const rest = text.slice(index);
  if (/^\s+(?:deputy|vice|secretar|зам|вице|секретар)/iu.test(rest)) return undefined;
  return new RegExp(`^\\)?\\s+(?:[\\p{L}\\p{N}()-]+\\s+){0,3}?((?:${nouns[language]})\\p{L}*)`, 'iu').exec(rest)?.[1];
}

const englishOnes = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const englishTeens = ['ten', 'eleven', 'twelf', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen'];
const englishTens = ['twent', 'thirt', 'fort', 'fift', 'sixt', 'sevent', 'eight', 'ninet'];

function englishOrdinal(value: number): string {
  if (value < 10) return englishOnes[value] ?? '';
  if (value < 20) return `${[...englishTeens, 'eighteen', 'nineteen'][value - 10] ?? ''}th`;
  const tens = englishTens[Math.floor(value / 10) - 2] ?? '';
  return value % 10 === 0 ? `${tens}ieth` : `${tens}y-${englishOnes[value % 10] ?? ''}`;
}

let englishValues: Map<string, number> | undefined;

function findEnglish(text: string): FoundOrdinal[] {
  englishValues ??= new Map(range(1, largest).map((value) => [englishOrdinal(value), value]));
  const found: FoundOrdinal[] = [];
  const words = new RegExp(`(?<![\\p{L}-])(?:(?:${englishTens.join('|')})y[- ])?[a-z]+(?![\\p{L}-])`, 'giu');
  for (const { 0: word, index } of text.matchAll(words)) {
    const value = englishValues.get(word.toLowerCase().replace(' ', '-'));
    if (value === undefined || nounAfter(text, index + word.length, 'en') === undefined) continue;
    found.push({ index, length: word.length, value, spell: within((next) => likeCase(englishOrdinal(next), word)) });
  }
  for (const { 0: whole, 1: digits = '', index } of text.matchAll(
    /(?<![\p{L}\p{N}])(\d{1,3})(?:st|nd|rd|th)(?!\p{L})/giu,
  )) {
    if (nounAfter(text, index + whole.length, 'en') === undefined) continue;
    found.push({
      index,
      length: whole.length,
      value: Number(digits),
      spell: (next) => `${String(next)}${suffixOf(next)}`,
    });
  }
  return found;
}

/** «st», «nd», «rd», «th». */
export function suffixOf(value: number): string {
  const ones = value % 10;
  if (Math.floor(value / 10) % 10 === 1 || ones < 1 || ones > 3) return 'th';
  return ['st', 'nd', 'rd'][ones - 1] ?? 'th';
}

/*
 * Endings by case: nominative masculine, neuter, feminine; genitive, dative, instrumental, prepositional; oblique and
 * accusative feminine; plural nominative, genitive, instrumental.
 */
const endings = ['ый', 'ое', 'ая', 'ого', 'ому', 'ым', 'ом', 'ой', 'ую', 'ые', 'ых', 'ыми'];
const thirdEndings = ['ий', 'ье', 'ья', 'ьего', 'ьему', 'ьим', 'ьем', 'ьей', 'ью', 'ьи', 'ьих', 'ьими'];
const masculine = 0;
const obliqueFeminine = 7;
/** An asterisk: stressed on the ending, «второй». */
const russianOnes = ['', 'перв', 'втор*', 'трет', 'четвёрт', 'пят', 'шест*', 'седьм*', 'восьм*', 'девят'];
const russianTeens = ['десят', 'одиннадцат', 'двенадцат', 'тринадцат', 'четырнадцат', 'пятнадцат', 'шестнадцат'];
const russianTens = [
  'двадцат',
  'тридцат',
  'сороков*',
  'пятидесят',
  'шестидесят',
  'семидесят',
  'восьмидесят',
  'девяност',
];
const cardinalTens = [
  'двадцать',
  'тридцать',
  'сорок',
  'пятьдесят',
  'шестьдесят',
  'семьдесят',
  'восемьдесят',
  'девяносто',
];

function russianStem(value: number): string {
  if (value < 10) return russianOnes[value] ?? '';
  if (value < 20) return [...russianTeens, 'семнадцат', 'восемнадцат', 'девятнадцат'][value - 10] ?? '';
  return russianTens[value / 10 - 2] ?? '';
}

function russianOrdinal(value: number, form: number): string {
  if (value > 20 && value % 10 !== 0) {
    return `${cardinalTens[Math.floor(value / 10) - 2] ?? ''} ${russianOrdinal(value % 10, form)}`;
  }
  const stem = russianStem(value);
  if (value === 3) return `${stem}${thirdEndings[form] ?? ''}`;
  const ending = stem.endsWith('*') && form === masculine ? 'ой' : (endings[form] ?? '');
  return `${stem.replace('*', '')}${ending}`;
}

let russianForms: Map<string, { value: number; forms: number[] }> | undefined;

function listRussianForms(): NonNullable<typeof russianForms> {
  const all: NonNullable<typeof russianForms> = new Map();
  for (const value of range(1, largest)) {
    for (const form of endings.keys()) {
      const word = russianOrdinal(value, form).replace('ё', 'е');
      const known = all.get(word);
      if (known === undefined) all.set(word, { value, forms: [form] });
      else known.forms.push(form);
    }
  }
  return all;
}

function findRussian(text: string): FoundOrdinal[] {
  russianForms ??= listRussianForms();
  const found: FoundOrdinal[] = [];
  const words = new RegExp(`(?<![\\p{L}-])(?:(?:${cardinalTens.join('|')})\\s+)?[а-яё]+(?![\\p{L}-])`, 'giu');
  const hasYo = /ё/iu.test(text);
  for (const { 0: word, index } of text.matchAll(words)) {
    const known = russianForms.get(word.toLowerCase().replaceAll('ё', 'е').replace(/\s+/u, ' '));
    const noun = known && nounAfter(text, index + word.length, 'ru');
    if (known === undefined || noun === undefined) continue;
    const forms = chooseForms(known.forms, noun);
    const spell = (next: number): string | null => {
      // «второй» is «третий» or «третьей»: where the noun does not tell, nothing is said.
      const spelt = new Set(forms.map((form) => russianOrdinal(next, form)));
      const [only] = spelt;
      if (only === undefined || spelt.size > 1) return null;
      return likeCase(hasYo ? only : only.replace('ё', 'е'), word);
    };
    found.push({ index, length: word.length, value: known.value, spell: within(spell) });
  }
  const numeric = /(?<![\p{L}\p{N}])(\d{1,3})-(?:й|я|е|го|му|м|х|ю|ой|ый|ий|ая|ое|ого)(?!\p{L})/giu;
  for (const { 0: whole, 1: digits = '', index } of text.matchAll(numeric)) {
    if (nounAfter(text, index + whole.length, 'ru') === undefined) continue;
    found.push({ index, length: digits.length, value: Number(digits), spell: String });
  }
  return found;
}

function chooseForms(forms: readonly number[], noun: string): readonly number[] {
  if (new RegExp(`^(?:${masculineNouns})$`, 'iu').test(noun)) return forms.filter((form) => form === masculine);
  if (new RegExp(`^(?:${feminineNouns})`, 'iu').test(noun)) {
    return forms.includes(obliqueFeminine) ? [obliqueFeminine] : forms;
  }
  return forms;
}

let chineseValues: Map<string, number> | undefined;

function findChinese(text: string): FoundOrdinal[] {
  chineseValues ??= new Map(range(1, 199).map((value) => [chineseNumeral(value), value]));
  const found: FoundOrdinal[] = [];
  for (const { 0: whole, 1: number = '', index } of text.matchAll(
    /第\s*([一二三四五六七八九十百零]+|[\d０-９]{1,3})(?=\s*[次届轮回期])/gu,
  )) {
    const digits = number.normalize('NFKC');
    const isDigits = /^\d+$/u.test(digits);
    const value = isDigits ? Number(digits) : chineseValues.get(number);
    if (value === undefined) continue;
    const place = { index: index + whole.length - number.length, length: number.length };
    found.push({ ...place, value, spell: (next) => (isDigits ? String(next) : chineseNumeral(next)) });
  }
  return found;
}

function findRoman(text: string, language: 'en' | 'ru'): FoundOrdinal[] {
  const found: FoundOrdinal[] = [];
  for (const { 0: word, index } of text.matchAll(new RegExp(`${latinLetters}[IVXLC]{1,8}${noLetter}`, 'gu'))) {
    const value = readRoman(word);
    // The English pronoun.
    if (value === null || (language === 'en' && word === 'I')) continue;
    if (nounAfter(text, index + word.length, language) === undefined) continue;
    found.push({ index, length: word.length, value, spell: writeRoman });
  }
  return found;
}

/** «Meeting No. 7», «заседание № 7». */
function findNumbered(text: string, language: 'en' | 'ru'): FoundOrdinal[] {
  const pattern = new RegExp(`(?:${nouns[language]})\\p{L}*\\s+(?:№|No\\.?|#)\\s*(\\d{1,3})(?!\\d)`, 'giu');
  return [...text.matchAll(pattern)].map(({ 0: whole, 1: digits = '', index }) => ({
    index: index + whole.length - digits.length,
    length: digits.length,
    value: Number(digits),
    spell: String,
  }));
}

const romanParts: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 7 → VII; for 1 to 3999. */
export function writeRoman(value: number): string {
  let rest = value;
  let written = '';
  for (const [worth, letters] of romanParts) {
    while (rest >= worth) {
      written += letters;
      rest -= worth;
    }
  }
  return written;
}

/** Beyond it a letter is rather a letter: D, M. */
const largestRead = 399;

/** VII → 7; null for what is not written as {@link writeRoman} writes it, and above 399. */
export function readRoman(text: string): number | null {
  let value = 0;
  let rest = text.toUpperCase();
  for (const [worth, letters] of romanParts) {
    while (rest.startsWith(letters)) {
      value += worth;
      rest = rest.slice(letters.length);
    }
  }
  return value > 0 && value <= largestRead && rest === '' && writeRoman(value) === text.toUpperCase() ? value : null;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const within =
  (spell: (value: number) => string | null): ((value: number) => string | null) =>
  (value) =>
    value > largest ? null : spell(value);

/** As the word before it: all capitals, a capital in front, or none; «Twenty-First» keeps its second capital. */
function likeCase(word: string, model: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
  if (!/^\p{Lu}/u.test(model)) return word;
  const first = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  if (!/[- ]\p{Lu}/u.test(model)) return first;
  return first.replace(/[- ]\p{Ll}/gu, (part) => part.toUpperCase());
}
