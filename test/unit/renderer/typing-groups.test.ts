import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changedStretch,
  continuesStep,
  type LastTyped,
  lastTyped,
  wholeOffset,
} from '../../../renderer/features/minutes/model/typing-groups.ts';

/** Plays what a field held one after the other, 100 ms apart, and answers what it held at the end of each undo step. */
function steps(values: readonly (string | { text: string; afterMs?: number; isComposed?: boolean })[]): string[] {
  const ends: string[] = [];
  let last: LastTyped | null = null;
  let text = '';
  let atMs = 0;
  for (const value of values) {
    const { text: next, afterMs = 100, isComposed = false } = typeof value === 'string' ? { text: value } : value;
    atMs += afterMs;
    const change = changedStretch(text, next);
    if (!continuesStep(last, change, atMs, isComposed) && last !== null) ends.push(text);
    last = lastTyped(change, atMs, isComposed);
    text = next;
  }
  return [...ends, text];
}

/** Every value on the way from nothing to the text, letter by letter. */
const typed = (text: string, from = ''): string[] => {
  const letters = Array.from(text.slice(from.length));
  return letters.map((_, index) => from + letters.slice(0, index + 1).join(''));
};

test('a step ends at the first letter of the next word', () => {
  expect(steps(typed('to found a lab'))).toEqual(['to ', 'to found ', 'to found a ', 'to found a lab']);
  expect(steps(typed('Решили: основать, «по-русски»'))).toEqual([
    'Решили: ',
    'Решили: основать, «',
    'Решили: основать, «по-русски»',
  ]);
  expect(steps(typed("don't  stop\nnow"))).toEqual(["don't  ", "don't  stop\n", "don't  stop\nnow"]);
});

test('a step ends with a pause of a second', () => {
  expect(steps(['a', 'ab', { text: 'abc', afterMs: 1_000 }, { text: 'abcd', afterMs: 999 }])).toEqual(['ab', 'abcd']);
});

test('typing and deleting are steps of their own', () => {
  expect(steps([...typed('abc'), 'ab', 'a', ...typed('axy', 'a')])).toEqual(['abc', 'a', 'axy']);
});

test('each composed phrase is a step, and what is typed behind it is another', () => {
  const composed = (text: string) => ({ text, isComposed: true });
  expect(steps(['a', composed('a你好'), composed('a你好世界'), ...typed('a你好世界ok', 'a你好世界')])).toEqual([
    'a',
    'a你好',
    'a你好世界',
    'a你好世界ok',
  ]);
});

test('a paste is a step, and so is typing in another place or over a selection', () => {
  expect(steps(['a', 'a pasted text', 'a pasted text!'])).toEqual(['a', 'a pasted text', 'a pasted text!']);
  expect(steps([...typed('middle'), 'xmiddle', 'xymiddle'])).toEqual(['middle', 'xymiddle']);
  expect(steps([...typed('word'), 'w'])).toEqual(['word', 'w']);
});

test('a character outside the basic plane is one letter', () => {
  expect(changedStretch('a😀', 'a😁')).toEqual({ start: 1, removed: '😀', inserted: '😁' });
  expect(steps(typed('a𠮷b'))).toEqual(['a𠮷b']);
  expect(wholeOffset('a😀b', 2)).toBe(1);
  expect(wholeOffset('a😀b', 3)).toBe(3);
  expect(wholeOffset('ab', 9)).toBe(2);
});

test('the stretch turns one text into the other and is well-formed', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '你', '😀', '😁', '🨀', 'é'), maxLength: 8 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { start, removed, inserted } = changedStretch(before, after);
      expect(before.slice(0, start) + inserted + before.slice(start + removed.length)).toBe(after);
      expect(before.startsWith(removed, start)).toBe(true);
      expect(removed.isWellFormed() && inserted.isWellFormed()).toBe(true);
    }),
  );
});
