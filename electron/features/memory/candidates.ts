import { lowestScore } from '#shared/contract/memory.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { isHan } from '../../search-index/segment.ts';
import { countUnits, listLengths, listPostings } from './index-repository.ts';
import type { Analysed } from './words.ts';

/** So many are compared word by word. */
const mostCompared = 100;
/** So many are looked up for their lengths. */
const mostLookedUp = 1_000;
/** Places in all lists of units that are run through for one question. */
const mostPlaces = 60_000;
const fewestTokens = 2;
/** So many words more are asked than are needed, so that a candidate must share several. */
const moreTokens = 4;

/** 0.7 × 10 is 7 here. */
export const tolerance = 1e-9;

export const compareStrings = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Units that may be alike enough, the likeliest first. Of n words at most 0.3 n may be missing, so what is alike has k
 * at least of any 0.3 n + k of them: the rarest are asked. A Han character that is changed takes two pairs along. Where
 * even the rarest are very common, some that are alike may be passed over.
 */
export function listCandidates(
  connection: Connection,
  language: Language,
  { words, tokens }: Analysed,
  isWanted: (id: number) => boolean,
): number[] {
  const { length } = words;
  const mayMiss = Math.floor((1 - lowestScore) * length * (words.some(isHan) ? 2 : 1) + tolerance);
  const { asked, absent } = chooseTokens(connection, language, tokens, mayMiss);
  if (asked.length === 0 || absent > mayMiss) return [];
  const least = Math.max(1, asked.length + absent - mayMiss);
  const shared = countShared(connection, language, asked, least);
  const likely = shared.ids.filter(isWanted);
  if (likely.length > mostLookedUp) {
    // Later numbers are mostly newer ones.
    likely.sort((one, other) => shared.of(other) - shared.of(one) || other - one).length = mostLookedUp;
  }
  const from = Math.ceil(length * lowestScore - tolerance);
  const to = Math.floor(length / lowestScore + tolerance);
  return listLengths(connection, language, likely, from, to)
    .map((one) => ({ ...one, worth: shared.of(one.id) / Math.max(length, one.length) }))
    .sort((one, other) => other.worth - one.worth || compareStrings(other.date, one.date) || other.id - one.id)
    .slice(0, mostCompared)
    .map(({ id }) => id);
}

/** The rarest that are in the memory; `absent`: how many are not. */
function chooseTokens(
  connection: Connection,
  language: Language,
  tokens: readonly string[],
  mayMiss: number,
): { asked: string[]; absent: number } {
  const counted = [...new Set(tokens)].map((token) => ({ token, count: countUnits(connection, language, token) }));
  const present = counted.filter(({ count }) => count > 0).sort((one, other) => one.count - other.count);
  const absent = counted.length - present.length;
  const asked: string[] = [];
  let places = 0;
  for (const { token, count } of present.slice(0, Math.max(0, mayMiss - absent) + moreTokens)) {
    places += count;
    if (places > mostPlaces && asked.length >= fewestTokens) break;
    asked.push(token);
  }
  return { asked, absent };
}

/** Numbers of units in pages, so that counting needs no map. */
const pageBits = 16;
const pageSize = 2 ** pageBits;

/** Units that have `least` of the tokens or more. */
function countShared(
  connection: Connection,
  language: Language,
  tokens: readonly string[],
  least: number,
): { ids: number[]; of: (id: number) => number } {
  const pages = new Map<number, Uint16Array>();
  const ids: number[] = [];
  for (const token of tokens) {
    let number = -1;
    let page: Uint16Array = new Uint16Array(0);
    for (const id of listPostings(connection, language, token)) {
      if (id >> pageBits !== number) {
        number = id >> pageBits;
        page = pages.get(number) ?? new Uint16Array(pageSize);
        pages.set(number, page);
      }
      const place = id & (pageSize - 1);
      const count = (page[place] ?? 0) + 1;
      page[place] = count;
      if (count === least) ids.push(id);
    }
  }
  return { ids, of: (id) => pages.get(id >> pageBits)?.[id & (pageSize - 1)] ?? 0 };
}
