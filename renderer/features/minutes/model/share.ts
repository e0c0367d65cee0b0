type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * `next`, with each part that reads as in `before` replaced by that part, so that what did not change stays the same
 * object. For values as JSON has them.
 */
export function share<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next;
  if (Array.isArray(before) && Array.isArray(next)) {
    const items = next.map((item: unknown, index) => share(before[index], item));
    const isSame = items.length === before.length && items.every((item, index) => item === before[index]);
    return (isSame ? before : items) as T;
  }
  if (isPlain(before) && isPlain(next)) {
    const keys = Object.keys(next);
    const shared = Object.fromEntries(keys.map((key) => [key, share(before[key], next[key])]));
    const isSame =
      Object.keys(before).length === keys.length && keys.every((key) => key in before && shared[key] === before[key]);
    return (isSame ? before : shared) as T;
  }
  return next;
}

/** As {@link share}, for records that may have changed their place in the list. */
export function shareRecords<T extends { id: string }>(before: readonly T[], next: readonly T[]): readonly T[] {
  const known = new Map(before.map((record) => [record.id, record]));
  return share(
    before,
    next.map((record) => share(known.get(record.id), record)),
  );
}
