import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDistance } from '../../../electron/features/memory/distance.ts';

/** The table of Wagner and Fischer, whole. */
function plainDistance(one: readonly number[], other: readonly number[]): number {
  const rows = [other.map((_, column) => column)];
  rows[0]?.push(other.length);
  one.forEach((word, at) => {
    const before = rows[at] ?? [];
    const row = [at + 1];
    other.forEach((with_, column) => {
      const replaced = (before[column] ?? 0) + (word === with_ ? 0 : 1);
      row.push(Math.min(replaced, (before[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1));
    });
    rows.push(row);
  });
  return rows.at(-1)?.at(-1) ?? 0;
}

test('is the edit distance as far as it is asked, and nothing beyond', () => {
  const words = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 14 });
  fc.assert(
    fc.property(words, words, fc.integer({ min: 0, max: 15 }), (one, other, most) => {
      const distance = plainDistance(one, other);
      const expected = distance <= most ? distance : null;
      expect(wordDistance(Int32Array.from(one), Int32Array.from(other), most)).toBe(expected);
    }),
    { numRuns: 3_000 },
  );
});
