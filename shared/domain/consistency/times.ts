import type { Language } from '../language.ts';
import type { Quantity } from './quantity.ts';
import { cover, type Range, rangeOf } from './text.ts';

const space = '[ \\u00a0\\u202f]{0,2}';
const clock = `(?<![\\d:.,])([01]?\\d|2[0-4])[:：]([0-5]\\d)(?::[0-5]\\d)?(?![\\d:])`;

type Read = (groups: (string | undefined)[]) => { hour: number; minute: number; isHalfDay: boolean };

const half = (hour: number, isLater: boolean): number => (isLater ? (hour % 12) + 12 : hour % 12);
const plain: Read = ([hour, minute]) => ({ hour: Number(hour), minute: Number(minute ?? 0), isHalfDay: false });

const english: [RegExp, Read][] = [
  [
    new RegExp(`(?<![\\d:.,])(1[0-2]|0?[1-9])(?:[:.]([0-5]\\d))?${space}([ap])\\.?${space}m(?:\\.|(?![\\p{L}]))`, 'gu'),
    ([hour, minute, letter]) => ({
      hour: half(Number(hour), letter === 'p'),
      minute: Number(minute ?? 0),
      isHalfDay: false,
    }),
  ],
  [
    new RegExp(`(?<![\\d:.,])(1[0-2]|[1-9])${space}o['’]clock`, 'gu'),
    ([hour]) => ({ hour: Number(hour), minute: 0, isHalfDay: true }),
  ],
];
const russianHours: [RegExp, Read] = [
  // «В течение 3 часов» is no time of day: only behind these words are hours one.
  new RegExp(
    `(?<=(?<![а-я])(?:в|с|до|к)[ \\u00a0])([01]?\\d|2[0-4])${space}(?:час(?:а|ов)?|ч\\.?)(?:${space}([0-5]?\\d)${space}мин(?:\\.|ут[аы]?)?)?(?:${space}(утра|дня|вечера))?(?![а-я])`,
    'gu',
  ),
  ([hour, minute, part]) => ({
    hour: part === undefined ? Number(hour) : half(Number(hour), part !== 'утра'),
    minute: Number(minute ?? 0),
    isHalfDay: false,
  }),
];
const chinese: [RegExp, Read][] = [
  [
    new RegExp(
      `(上午|早上|下午|晚上|中午|凌晨)${space}(\\d{1,2})(?:[:：]([0-5]\\d)|[时点](?:(半)|([0-5]?\\d)分?)?)`,
      'gu',
    ),
    ([part = '', hour, colon, halfPast, minute]) => ({
      hour: half(Number(hour), /[下晚]/u.test(part) || (part === '中午' && Number(hour) !== 11)),
      minute: halfPast === undefined ? Number(colon ?? minute ?? 0) : 30,
      isHalfDay: false,
    }),
  ],
  [new RegExp(`(?<![\\d:.,])([01]?\\d|2[0-4])时(?:([0-5]?\\d)分)?(?!间|期|代)`, 'gu'), plain],
  [new RegExp(`(?<![\\d:.,])([01]?\\d|2[0-4])点([0-5]?\\d)分`, 'gu'), plain],
];
const rules: Record<Language, [RegExp, Read][]> = {
  en: [...english, [new RegExp(clock, 'gu'), plain]],
  ru: [
    russianHours,
    [new RegExp(clock, 'gu'), plain],
    [/(?<=(?<![а-я])(?:в|с|до|к)[ \u00a0])([01]?\d|2[0-3])\.([0-5]\d)(?![\d.,%])(?![ \u00a0]?[%млт])/gu, plain],
  ],
  zh: [...chinese, [new RegExp(clock, 'gu'), plain]],
};

/** The times of day of a folded text, as minutes, and the text without them. */
export function readTimes(folded: string, text: string, language: Language): { times: Quantity[]; rest: string } {
  const times: Quantity[] = [];
  let rest = folded;
  for (const [pattern, read] of rules[language]) {
    const ranges: Range[] = [];
    for (const match of rest.matchAll(pattern)) {
      const { hour, minute, isHalfDay } = read(match.slice(1));
      const range = rangeOf(match);
      ranges.push(range);
      const minutes = hour * 60 + minute;
      times.push({
        ...range,
        kind: 'time',
        raw: text.slice(range.start, range.end).trim(),
        keys: [`t${minutes}`, ...(isHalfDay ? [`t${(minutes + 720) % 1440}`] : [])],
        needs: 'any',
        currency: '',
        value: null,
        isWeak: false,
      });
    }
    rest = cover(rest, ranges);
  }
  return { times, rest };
}
