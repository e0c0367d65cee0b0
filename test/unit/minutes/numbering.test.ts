import { expect, test } from 'vitest';
import { numberEntries } from '#shared/domain/minutes/index.ts';

const agenda = [
  { id: 'second', orderKey: 'a1' },
  { id: 'first', orderKey: 'Zz' },
];
const entry = (id: string, agendaItemId: string, kind: string, orderKey: string) => ({
  id,
  agendaItemId,
  kind,
  orderKey,
});

test('each kind counts for itself under its item, in stored order', () => {
  const numbers = numberEntries(agenda, [
    entry('d2', 'second', 'decision', 'a2'),
    entry('d1', 'second', 'decision', 'a0'),
    entry('a1', 'second', 'action', 'a1'),
    entry('p1', 'first', 'proposal', 'a0'),
  ]);
  expect(Object.fromEntries(numbers)).toEqual({ d1: '2.1', d2: '2.2', a1: '2.1', p1: '1.1' });
});

test('keys are compared as code units, not by a locale', () => {
  const numbers = numberEntries(
    [{ id: 'x', orderKey: 'a' }],
    [entry('lower', 'x', 'decision', 'a0'), entry('upper', 'x', 'decision', 'Zz')],
  );
  expect(numbers.get('upper')).toBe('1.1');
});

test('speech, notes and rows of unknown items have no number', () => {
  const numbers = numberEntries(agenda, [
    entry('s', 'first', 'speech', 'a'),
    entry('n', 'first', 'note', 'b'),
    entry('u', 'nowhere', 'decision', 'c'),
  ]);
  expect(numbers.size).toBe(0);
});
