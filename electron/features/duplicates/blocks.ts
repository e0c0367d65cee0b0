/** Keys under which a record stands, and those under which its likes are looked for. */
export interface BlockKeys {
  own: readonly string[];
  sought: readonly string[];
}

/**
 * Ids of records by the keys they share: only they are worth comparing (blocking; Christen, «Data Matching», 2012,
 * chapter 4).
 */
export class Blocks {
  /** Most keys have one record only: no list is made for it. */
  readonly #ids = new Map<string, string | Set<string>>();
  readonly #largest: number;

  /** A key that more than `largest` records share («Institute of … in the city of …») is no hint, and is passed over. */
  constructor(largest: number) {
    this.#largest = largest;
  }

  add(id: string, keys: BlockKeys): void {
    for (const key of keys.own) {
      const known = this.#ids.get(key);
      if (known === undefined) this.#ids.set(key, id);
      else if (typeof known === 'string') this.#ids.set(key, new Set([known, id]));
      else known.add(id);
    }
  }

  remove(id: string, keys: BlockKeys): void {
    for (const key of keys.own) {
      const known = this.#ids.get(key);
      if (known === id) this.#ids.delete(key);
      else if (known instanceof Set) known.delete(id);
    }
  }

  find(keys: BlockKeys): Set<string> {
    const found = new Set<string>();
    for (const key of keys.sought) {
      const known = this.#ids.get(key);
      if (typeof known === 'string') found.add(known);
      else if (known !== undefined && known.size <= this.#largest) for (const id of known) found.add(id);
    }
    return found;
  }
}
