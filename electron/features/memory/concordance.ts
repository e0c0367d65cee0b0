import type { MemoryUnit } from '#shared/contract/memory.ts';
import type { Connection } from '../../db/connection.ts';
import { isHan, phraseFor, splitWords } from '../../search-index/segment.ts';
import { listNewest } from './index-repository.ts';
import { describeUnits, listVisibleBlocks, loadUnits } from './repository.ts';
import { stemmed } from './words.ts';

/** Over a memory that is up to date. */
export function findUnits(
  connection: Connection,
  query: string,
  limit: number,
): { units: MemoryUnit[]; isMore: boolean } {
  const words = [...new Set(splitWords(query))];
  if (words.length === 0) return { units: [], isMore: false };
  const expression = words.map((word) => (isHan(word) ? phraseFor(word) : `"${stemmed(word)}"`)).join(' AND ');
  const ids = listNewest(connection, expression, listVisibleBlocks(connection), limit + 1);
  const units = loadUnits(connection, ids.slice(0, limit));
  return { units: describeUnits(connection, units), isMore: ids.length > limit };
}
