import type { Touched } from './changes.ts';
import type { Connection } from './connection.ts';
import type { RecordTable } from './schema.ts';
import { parseImage } from './write.ts';

/*
 * For what is derived from the records and follows them: indexes, units of the memory. Whoever follows keeps the place up
 * to which the changes have been seen.
 */

/** A place among all changes: a change set and a row of it. */
export interface ChangePosition {
  seq: number;
  position: number;
}

/** Behind the newest change; before all of them where there is none. */
export function lastChange(connection: Connection): ChangePosition {
  const [last] = connection.sql<ChangePosition>(
    'SELECT change_set_seq AS seq, position FROM change ORDER BY change_set_seq DESC, position DESC LIMIT 1',
  );
  return last ?? { seq: 0, position: -1 };
}

export type LoggedChange = Touched & ChangePosition;

/** What was written after a place, in order; of all tables or of these. */
export function listChangesAfter(
  connection: Connection,
  after: ChangePosition,
  limit: number,
  tables: readonly RecordTable[] | null = null,
): LoggedChange[] {
  const columns = 'change_set_seq AS seq, position, table_name AS "table", before, after';
  return connection
    .sql<ChangePosition & { table: RecordTable; before: string | null; after: string | null }>(
      `SELECT ${columns} ${changesAfter(tables)} ORDER BY change_set_seq, position LIMIT ?`,
      ...placeOf(after, tables),
      limit,
    )
    .map((row) => ({ ...row, before: parseImage(row.before), after: parseImage(row.after) }));
}

/** How many changes {@link listChangesAfter} would give, counted up to a limit. */
export function countChangesAfter(
  connection: Connection,
  after: ChangePosition,
  limit: number,
  tables: readonly RecordTable[] | null = null,
): number {
  const [row] = connection.sql<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 ${changesAfter(tables)} LIMIT ?)`,
    ...placeOf(after, tables),
    limit,
  );
  return row?.count ?? 0;
}

/** The plus keeps SQLite from going through everything that was ever written to the tables, which has an index too. */
const changesAfter = (tables: readonly RecordTable[] | null): string =>
  `FROM change WHERE (change_set_seq, position) > (?, ?)
   ${tables === null ? '' : 'AND +table_name IN (SELECT value FROM json_each(?))'}`;

const placeOf = ({ seq, position }: ChangePosition, tables: readonly RecordTable[] | null): (number | string)[] => [
  seq,
  position,
  ...(tables === null ? [] : [JSON.stringify(tables)]),
];
