import type { Connection } from './connection.ts';
import { following } from './follow-up.ts';
import type { RecordTable } from './schema.ts';
import { tableKeys } from './table-keys.ts';
import { parseImage, type Row, type Write } from './write.ts';

interface Change {
  table: RecordTable;
  before: Row | null;
  after: Row | null;
}

/** A record that has come back. */
interface Returned {
  table: 'entry' | 'agreement';
  id: string;
}

/**
 * Gives records that were removed, and have just come back under their ids otherwise than by undo, what went with them
 * then: their rows, also those that another record was given because the two were joined, and the references to them that
 * nothing has taken since. What they name and is gone meanwhile stays away. To be called once for all of them: the last
 * removal is taken back first.
 */
export function bringBackFollowUp(connection: Connection, write: Write, records: readonly Returned[]): void {
  const removed = records.flatMap((record) => {
    const [removal] = connection.sql<{ seq: number | null }>(
      'SELECT max(change_set_seq) AS seq FROM change WHERE table_name = ? AND row_key = ? AND after IS NULL',
      record.table,
      record.id,
    );
    return removal === undefined || removal.seq === null ? [] : [{ ...record, seq: removal.seq }];
  });
  for (const record of removed.sort((a, b) => b.seq - a.seq)) bringBack(connection, write, record);
}

function bringBack(connection: Connection, write: Write, { table, id, seq }: Returned & { seq: number }): void {
  const { rows = [], references = [] } = following[table] ?? {};
  const changes = connection
    .sql<Record<'before' | 'after', string | null> & { table: RecordTable }>(
      'SELECT table_name AS "table", before, after FROM change WHERE change_set_seq = ? ORDER BY position',
      seq,
    )
    .map((change): Change => ({
      table: change.table,
      before: parseImage(change.before),
      after: parseImage(change.after),
    }));
  for (const { table: changed, before, after } of changes) {
    if (before === null) continue;
    const naming = [...rows, ...references].find((known) => known.table === changed && before[known.column] === id);
    if (naming === undefined) continue;
    if (after !== null) {
      const now = readStored(connection, changed, before);
      const isUntouched = now !== undefined && now[naming.column] === after[naming.column];
      if (isUntouched) write.update(changed, now, { [naming.column]: id });
      continue;
    }
    for (const given of changes) takeBack(connection, write, given, { table: changed, column: naming.column, before });
    const row = withoutGone(connection, changed, asItWas(changes, changed, before));
    if (row !== undefined && readStored(connection, changed, row) === undefined) write.insert(changed, row as never);
  }
}

/** A row before the removal began to change it: what it named may have gone before the row itself. */
function asItWas(changes: readonly Change[], table: RecordTable, row: Row): Row {
  const keys: readonly string[] = tableKeys[table];
  const first = changes.find(
    ({ table: changed, before }) =>
      changed === table && before !== null && keys.every((key) => before[key] === row[key]),
  );
  return first?.before ?? row;
}

/** Removes a row that differs from a removed one in nothing but whose it is, if it is as it was written. */
function takeBack(
  connection: Connection,
  write: Write,
  given: Change,
  removed: { table: RecordTable; column: string; before: Row },
): void {
  const { table, before, after } = given;
  if (before !== null || after === null || table !== removed.table) return;
  const isSame = (one: Row, other: Row): boolean =>
    Object.entries(one).every(([column, value]) => column === removed.column || other[column] === value);
  const now = isSame(after, removed.before) ? readStored(connection, table, after) : undefined;
  if (now !== undefined && isSame(after, now)) write.remove(table, now);
}

/** The row with null for whatever it names and is gone; undefined where it means nothing without. */
function withoutGone(connection: Connection, table: RecordTable, row: Row): Row | undefined {
  const keys = connection.sql<{ parent: RecordTable; column: string }>(
    `SELECT "table" AS parent, "from" AS "column" FROM pragma_foreign_key_list(?)`,
    table,
  );
  const optional = new Set(
    connection
      .sql<{ name: string }>('SELECT name FROM pragma_table_info(?) WHERE "notnull" = 0', table)
      .map(({ name }) => name),
  );
  const next = { ...row };
  if (table === 'record_link' && !isSound(connection, row)) return undefined;
  for (const { parent, column } of keys) {
    const value = row[column];
    if (value === null || value === undefined) continue;
    if (connection.sql(`SELECT 1 FROM ${parent} WHERE id = ?`, value).length > 0) continue;
    // An assignee is nothing but the one who is named.
    if (!optional.has(column) || table === 'action_assignee') return undefined;
    next[column] = null;
  }
  return next;
}

function isSound(connection: Connection, link: Row): boolean {
  const isThere = (kind: unknown, id: unknown): boolean => {
    const parent = kind === 'agreement' ? 'agreement' : kind === 'group' ? 'working_group' : 'entry';
    return connection.sql(`SELECT 1 FROM ${parent} WHERE id = ?`, id).length > 0;
  };
  return isThere(link['from_kind'], link['from_id']) && isThere(link['to_kind'], link['to_id']);
}

function readStored(connection: Connection, table: RecordTable, row: Row): Row | undefined {
  const columns: readonly string[] = tableKeys[table];
  const condition = columns.map((column) => `${column} = ?`).join(' AND ');
  return connection.sql<Row>(
    `SELECT * FROM ${table} WHERE ${condition}`,
    ...columns.map((column) => row[column] ?? null),
  )[0];
}
