import { type SearchKind, searchKinds } from '#shared/contract/search.ts';
import type { Connection } from '../../db/connection.ts';
import { type Band, bandOf, type FoundRow, listRows, wholeToken } from '../../search-index/index.ts';
import { type QueryWord, toExpression, toNameExpression } from './query.ts';

const registerKinds = ['person', 'organization', 'group', 'meeting', 'agreement'] as const;
const everything: Band = { from: bandOf('entry').from, to: bandOf('person').to };
const entries: Band = { from: bandOf('entry').from, to: bandOf('action').to };
/** Of each kind, when there are more matches than fit. */
const mostOfKind = 50;
const shareOfEntries = 0.3;

/**
 * Rows that answer, register records before entries, the newest of each first, at most about `limit`. When records of
 * the register alone fill the answer, the best of each kind are looked for as well, so that a good one among thousands
 * is not cut off: what is exactly the query, then whole words of names, then their beginnings.
 */
export function listCandidates(
  connection: Connection,
  words: readonly QueryWord[],
  kinds: readonly SearchKind[],
  limit: number,
): FoundRow[] {
  const expression = toExpression(words);
  if (kinds.length < searchKinds.length) {
    return kinds.flatMap((kind) => listOfKind(connection, words, expression, kind, limit));
  }
  const found = listRows(connection, expression, everything, limit);
  const last = found.at(-1);
  if (found.length < limit || last === undefined || last.row < bandOf('agreement').from) return found;
  return [
    ...found,
    ...registerKinds.flatMap((kind) => listBest(connection, words, kind)),
    ...listRows(connection, expression, entries, Math.ceil(limit * shareOfEntries)),
  ];
}

function listOfKind(
  connection: Connection,
  words: readonly QueryWord[],
  expression: string,
  kind: SearchKind,
  limit: number,
): FoundRow[] {
  const found = listRows(connection, expression, bandOf(kind), limit);
  if (found.length < limit || kind === 'entry' || kind === 'action') return found;
  return [...found, ...listBest(connection, words, kind)];
}

function listBest(connection: Connection, words: readonly QueryWord[], kind: SearchKind): FoundRow[] {
  return [
    `"${wholeToken(words.map(({ text }) => text).join(''))}"`,
    toNameExpression(words, 'exact'),
    toNameExpression(words, 'prefix'),
  ].flatMap((expression) => listRows(connection, expression, bandOf(kind), mostOfKind));
}
