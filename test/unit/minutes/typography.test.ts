import { describe, expect, test } from 'vitest';
import { formatDate, formatDateRange, zonedClock, zonedInstantMs } from '#shared/domain/minutes/dates.ts';
import { bindSpaces, chineseNumeral, splitParagraphs } from '#shared/domain/minutes/typography.ts';

const shown = (text: string): string => text.replaceAll('\u00A0', '~');

describe('spaces that hold', () => {
  test.each([
    ['ru', 'А. И. Рудской, № 3 от 16 июня 2020 г.', 'А.~И.~Рудской, №~3 от 16~июня~2020~г.'],
    ['ru', 'в г. Нанкине — да, им. Веденеева', 'в г.~Нанкине~— да, им.~Веденеева'],
    ['ru', '16 июнявских', '16 июнявских'],
    ['en', 'No. 3 of 16 June, St. Petersburg, A. I. Rudskoi', 'No.~3 of 16~June, St.~Petersburg, A.~I.~Rudskoi'],
    ['en', 'Casino. 3 cards', 'Casino. 3 cards'],
    ['zh', '第 3 号', '第 3 号'],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(shown(bindSpaces(text, language))).toBe(expected);
    expect(bindSpaces(text, language).replaceAll('\u00A0', ' ')).toBe(text);
  });
});

test('dates', () => {
  expect(shown(formatDate('2020-06-16', 'en'))).toBe('16~June~2020');
  expect(shown(formatDate('2020-06-16', 'ru'))).toBe('16~июня~2020~г.');
  expect(formatDate('2020-06-16', 'zh')).toBe('2020年6月16日');
  expect(shown(formatDateRange('2020-06-30', '2020-07-02', 'ru'))).toBe('30~июня~— 2~июля~2020~г.');
  expect(formatDateRange('2020-12-30', '2021-01-02', 'zh')).toBe('2020年12月30日至2021年1月2日');
  expect(shown(formatDateRange('2020-06-16', '2020-06-16', 'en'))).toBe('16~June~2020');
});

test('clocks of zones, with summer time and half hours', () => {
  const winter = zonedInstantMs('2026-01-15', '10:00', 'Europe/Berlin');
  const summer = zonedInstantMs('2026-07-15', '10:00', 'Europe/Berlin');
  expect(zonedClock(winter, 'Asia/Shanghai')).toEqual({ time: '17:00', date: '2026-01-15', offset: 'UTC+8' });
  expect(zonedClock(summer, 'Asia/Shanghai')).toEqual({ time: '16:00', date: '2026-07-15', offset: 'UTC+8' });
  expect(zonedClock(summer, 'Asia/Kolkata').offset).toBe('UTC+5:30');
  expect(zonedClock(summer, 'America/New_York').offset).toBe('UTC\u22124');
});

test('Chinese numerals of headings', () => {
  expect([1, 10, 11, 20, 21, 100, 105, 110, 999].map(chineseNumeral)).toEqual([
    '一',
    '十',
    '十一',
    '二十',
    '二十一',
    '一百',
    '一百零五',
    '一百一十',
    '九百九十九',
  ]);
});

test('lines of a text are its paragraphs', () => {
  expect(splitParagraphs('one\n\n  two \n')).toEqual(['one', 'two']);
});
