import { mandarinSyllableTable } from './data/mandarin-syllables.ts';

/** One syllable of Mandarin in three systems; `pinyin` without tone, ü kept. */
export interface Syllable {
  pinyin: string;
  palladius: string;
  /** With apostrophes and diacritics. */
  wadeGiles: string;
  /** Not met in names, or hardly: a cut of a word that needs it is the last to be believed. */
  rare: boolean;
}

const rareSyllables = new Set(
  (
    'o ei lo me yo yai den dei tei zhei shei kei zei sen cen nou nun dia lia nin fo rua chua zhuai chuai lüan lün ' +
    'cei sei ten fiao nia e'
  ).split(' '),
);

/** Runs `make` at the first call only, so that importing a module with large tables costs nothing. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

export const readSyllables = once(
  (): ReadonlyMap<string, Syllable> =>
    new Map(
      mandarinSyllableTable.split(',').map((item) => {
        const [pinyin = '', palladius = '', wadeGiles = ''] = item.trim().split(' ');
        return [pinyin, { pinyin, palladius, wadeGiles, rare: rareSyllables.has(pinyin) }];
      }),
    ),
);

/** How one spelling may be read; the lower the cost, the sooner it is believed. */
export interface Reading {
  syllable: string;
  cost: number;
}

export interface Cut {
  syllables: string[];
  cost: number;
}

/** Cuts and readings kept: long words stay cheap, and nobody chooses among more. */
const maximumReadings = 16;
/** Letters of one name word; Chinese given names have at most twelve or so. */
const maximumLetters = 36;
const maximumSpelling = 7;

/**
 * The cheapest cuts of a word into spellings from the table, cheapest first: a dynamic programme that keeps the best
 * `maximumReadings` at every position, so that neither time nor result can explode. `costOfJoin` weighs a boundary
 * inside the word.
 */
export function cutWord(
  word: string,
  table: ReadonlyMap<string, readonly Reading[]>,
  costOfJoin: (previous: string, next: string) => number,
): Cut[] {
  if (word.length === 0 || word.length > maximumLetters) return [];
  const best: (Cut[] | undefined)[] = [[{ syllables: [], cost: 0 }]];
  for (let start = 0; start < word.length; start += 1) {
    const before = best[start];
    if (before === undefined) continue;
    if (before.length > maximumReadings) {
      before.sort((a, b) => a.cost - b.cost);
      before.length = maximumReadings;
    }
    const last = Math.min(word.length, start + maximumSpelling);
    for (let end = start + 1; end <= last; end += 1) {
      const readings = table.get(word.slice(start, end));
      if (readings === undefined) continue;
      const target = (best[end] ??= []);
      for (const cut of before) {
        const previous = cut.syllables.at(-1);
        for (const reading of readings) {
          const join = previous === undefined ? 0 : costOfJoin(previous, reading.syllable);
          target.push({ syllables: [...cut.syllables, reading.syllable], cost: cut.cost + reading.cost + join });
        }
      }
    }
  }
  return keepCheapest(best[word.length] ?? []);
}

/** Sorted by cost, each sequence of syllables once, at most `maximumReadings`. */
export function keepCheapest(cuts: Cut[]): Cut[] {
  if (cuts.length < 2) return cuts;
  cuts.sort((a, b) => a.cost - b.cost);
  const seen = new Set<string>();
  const kept: Cut[] = [];
  for (const cut of cuts) {
    const key = cut.syllables.join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(cut);
    if (kept.length === maximumReadings) break;
  }
  return kept;
}

/** Joins the cuts of parts that stand apart (a hyphen, an apostrophe, a space between them); [] when one has none. */
export function joinCuts(parts: readonly Cut[][]): Cut[] {
  const [first = [], ...rest] = parts;
  let joined = first;
  for (const part of rest) {
    joined = keepCheapest(
      joined.flatMap((left) =>
        part.map((right) => ({ syllables: [...left.syllables, ...right.syllables], cost: left.cost + right.cost })),
      ),
    );
  }
  return joined;
}
