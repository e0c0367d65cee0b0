import { type Cut, cutWord, joinCuts, once, type Reading, readSyllables } from './syllables.ts';

const apostrophes = /[’‘ʼʹ`´′ʻ＇]/gu;
const separators = /[-‐‑‒–—\s]+/u;
const maximumParts = 8;
const syllableCost = 10;
const rareCost = 6;
/** One mark (apostrophe or diacritic) that the writer left out. */
const missingMarkCost = 100;

/** Wade-Giles of one name part, lower case, syllables hyphenated (i-tung); '' when a syllable is unknown. */
export function toWadeGiles(syllables: readonly string[]): string {
  const table = readSyllables();
  const parts = syllables.map((syllable) => table.get(syllable)?.wadeGiles);
  return parts.includes(undefined) ? '' : parts.join('-');
}

const stripDiacritics = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

const readSpellings = once((): ReadonlyMap<string, readonly Reading[]> => {
  const table = new Map<string, Reading[]>();
  for (const { pinyin, wadeGiles, rare } of readSyllables().values()) {
    const cost = syllableCost + (rare ? rareCost : 0);
    const spellings = new Set([wadeGiles, stripDiacritics(wadeGiles), wadeGiles.replaceAll("'", '')]);
    spellings.add(stripDiacritics(wadeGiles).replaceAll("'", ''));
    for (const spelling of spellings) {
      const readings = table.get(spelling) ?? [];
      // An omitted circumflex says nothing (ê and e never compete), an omitted apostrophe or ü does.
      const missing = [/'/u, /ü/u].filter((mark) => mark.test(wadeGiles) && !mark.test(spelling)).length;
      readings.push({ syllable: pinyin, cost: cost + missing * missingMarkCost });
      table.set(spelling, readings);
    }
  }
  return table;
});

/**
 * Readings of a Wade-Giles word as pinyin syllables, those that need no missing mark first; at most 16. Old files drop
 * the apostrophes and the diacritics, and then 107 spellings stand for two to four syllables each (chu = zhu, chu, ju,
 * qu): an aid for searching, never a source to convert from.
 */
export function fromWadeGiles(word: string): string[][] {
  const parts = word
    .toLowerCase()
    .normalize('NFC')
    .replace(apostrophes, "'")
    .split(separators)
    .filter((part) => part !== '');
  if (parts.length > maximumParts) return [];
  const cuts: Cut[] = joinCuts(parts.map((part) => cutWord(part, readSpellings(), () => 0)));
  return cuts.map((cut) => cut.syllables);
}
