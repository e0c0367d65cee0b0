import { type SearchKind, searchKinds } from '#shared/contract/search.ts';
import type { Connection } from '../../db/connection.ts';
import { type Band, bandOf, type FoundRow, listRows, wholeToken } from '../../search-index/index.ts';
import { type QueryWord, toExpression, toNameExpression } from './query.ts';

const registerKinds = ['person', 'organization', 'group', 'meeting', 'agreement'] as const;
const everything: Band = { from: bandOf('entry').from, to: bandOf('person').to };
const register: Band = { from: bandOf('agreement').from, to: bandOf('person').to };
const entries: Band = { from: bandOf('entry').from, to: bandOf('action').to };
/** So many of the best of each sort, when there are more answers than fit. */
const most = 40;
const shareOfEntries = 0.3;

/**
 * Rows that answer, register records before entries, the newest of each first, at most about `limit`. When records of
 * the register alone fill the answer, the best of them are looked for as well, so that a good one among thousands is not
 * cut off: what is exactly the query, whole words of names in each kind, beginnings of words of names.
 */
export function listCandidates(
  connection: Connection,
  words: readonly QueryWord[],
  kinds: readonly SearchKind[],
  limit: number,
): FoundRow[] {
  const expression = toExpression(words);
  if (kinds.length < searchKinds.length) {
    return kinds.flatMap((kind) => {
      const found = listRows(connection, expression, bandOf(kind), limit);
      if (found.length < limit || kind === 'entry' || kind === 'action') return found;
      return [...found, ...listBest(connection, words, [kind], bandOf(kind))];
    });
  }
  const found = listRows(connection, expression, everything, limit);
  const last = found.at(-1);
  if (found.length < limit || last === undefined || last.row < register.from) return found;
  return [
    ...found,
    ...listBest(connection, words, registerKinds, register),
    ...listRows(connection, expression, entries, Math.ceil(limit * shareOfEntries)),
  ];
}

function listBest(
  connection: Connection,
  words: readonly QueryWord[],
  kinds: readonly SearchKind[],
  band: Band,
): FoundRow[] {
  const whole = `"${wholeToken(words.map(({ text }) => text).join(''))}"`;
  const inNames = toNameExpression(words, 'whole');
  const named = listRows(connection, inNames, band, most);
  return [
    ...listRows(connection, whole, band, most),
    ...(named.length < most ? named : kinds.flatMap((kind) => listRows(connection, inNames, bandOf(kind), most))),
    ...listRows(connection, toNameExpression(words, 'beginning'), band, most * 2),
  ];
}
