import { expect, test } from 'vitest';
import { looksMistyped, switchLayout } from '../../../electron/features/search/keyboard-layout.ts';

test.each([
  ['Repytw', 'Кузнец'],
  ['Re', 'Ку'],
  ['Рг', 'Hu'],
  ['[e', 'ху'],
  ['Ce,,jnf', 'Суббота'],
  ['РГ Шищщ', 'HU Iboo'],
])('%s is %s on the other layout', (typed, meant) => {
  expect(switchLayout(typed)).toBe(meant);
});

test('a text of both alphabets, or of neither, has no other layout', () => {
  expect(switchLayout('JITRI и РАН')).toBeNull();
  expect(switchLayout('产业 2020')).toBeNull();
});

test('a sign where a letter should be looks mistyped, a quotation does not', () => {
  expect(looksMistyped('[e')).toBe(true);
  expect(looksMistyped('gj;fk')).toBe(true);
  expect(looksMistyped('"Hu Yidong", JITRI')).toBe(false);
});
