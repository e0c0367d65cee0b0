import { expect, test } from 'vitest';
import { daysAfter, monthEnd } from '../../../renderer/features/minutes/rows/due-dates.ts';
import { firstLanguage, rowLanguage } from '../../../renderer/features/minutes/rows/row-language.ts';
import { range } from '../../../renderer/features/minutes/rows/row-range.ts';

test.each([
  ['Доложил о ходе работ.', 'en', 'ru'],
  ['建议通过议程。', 'en', 'zh'],
  ['The agenda was adopted.', 'zh', 'en'],
  ['The agenda was adopted.', 'ru', 'en'],
  ['Решили закупить лицензии Microsoft Office Professional Plus.', 'ru', 'ru'],
  ['张伟 proposed to adopt the agenda.', 'en', 'en'],
  ['使用SAP系统', 'zh', 'zh'],
  ['Использовать SAP', 'zh', 'ru'],
  ['14:30', 'zh', 'zh'],
  ['', 'ru', 'ru'],
] as const)('«%s» written where %s is expected is %s', (text, expected, language) => {
  expect(rowLanguage(text, expected)).toBe(language);
});

test('the first letter decides only where no other language has it', () => {
  expect(firstLanguage('Д', 'en')).toBe('ru');
  expect(firstLanguage('建', 'ru')).toBe('zh');
  expect(firstLanguage('S', 'ru')).toBe('ru');
  expect(firstLanguage('S', 'en')).toBe('en');
});

test('usual due dates', () => {
  expect(daysAfter('2026-02-23', 7)).toBe('2026-03-02');
  expect(daysAfter('2026-12-25', 14)).toBe('2027-01-08');
  expect(monthEnd('2028-02-01')).toBe('2028-02-29');
  expect(monthEnd('2026-11-30')).toBe('2026-11-30');
});

test('a range of rows runs in their order, whichever end comes first', () => {
  const rows = ['a', 'b', 'c', 'd'];
  expect(range(rows, 1, 2)).toEqual(['b', 'c']);
  expect(range(rows, 3, 1)).toEqual(['b', 'c', 'd']);
  expect(range(rows, 2, 2)).toEqual(['c']);
});
