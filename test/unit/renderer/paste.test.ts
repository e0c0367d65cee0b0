import { describe, expect, test } from 'vitest';
import { maxEntries } from '#shared/contract/entries.ts';
import { limits } from '#shared/contract/fields.ts';
import { cleanPasted, readPaste } from '../../../renderer/features/minutes/rows/paste.ts';

describe('a pasted text becomes rows', () => {
  test.each([
    ['paragraphs of a word processor', 'Первый.\r\n\r\nВторой.\r\n', ['Первый.', 'Второй.']],
    ['a table of a spreadsheet', 'Иванов\tдиректор\t\r\nHu Yidong\t\tCEO', ['Иванов; директор', 'Hu Yidong; CEO']],
    ['a soft line break', 'one\u2028two\u000Bthree', ['one', 'two', 'three']],
    ['one line', ' 成立联合实验室。 ', ['成立联合实验室。']],
    ['nothing but blanks', ' \t\u00A0\n\u200B\n', []],
  ])('%s', (_name, text, rows) => {
    expect(readPaste(text)).toEqual({ rows });
  });

  test('marks of direction and characters without a width go, letters of every script stay', () => {
    const [zero, bidi, soft] = ['\u200B\uFEFF\u2060', '\u202E\u2066\u200F', '\u00AD'];
    expect(cleanPasted(`Ив${zero}а${soft}нов ${bidi}مرحبا${bidi} שלום`)).toBe('Иванов مرحبا שלום');
    expect(cleanPasted('می\u200Cخواهم 👩\u200D🔬')).toBe('می\u200Cخواهم 👩\u200D🔬');
  });

  test('a megabyte with too many paragraphs, or one that is too long, is refused with its place', () => {
    expect(readPaste('x\n'.repeat(maxEntries + 1))).toEqual({ refused: 'tooMany', count: maxEntries + 1 });
    expect(readPaste(`kurz\n${'ж'.repeat(limits.text + 1)}`)).toEqual({ refused: 'tooLong', at: 2 });
    expect(readPaste('слово '.repeat(3_000))).toHaveProperty('rows.length', 1);
  });
});
