import type { Language } from '../language.ts';

const nbsp = '\u00A0';
const russianMonths = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';
const englishMonths = 'January|February|March|April|May|June|July|August|September|October|November|December';

/**
 * Spaces that must not break a line: number sign and number, initials and surname, parts of a date with the month in
 * words (GOST R 7.0.97; standards, A1). Only spaces change, never letters.
 */
const bindings: Record<Language, [RegExp, string][]> = {
  ru: [
    [/№ (?=\d)/gu, `№${nbsp}`],
    [/(?<=\p{Lu}\.) (?=\p{Lu}\.|\p{Lu}\p{Ll})/gu, nbsp],
    [new RegExp(`(?<=\\d) (?=(?:${russianMonths})(?!\\p{L}))`, 'gu'), nbsp],
    [
      new RegExp(`(?<=\\d )(${russianMonths}) (?=\\d{4})|(?<=\\d\u00A0)(${russianMonths}) (?=\\d{4})`, 'gu'),
      `$1$2${nbsp}`,
    ],
    [/(?<=\d) (?=гг?\.)/gu, nbsp],
    [/(?<=(?<!\p{L})(?:г|им)\.) (?=\p{Lu})/gu, nbsp],
    [/ (?=—)/gu, nbsp],
  ],
  en: [
    [/(?<=(?<!\p{L})No\.) (?=\d)/gu, nbsp],
    [/(?<=(?<!\p{L})(?:St|Mr|Ms|Mrs|Dr|Prof)\.) (?=\p{Lu})/gu, nbsp],
    [new RegExp(`(?<=\\d) (?=(?:${englishMonths})(?!\\p{L}))`, 'gu'), nbsp],
    [/(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu}\.|\p{Lu}\p{Ll})/gu, nbsp],
  ],
  zh: [],
};

export function bindSpaces(text: string, language: Language): string {
  return bindings[language].reduce((bound, [pattern, replacement]) => bound.replace(pattern, replacement), text);
}

/** Non-empty lines of a text, each a paragraph of its own. */
export function splitParagraphs(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 → 一, 12 → 十二, 20 → 二十, 105 → 一百零五. For 1 to 999, which is more than an agenda has; beyond that, digits. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) return String(value);
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const hundredPart = hundreds === 0 ? '' : `${digits[hundreds]}百`;
  const gap = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const tenPart = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十`;
  return `${hundredPart}${gap}${tenPart}${digits[ones]}`;
}
