import { type SearchKind, searchKinds } from '#shared/contract/search.ts';
import type { Connection } from '../../db/connection.ts';
import {
  type Band,
  bandOf,
  entryBand,
  type FoundRow,
  listRows,
  registerBand,
  wholeToken,
} from '../../search-index/index.ts';
import { type QueryWord, toExpression, toNameExpression } from './query.ts';

const registerKinds = ['person', 'organization', 'group', 'meeting', 'agreement'] as const;
/** At most so many of the best of each sort, when there are more answers than fit. */
const most = 40;
export const shareOfEntries = 0.3;

export const isEntryKind = (kind: SearchKind): boolean => kind === 'entry' || kind === 'action';

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
  const inRegister = toExpression(words, 'register');
  const inEntries = toExpression(words, 'entries');
  if (kinds.length < searchKinds.length) {
    return kinds.flatMap((kind) => {
      if (isEntryKind(kind)) return listRows(connection, inEntries, bandOf(kind), limit);
      const found = listRows(connection, inRegister, bandOf(kind), limit);
      return found.length < limit ? found : [...found, ...listBest(connection, words, [kind], bandOf(kind), limit)];
    });
  }
  const found = listRows(connection, inRegister, registerBand, limit);
  const isFull = found.length === limit;
  return [
    ...found,
    ...(isFull ? listBest(connection, words, registerKinds, registerBand, limit) : []),
    ...listRows(connection, inEntries, entryBand, isFull ? Math.ceil(limit * shareOfEntries) : limit - found.length),
  ];
}

function listBest(
  connection: Connection,
  words: readonly QueryWord[],
  kinds: readonly SearchKind[],
  band: Band,
  limit: number,
): FoundRow[] {
  const share = Math.min(limit, most);
  const whole = `"${wholeToken(words.map(({ text }) => text).join(''))}"`;
  const inNames = toNameExpression(words, 'whole');
  const named = listRows(connection, inNames, band, share);
  return [
    ...listRows(connection, whole, band, share),
    ...(named.length < share ? named : kinds.flatMap((kind) => listRows(connection, inNames, bandOf(kind), share))),
    ...listRows(connection, toNameExpression(words, 'beginning'), band, share),
  ];
}

/** Rows in whose names each word stands or begins one, the newest first; at most `limit` of each kind. */
export function listNamed(
  connection: Connection,
  words: readonly QueryWord[],
  kinds: readonly SearchKind[],
  limit: number,
): FoundRow[] {
  const inNames = toNameExpression(words, 'beginning');
  return kinds.flatMap((kind) => listRows(connection, inNames, bandOf(kind), limit));
}
