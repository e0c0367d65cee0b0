import { generateNKeysBetween } from 'fractional-indexing';

export interface Ordered {
  id: string;
  orderKey: string;
}

/** Keys for so many places between two neighbours; undefined stands for the beginning or the end of the list. */
export function keysBetween(before: Ordered | undefined, after: Ordered | undefined, count: number): string[] {
  // Equal keys come from merged records: there is no room between them, so the rows go right behind the first.
  const isFull = before !== undefined && after !== undefined && before.orderKey >= after.orderKey;
  return generateNKeysBetween(before?.orderKey ?? null, isFull ? null : (after?.orderKey ?? null), count);
}

export function keyBetween(before: Ordered | undefined, after: Ordered | undefined): string {
  const [key] = keysBetween(before, after, 1);
  if (key === undefined) throw new Error('one key was asked for');
  return key;
}

export const keyAtEnd = (rows: readonly Ordered[]): string => keyBetween(rows.at(-1), undefined);
