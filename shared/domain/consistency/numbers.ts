import type { Language } from '../language.ts';
import { hanScales, readHanNumerals } from './han-numerals.ts';
import { readNumberWords } from './number-words.ts';
import { numberKey, type Quantity } from './quantity.ts';
import { cover } from './text.ts';

/** A number with all that it may be read as, before it is known what it counts. */
export interface Figure {
  start: number;
  end: number;
  /** The first is the likeliest. */
  values: number[];
  /** As a path of digits («3.10»), '' for numbers in words. */
  path: string;
  isWeak: boolean;
  hasScale: boolean;
}

const blanks = ' \\u00a0\\u202f\\u2009';
/** Groups of three digits behind spaces, commas, points or apostrophes; or any digits with a decimal part. */
const digitsPattern = new RegExp(
  `(?<![\\d]|\\d[.,])(?:\\d{1,3}(?:([${blanks},.'’])\\d{3})(?:\\1\\d{3}){0,4}(?!\\d)(?:[.,]\\d{1,6})?|\\d{1,18}(?:[.,]\\d{1,6})?)(?![.,]?\\d)|(?<!\\d)\\d{1,18}`,
  'gu',
);

const scales: Record<Language, [RegExp, number][]> = {
  en: [
    [/^[- \u00a0]{0,2}(?:thousand|k(?![\p{L}\d]))/u, 1e3],
    [/^[- \u00a0]{0,2}(?:million|mln|mn)/u, 1e6],
    [/^[- \u00a0]{0,2}(?:billion|bln|bn)/u, 1e9],
    [/^[- \u00a0]{0,2}(?:trillion|trn)/u, 1e12],
  ],
  ru: [
    [/^[- \u00a0\u202f]{0,2}(?:тыс(?:\.|яч[а-я]{0,3})?(?![а-я]))/u, 1e3],
    [/^[- \u00a0\u202f]{0,2}(?:млн\.?|миллион[а-я]{0,3})(?![а-я])/u, 1e6],
    [/^[- \u00a0\u202f]{0,2}(?:млрд\.?|миллиард[а-я]{0,3})(?![а-я])/u, 1e9],
    [/^[- \u00a0\u202f]{0,2}(?:трлн\.?|триллион[а-я]{0,3})(?![а-я])/u, 1e12],
  ],
  zh: [],
};
const hanScale = /^[ \u00a0]?(?:余|多|几)?((?:十|百|千)?(?:万亿|万|亿)|百|千(?![米克瓦兆帕赫卡]))/u;
const hanFactors: Record<string, number> = { 十: 10, 百: 100, 千: 1_000, 万亿: 1e12, ...hanScales };

const moneyBefore = /(?:[$€£¥₽]|usd|eur|rmb|cny|rub|gbp)[ \u00a0]?$/u;
const moneyScale = /^[ \u00a0]?(m|b)(?![\p{L}\d²³])/u;

function readScale(before: string, after: string, language: Language): { factor: number; length: number } | null {
  const short = moneyBefore.test(before) ? moneyScale.exec(after) : null;
  if (short !== null) return { factor: short[1] === 'm' ? 1e6 : 1e9, length: short[0].length };
  if (language === 'zh') {
    const match = hanScale.exec(after);
    if (match === null) return null;
    const [whole, signs = ''] = match;
    const factor = hanFactors[signs] ?? (hanFactors[signs.charAt(0)] ?? 1) * (hanFactors[signs.slice(1)] ?? 1);
    return { factor, length: whole.length };
  }
  for (const [pattern, factor] of scales[language]) {
    const match = pattern.exec(after);
    if (match !== null) return { factor, length: match[0].length };
  }
  return null;
}

const round = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(12)));

function readDigits(digits: string, language: Language): number[] {
  const plain = digits.replace(/[ \u00a0\u202f\u2009'’]/gu, '');
  const signs = [...plain.matchAll(/[.,]/gu)].map(([sign]) => sign);
  if (signs.length === 0) return [Number(plain)];
  const asDecimal = (): number => Number(plain.replace(/[.,](?=.*[.,])/gu, '').replace(',', '.'));
  const asGroups = (): number => Number(plain.replace(/[.,]/gu, ''));
  if (signs.length > 1) return signs[0] === signs.at(-1) ? [asGroups()] : [asDecimal()];
  if (!/[.,]\d{3}$/u.test(plain) || /^0/u.test(plain)) return [asDecimal()];
  // «12,500» counts thousands in English and Chinese, and is twelve and a half in Russian; «12.500» the other way round.
  const isGroup = signs[0] === (language === 'ru' ? '.' : ',');
  return isGroup ? [asGroups(), asDecimal()] : [asDecimal(), asGroups()];
}

const romanPattern = /(?<![\p{L}\d.])[IVX]{1,6}(?![\p{L}\d])/gu;
const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10 };
function readRoman(numeral: string): number {
  const each = Array.from(numeral, (sign) => romanDigits[sign] ?? 0);
  return each.reduce((sum, value, index) => sum + (value < (each[index + 1] ?? 0) ? -value : value), 0);
}

/** «1)», «2.» before an item of a list, where another language may have letters. */
const isEnumerator = (before: string, digits: string, after: string): boolean =>
  digits.length < 3 &&
  (/^[)）]/u.test(after)
    ? /(?:^|[\s:：;；，。,.（(])$/u.test(before)
    : /^[.、][ \u00a0]?\D/u.test(after) && /(?:^|\n)\s*$/u.test(before));

/** Letters in front of it («COVID-19», «CO2») or one behind it that is no measure («5G»): a name more than a number. */
const isOfName = (before: string, after: string): boolean =>
  /[a-z]-?$/u.test(before) || /^[DEGHKPQRSXYZ](?![\p{L}\d])/u.test(after);

/** «1 billion 200 million» is one number. */
function joinScales(figures: Figure[], rest: string): void {
  for (let index = figures.length - 2; index >= 0; index -= 1) {
    const [first, second] = [figures[index], figures[index + 1]];
    if (
      first?.hasScale !== true ||
      second?.hasScale !== true ||
      !/^[ \u00a0]?$/u.test(rest.slice(first.end, second.start))
    ) {
      continue;
    }
    const [large = 0, small = 0] = [first.values[0], second.values[0]];
    if (small >= large || large % 10 ** Math.ceil(Math.log10(small)) !== 0) continue;
    figures.splice(index, 2, { ...first, end: second.end, values: [large + small], path: '' });
  }
}

/** All numbers of a folded text, in order; `rest` is that text without what was read as something else. */
export function readFigures(rest: string, text: string, language: Language): Figure[] {
  const figures: Figure[] = [];
  for (const match of rest.matchAll(digitsPattern)) {
    const { index: start } = match;
    const digits = match[0];
    const after = rest.slice(start + digits.length, start + digits.length + 16);
    const before = rest.slice(Math.max(0, start - 5), start);
    const scale = readScale(before, after, language);
    const factor = scale?.factor ?? 1;
    figures.push({
      start,
      end: start + digits.length + (scale?.length ?? 0),
      values: readDigits(digits, language).map((value) => round(value * factor)),
      path: digits,
      isWeak:
        scale === null &&
        (isEnumerator(before, digits, after) ||
          isOfName(before, text.slice(start + digits.length, start + digits.length + 2))),
      hasScale: scale !== null,
    });
  }
  const words = language === 'zh' ? readHanNumerals(rest) : readNumberWords(rest, text, language);
  joinScales(figures, rest);
  const taken = cover(rest, figures);
  for (const { start, end, value, isWeak } of words) {
    if (taken.slice(start, end) !== rest.slice(start, end)) continue;
    figures.push({ start, end, values: [value], path: '', isWeak, hasScale: value >= 1_000 });
  }
  if (language !== 'zh') {
    for (const match of text.matchAll(romanPattern)) {
      if (rest.slice(match.index, match.index + match[0].length) !== match[0].toLowerCase()) continue;
      const end = match.index + match[0].length;
      const value = readRoman(match[0]);
      figures.push({ start: match.index, end, values: [value], path: '', isWeak: true, hasScale: false });
    }
  }
  return figures.sort((a, b) => a.start - b.start);
}

export function toQuantity(figure: Figure, text: string): Quantity {
  const { start, end, values, path, isWeak } = figure;
  return {
    kind: 'number',
    start,
    end,
    raw: text.slice(start, end),
    keys: [...new Set(values.map(numberKey))].concat(path.includes('.') && !figure.hasScale ? [`p${path}`] : []),
    needs: 'any',
    currency: '',
    value: values[0] ?? null,
    isWeak,
  };
}
