import { describe, expect, test } from 'vitest';
import type { AttendanceRow } from '#shared/contract/attendance-import.ts';
import {
  firstOfEachPerson,
  listDecisions,
  outcomeOf,
  possibleDecisions,
} from '../../../renderer/features/minutes/people/import/decisions.ts';

const row = (line: number, fate: AttendanceRow['fate'], personId?: string): AttendanceRow => ({
  ...{ line, fate, label: `line ${line}`, organization: '', match: null },
  person: personId === undefined ? null : { id: personId, label: personId },
});

describe('what becomes of the lines of a list', () => {
  test('each fate by itself', () => {
    const outcomes = (['known', 'suspected', 'guest', 'delegation', 'attending', 'empty'] as const).map((fate) =>
      outcomeOf(row(1, fate, 'a'), new Map()),
    );
    expect(outcomes).toEqual(['known', 'guest', 'guest', 'delegation', null, null]);
  });

  test('nobody can be chosen where nobody is suggested', () => {
    expect(possibleDecisions(row(1, 'suspected'))).toEqual(['guest', 'register', 'skip']);
    expect(possibleDecisions(row(1, 'suspected', 'a'))).toContain('known');
  });

  test('only what differs is sent, and everything that was suspected', () => {
    const rows = [row(1, 'known', 'a'), row(2, 'suspected', 'b'), row(3, 'suspected', 'c'), row(4, 'guest')];
    const delegations = [row(5, 'delegation'), row(6, 'delegation')];
    const decided = new Map([
      ...([
        [1, 'known'],
        [2, 'guest'],
        [3, 'known'],
        [4, 'register'],
        [5, 'delegation'],
        [6, 'skip'],
      ] as const),
    ]);
    expect(listDecisions([...rows, ...delegations], decided)).toEqual([
      { line: 2, fate: 'guest', personId: null },
      { line: 3, fate: 'known', personId: 'c' },
      { line: 4, fate: 'register', personId: null },
      { line: 6, fate: 'skip', personId: null },
    ]);
  });

  test('two lines cannot both be one person, nor one who is on the list', () => {
    const suspected = [row(1, 'suspected', 'a'), row(2, 'suspected', 'a'), row(3, 'suspected', 'b')];
    const others = [row(4, 'attending', 'b'), row(5, 'suspected', 'c'), row(6, 'known', 'c')];
    const wanted = [...suspected, row(5, 'suspected', 'c')];
    const taken = firstOfEachPerson(wanted, [...suspected, ...others], new Map());
    expect(taken.map(({ line }) => line)).toEqual([1]);
  });
});
