import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinTerms, splitTerms } from '../../../electron/features/glossary/cells.ts';
import { recogniseHead } from '../../../electron/features/glossary/columns.ts';

test.each([
  ['a | b', ['a', 'b']],
  ['a\nb | c', ['a', 'b', 'c']],
  ['(a|b)*', ['(a|b)*']],
  ['a || b', ['a || b']],
  [' | a | ', ['a']],
  ['a \\| b | c', ['a | b', 'c']],
  ['C:\\dir | \\\\server', ['C:\\dir', '\\\\server']],
  ['', []],
])('the terms of the cell %j', (cell, terms) => {
  expect(splitTerms(cell)).toEqual(terms);
});

test('terms survive a cell, whatever bars, backslashes and spaces they have', () => {
  const term = fc
    .string({ unit: fc.constantFrom('|', '\\', ' ', 'a', 'я', '术', '\u00A0', '.') })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(term), (terms) => {
      expect(splitTerms(joinTerms(terms))).toEqual(terms);
    }),
  );
});

test.each([
  ['en', 'preferred_en'],
  ['Русский', 'preferred_ru'],
  ['ZH-CN', 'preferred_zh'],
  ['Forbidden_RU', 'forbidden_ru'],
  ['Английский: не употреблять', 'forbidden_en'],
  ['中文（亦可用）', 'allowed_zh'],
  ['Определение', 'definition_ru'],
  ['comment', 'note'],
  ['№ п/п', 'numbering'],
  ['de', 'other-language'],
  ['zh-TW', 'other-language'],
  ['preferred_fr', 'other-language'],
  ['Целевой термин', null],
])('the head «%s»', (head, field) => {
  expect(recogniseHead(head)).toBe(field);
});
