import type { mergeSummary } from '#shared/contract/duplicates.ts';
import type { z } from 'zod';
import type { Connection } from '../../db/connection.ts';

type MergeSummary = z.infer<typeof mergeSummary>;

const mergeColumns = `seq, CASE name WHEN 'person.merge' THEN 'person' ELSE 'organization' END AS kind, label, at_ms AS "atMs", state
  FROM change_set WHERE kind = 'do' AND name IN ('person.merge', 'organization.merge')`;

/** The newest hundred, newest first. */
export function listMerges(connection: Connection): MergeSummary[] {
  return connection.sql<MergeSummary>(`SELECT ${mergeColumns} ORDER BY seq DESC LIMIT 100`);
}

/** A merge that was not undone. */
export function findMerge(connection: Connection, seq: number): MergeSummary | undefined {
  return connection.sql<MergeSummary>(`SELECT ${mergeColumns} AND state = 'done' AND seq = ?`, seq)[0];
}
