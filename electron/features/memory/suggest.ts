import { lowestScore, type MemorySuggestion } from '#shared/contract/memory.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { wordDistance } from './distance.ts';
import { countUnits, listLengths, listNewest, listPostings } from './index-repository.ts';
import {
  blockOf,
  describeUnits,
  listIdsOfMeeting,
  listVisibleBlocks,
  loadUnits,
  type StoredUnit,
} from './repository.ts';
import { analyse, keyTokenOf, plainText, wordsOf } from './words.ts';

const mostSuggestions = 10;
/** So many are compared word by word. */
const mostCompared = 100;
/** So many are looked up for their lengths. */
const mostLookedUp = 2_000;
const mostExact = 50;
/** Places of all lists of units that are run through for one question. */
const mostPostings = 60_000;
const fewestTokens = 2;
/** Cells of the table of distances, for all candidates of one question: some milliseconds. */
const mostCells = 2_000_000;

interface Asked {
  text: string;
  language: Language;
  exceptMeetingId: string | null;
}

interface Scored {
  unit: StoredUnit;
  score: number;
}

/** Over a memory that is up to date; best and newest first. */
export function suggest(connection: Connection, asked: Asked): MemorySuggestion[] {
  const { words, tokens } = analyse(asked.text);
  if (words.length === 0) return [];
  const blocks = listVisibleBlocks(connection);
  const hidden = new Set(asked.exceptMeetingId === null ? [] : listIdsOfMeeting(connection, asked.exceptMeetingId));
  const isVisible = (id: number): boolean => {
    const block = blockOf(id);
    return (block === null || blocks.includes(block)) && !hidden.has(id);
  };
  const key = `${asked.language} : "${keyTokenOf(words)}"`;
  const exact = listNewest(connection, key, blocks, mostExact + hidden.size)
    .filter(isVisible)
    .slice(0, mostExact);
  const found = loadUnits(connection, exact).map((unit): Scored => ({ unit, score: 1 }));
  const known = new Set(exact);
  const near = listCandidates(connection, asked.language, { words, tokens }, (id) => isVisible(id) && !known.has(id));
  found.push(...compare(loadUnits(connection, near), words, asked.language));
  const best = chooseBest(found.sort(byWorth(asked)), asked.language);
  const described = describeUnits(
    connection,
    best.map(({ unit }) => unit),
  );
  return described.map((unit, index) => ({ ...unit, score: best[index]?.score ?? 0 }));
}

/** What is the same to the last sign stands before what has only the same words. */
function byWorth({ text, language }: Asked): (one: Scored, other: Scored) => number {
  const wanted = plainText(text);
  const isSame = ({ unit }: Scored): number => (plainText(unit.texts[language]) === wanted ? 1 : 0);
  return (one, other) =>
    other.score - one.score ||
    isSame(other) - isSame(one) ||
    compareStrings(other.unit.date, one.unit.date) ||
    other.unit.id - one.unit.id;
}

const compareStrings = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Leaves out what says nothing that a better one does not say. */
function chooseBest(sorted: readonly Scored[], language: Language): Scored[] {
  const others = languages.filter((one) => one !== language);
  const chosen: Scored[] = [];
  for (const one of sorted) {
    if (chosen.length === mostSuggestions) break;
    const isSaid = chosen.some(({ unit }) =>
      others.every((other) => one.unit.texts[other] === '' || one.unit.texts[other] === unit.texts[other]),
    );
    if (!isSaid) chosen.push(one);
  }
  return chosen;
}

/**
 * Units that may be alike enough, the likeliest first. Of n words at most 30 % may be missing, so a unit that is alike
 * has one at least of any 0.3 n + 1 of them: the rarest are asked. Of pairs of Han characters each changed character
 * takes two.
 */
function listCandidates(
  connection: Connection,
  language: Language,
  { words, tokens }: { words: readonly string[]; tokens: readonly string[] },
  isWanted: (id: number) => boolean,
): number[] {
  const mayMiss = (1 - lowestScore) * words.length * (language === 'zh' ? 2 : 1);
  const counted = [...new Set(tokens)]
    .map((token) => ({ token, count: countUnits(connection, language, token) }))
    .sort((one, other) => one.count - other.count);
  const needed = Math.floor(mayMiss) + 1;
  const asked: string[] = [];
  let absent = 0;
  let places = 0;
  for (const { token, count } of counted) {
    places += count;
    if (places > mostPostings && asked.length >= fewestTokens) break;
    if (count === 0) absent += 1;
    else asked.push(token);
  }
  if (absent >= needed || asked.length === 0) return [];
  const shared = countShared(connection, language, asked);
  // Whoever shares fewer of the words that were asked lacks more than may be missing.
  const least = Math.max(1, asked.length - Math.floor(mayMiss - absent));
  const length = words.length;
  const byShared: number[][] = [];
  for (const [id, count] of shared) if (count >= least && isWanted(id)) (byShared[count] ??= []).push(id);
  const likely: number[] = [];
  for (let count = byShared.length - 1; count >= least && likely.length < mostLookedUp; count--) {
    // Later numbers are mostly newer ones.
    const ids = (byShared[count] ?? []).sort((one, other) => other - one);
    likely.push(...ids.slice(0, mostLookedUp - likely.length));
  }
  const from = Math.ceil(length * lowestScore - tolerance);
  const to = Math.floor(length / lowestScore + tolerance);
  return listLengths(connection, language, likely, from, to)
    .map((one) => ({ ...one, worth: (shared.get(one.id) ?? 0) / Math.max(length, one.length) }))
    .sort((one, other) => other.worth - one.worth || compareStrings(other.date, one.date) || other.id - one.id)
    .slice(0, mostCompared)
    .map(({ id }) => id);
}

/** 0.7 × 10 is 7 here. */
const tolerance = 1e-9;

function countShared(connection: Connection, language: Language, tokens: readonly string[]): Map<number, number> {
  const shared = new Map<number, number>();
  for (const token of tokens) {
    for (const id of listPostings(connection, language, token)) shared.set(id, (shared.get(id) ?? 0) + 1);
  }
  return shared;
}

function compare(units: readonly StoredUnit[], words: readonly string[], language: Language): Scored[] {
  const numbers = new Map<string, number>();
  const query = Int32Array.from(words, (word) => {
    const number = numbers.get(word) ?? numbers.size + 1;
    numbers.set(word, number);
    return number;
  });
  let cells = mostCells;
  const found: Scored[] = [];
  for (const unit of units) {
    const others = wordsOf(unit.texts[language]);
    const longer = Math.max(query.length, others.length);
    const shorter = Math.min(query.length, others.length);
    // Very long texts are only found where little is different.
    const most = Math.min(Math.floor((1 - lowestScore) * longer + tolerance), Math.floor(cells / (2 * shorter)));
    cells -= shorter * (2 * most + 1);
    const distance = wordDistance(
      query,
      Int32Array.from(others, (word) => numbers.get(word) ?? 0),
      most,
    );
    if (distance !== null) found.push({ unit, score: 1 - distance / longer });
    if (cells <= 0) break;
  }
  return found;
}
