import { type Language, languages, type LocalizedText } from './language.ts';
import { chineseNumeral } from './minutes/typography.ts';
import { findOrdinals, type FoundOrdinal, readRoman, suffixOf, writeRoman } from './ordinals.ts';

/**
 * The number that follows in a series, written as the last one was: «7» → «8», «07» → «08», «VII» → «VIII», «七» →
 * «八», «WG-7» → «WG-8», «7th» → «8th», «第7次» → «第8次», «3/7» → «4/7» (the first of two counts). Behind a slash or a
 * dash the year of the meeting stays: «3/2026» → «4/2026». Empty where the next one is not certain: another year
 * began, several numbers, other words. `year`: of the next meeting.
 */
export function nextSeriesNumber(number: string, year: number | null = null): string {
  const read = readNumber(number.trim());
  if (read === null || (read.year !== null && year !== null && read.year !== year)) return '';
  return read.write(read.value + 1);
}

/**
 * The title of the next meeting: where the last one's says which of the series it was («Seventh meeting», «Седьмое
 * заседание», «第七次会议»), the next number stands in its place. `number` is the last meeting's in the series; without
 * one, the titles must agree in two languages. `nextNumber` is that of the new meeting, where somebody has said it. What
 * is not certain is left as it is.
 */
export function nextTitle(title: LocalizedText, number: string, nextNumber = ''): LocalizedText {
  const found = Object.fromEntries(
    languages.map((language) => [language, findOrdinals(title[language], language)]),
  ) as Record<Language, FoundOrdinal[]>;
  const value = readNumber(number.trim())?.value ?? agreedValue(found);
  if (value === null) return title;
  const next = readNumber(nextNumber.trim())?.value ?? value + 1;
  return Object.fromEntries(
    languages.map((language) => [language, replaceOne(title[language], found[language], value, next)]),
  ) as LocalizedText;
}

interface SeriesNumber {
  value: number;
  /** That stands beside the number; null where there is none. */
  year: number | null;
  write: (value: number) => string;
}

function readNumber(text: string): SeriesNumber | null {
  const roman = /^[IVXLC]+$/iu.test(text) ? readRoman(text) : null;
  if (roman !== null) {
    const isSmall = text === text.toLowerCase();
    return plain(roman, (value) => (isSmall ? writeRoman(value).toLowerCase() : writeRoman(value)));
  }
  if (/^[一二三四五六七八九十百零]+$/u.test(text)) {
    const value = Array.from({ length: 199 }, (_, index) => index + 1).find((one) => chineseNumeral(one) === text);
    return value === undefined ? null : plain(value, chineseNumeral);
  }
  const ordinal = /^(\d{1,4})(?:st|nd|rd|th)$/iu.exec(text)?.[1];
  if (ordinal !== undefined) return plain(Number(ordinal), (value) => `${String(value)}${suffixOf(value)}`);
  const pair = /^(\d{1,4})([/\-–—]|\s\/\s)(\d{1,4})$/u.exec(text);
  if (pair !== null) return readPair(pair);
  const parts = /^(\D*?)(\d{1,6})([次届轮回期号]?)$/u.exec(text);
  if (parts === null) return null;
  const [, before = '', digits = '', after = ''] = parts;
  return plain(Number(digits), (value) => `${before}${pad(value, digits)}${after}`);
}

/** «3/7» or «3/2026»; «2026/3» and «2026-03» count behind the year. */
function readPair([, first = '', between = '', second = '']: readonly string[]): SeriesNumber | null {
  const [firstYear, secondYear] = [yearOf(first), yearOf(second)];
  if (firstYear !== null && secondYear !== null) return null;
  if (firstYear !== null) {
    const write = (value: number): string => `${first}${between}${pad(value, second)}`;
    return { value: Number(second), year: firstYear, write };
  }
  const write = (value: number): string => `${pad(value, first)}${between}${second}`;
  // «3-7» may be a range as well.
  if (secondYear === null && !between.includes('/')) return null;
  return { value: Number(first), year: secondYear, write };
}

const plain = (value: number, write: (value: number) => string): SeriesNumber => ({ value, year: null, write });

const pad = (value: number, model: string): string => String(value).padStart(model.length, '0');

const yearOf = (text: string): number | null => (/^(?:19|20)\d\d$/u.test(text) ? Number(text) : null);

/** The number that the titles name if two languages do, and none names another. */
function agreedValue(found: Record<Language, readonly FoundOrdinal[]>): number | null {
  const naming = languages.map((language) => found[language]).filter((ordinals) => ordinals.length > 0);
  const values = new Set(naming.flat().map(({ value }) => value));
  const [value] = values;
  return naming.length >= 2 && values.size === 1 && value !== undefined ? value : null;
}

function replaceOne(text: string, found: readonly FoundOrdinal[], value: number, next: number): string {
  const [place, ...others] = found.filter((ordinal) => ordinal.value === value);
  const spelt = place?.spell(next) ?? null;
  if (place === undefined || others.length > 0 || spelt === null) return text;
  return `${text.slice(0, place.index)}${spelt}${text.slice(place.index + place.length)}`;
}
