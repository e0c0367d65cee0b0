import type { NameWord } from './name-word.ts';
import { fromWadeGiles } from './wade-giles.ts';

export interface WadeGilesReading {
  family: string[];
  given: string[];
}

/**
 * «Hu I-tung», «Mao Tse-tung»: a family name, then a given name with a hyphen or an apostrophe, as nothing else tells
 * Wade-Giles from pinyin; or a name that is no pinyin at all.
 */
export function readWadeGiles(words: readonly NameWord[]): WadeGilesReading | undefined {
  const [first, second, third] = words;
  if (first === undefined || second === undefined || third !== undefined || first.script !== 'latin') return undefined;
  const isMarked = /[-'’‘ʻ‐‑]/u.test(second.raw + first.raw);
  const isPinyin = first.syllables.exact.length > 0 && second.syllables.exact.length > 0;
  if (isPinyin && !isMarked) return undefined;
  const read = (text: string): string[] => fromWadeGiles(text).map((syllables) => syllables.join(' '));
  const [family, given] = [read(first.raw), read(second.raw)];
  return family.length === 0 || given.length === 0 ? undefined : { family, given };
}
