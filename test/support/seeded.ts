/** Numbers 0…1 in an order that only `seed` decides (mulberry32), so that a failure can be had again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The one that TRILOGUE_SEED names, so that a failure can be had again; else `otherwise`, or any. */
export const seedOf = (otherwise = Math.floor(Math.random() * 2 ** 31)): number =>
  Number(process.env.TRILOGUE_SEED ?? otherwise);
