/**
 * Remembers the answers for the texts asked lately; when it is full, the older half goes. Names of a register consist
 * of few different words, and most of the work is done per word.
 */
export function remember<T>(size: number, find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= size) {
      let left = size / 2;
      for (const key of known.keys()) {
        if (left-- <= 0) break;
        known.delete(key);
      }
    }
    const made = find(text);
    known.set(text, made);
    return made;
  };
}

/** Words remembered by each of the readers of words. */
export const wordCount = 8_192;
