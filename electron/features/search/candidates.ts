import { type SearchKind, searchKinds } from '#shared/contract/search.ts';
import type { Connection } from '../../db/connection.ts';
import { bandOf, wholeToken } from '../../search-index/index.ts';
import { type QueryWord, toExpression, toNameExpression } from './query.ts';

export interface Candidate {
  row: number;
  id: string;
  keys: string | null;
}

const registerKinds = ['person', 'organization', 'group', 'meeting', 'agreement'] as const;
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
): Candidate[] {
  const expression = toExpression(words);
  if (kinds.length < searchKinds.length) {
    return kinds.flatMap((kind) => listOfKind(connection, words, expression, kind, limit));
  }
  const found = list(connection, expression, bandOf('entry').from, bandOf('person').to, limit);
  const last = found.at(-1);
  if (found.length < limit || last === undefined || last.row < bandOf('agreement').from) return found;
  return [
    ...found,
    ...registerKinds.flatMap((kind) => listBest(connection, words, kind)),
    ...list(connection, expression, bandOf('entry').from, bandOf('action').to, Math.ceil(limit * shareOfEntries)),
  ];
}

function listOfKind(
  connection: Connection,
  words: readonly QueryWord[],
  expression: string,
  kind: SearchKind,
  limit: number,
): Candidate[] {
  const { from, to } = bandOf(kind);
  const found = list(connection, expression, from, to, limit);
  if (found.length < limit || kind === 'entry' || kind === 'action') return found;
  return [...found, ...listBest(connection, words, kind)];
}

function listBest(connection: Connection, words: readonly QueryWord[], kind: SearchKind): Candidate[] {
  const { from, to } = bandOf(kind);
  return [
    `"${wholeToken(words.map(({ text }) => text).join(''))}"`,
    toNameExpression(words, 'exact'),
    toNameExpression(words, 'prefix'),
  ].flatMap((expression) => list(connection, expression, from, to, mostOfKind));
}

function list(connection: Connection, expression: string, from: number, to: number, limit: number): Candidate[] {
  return connection.sql<Candidate>(
    `SELECT r.row, r.id, r.keys FROM search_text f JOIN search_record r ON r.row = f.rowid
     WHERE f.search_text MATCH ? AND f.rowid BETWEEN ? AND ? ORDER BY f.rowid DESC LIMIT ?`,
    expression,
    from,
    to,
    limit,
  );
}
