/** Repeatable choices: the same seed gives the same register on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Whole number, 0 ≤ x < end. */
  below(end: number): number;
  isLikely(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** As `pick`, the first ones far more often, as words are in a language (Zipf's law). */
  pickEarly<T>(list: readonly T[]): T;
  /** A version 7 UUID; ids rise in the order in which they are made. */
  id(): string;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for test data. */
export function createRandom(seed: number): Random {
  let state = seed;
  let count = 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(list: readonly T[], index: number): T => {
    const item = list[index];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const below = (end: number): number => Math.floor(next() * end);
  const hex = (digits: number): string =>
    below(16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  return {
    next,
    below,
    isLikely: (share) => next() < share,
    pick: (list) => at(list, below(list.length)),
    pickEarly: (list) => at(list, Math.floor((list.length + 1) ** next()) - 1),
    id() {
      // A millisecond per id, counted from 1 January 2020, and the seed in the middle: two generators never collide.
      const time = (Date.UTC(2020, 0, 1) + count++).toString(16).padStart(12, '0');
      const middle = (seed & 0xfff).toString(16).padStart(3, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${middle}-a${hex(3)}-${hex(6)}${hex(6)}`;
    },
  };
}
