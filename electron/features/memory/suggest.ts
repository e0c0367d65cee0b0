import { lowestScore, type MemorySuggestion } from '#shared/contract/memory.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { compareStrings, listCandidates, tolerance } from './candidates.ts';
import { wordDistance } from './distance.ts';
import { listNewest } from './index-repository.ts';
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
const mostExact = 50;
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
  const known = new Set(exact);
  const near = listCandidates(connection, asked.language, { words, tokens }, (id) => isVisible(id) && !known.has(id));
  const found = compare(loadUnits(connection, [...exact, ...near]), words, asked.language);
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
