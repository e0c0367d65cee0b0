import { describe, expect, test } from 'vitest';
import { layOut } from '../../../renderer/ui/register/layout.ts';

const groups = [
  { id: 'a', count: 2 },
  { id: 'none', count: 0 },
  { id: 'b', count: 1 },
  { id: 'c', count: 3 },
];

describe('headings and rows of a register', () => {
  test('each group that has rows stands under its heading', () => {
    const layout = layOut(groups);
    expect(layout.count).toBe(9);
    expect(Array.from({ length: layout.count }, (_, index) => layout.at(index))).toEqual([
      { kind: 'heading', groupId: 'a', count: 2, first: 0 },
      { kind: 'row', offset: 0 },
      { kind: 'row', offset: 1 },
      { kind: 'heading', groupId: 'b', count: 1, first: 2 },
      { kind: 'row', offset: 2 },
      { kind: 'heading', groupId: 'c', count: 3, first: 3 },
      { kind: 'row', offset: 3 },
      { kind: 'row', offset: 4 },
      { kind: 'row', offset: 5 },
    ]);
    expect(layout.at(-1)).toBeUndefined();
    expect(layout.at(9)).toBeUndefined();
  });

  test('nothing has no place', () => {
    expect(layOut([]).count).toBe(0);
    expect(layOut([]).at(0)).toBeUndefined();
  });
});
