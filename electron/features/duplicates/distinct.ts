import type { DuplicateKind } from '#shared/contract/duplicates.ts';
import type { Row, Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type { RecordTable } from '../../db/schema.ts';

const tables: Record<DuplicateKind, { table: RecordTable; first: string; second: string }> = {
  person: { table: 'person_distinct', first: 'person_id', second: 'other_person_id' },
  organization: { table: 'organization_distinct', first: 'organization_id', second: 'other_organization_id' },
};

/** Ids of two records that somebody has said are not the same, the smaller first. */
export type Pair = readonly [string, string];

export const orderPair = (a: string, b: string): Pair => (a < b ? [a, b] : [b, a]);

export function listDistinctPairs(connection: Connection, kind: DuplicateKind): Pair[] {
  const { table, first, second } = tables[kind];
  return connection
    .sql<Row>(`SELECT ${first}, ${second} FROM ${table} ORDER BY ${first}, ${second}`)
    .map((row) => [String(row[first]), String(row[second])]);
}

/** False when it was remembered already. */
export function insertDistinct(write: Write, kind: DuplicateKind, a: string, b: string): boolean {
  const { table, first, second } = tables[kind];
  const [smaller, larger] = orderPair(a, b);
  const row = { [first]: smaller, [second]: larger };
  if (write.update(table, row, {})) return false;
  write.insert(table, row as never);
  return true;
}

/** False when it was not remembered. */
export function removeDistinct(write: Write, kind: DuplicateKind, a: string, b: string): boolean {
  const { table, first, second } = tables[kind];
  const [smaller, larger] = orderPair(a, b);
  return write.remove(table, { [first]: smaller, [second]: larger });
}

/** Whoever is not `fromId` is not `toId` either, after `fromId` was joined into it. */
export function moveDistinct(
  connection: Connection,
  write: Write,
  kind: DuplicateKind,
  fromId: string,
  toId: string,
): void {
  const { table, first, second } = tables[kind];
  const rows = connection.sql<Row>(
    `SELECT ${first}, ${second} FROM ${table} WHERE ${first} = :fromId OR ${second} = :fromId`,
    { fromId },
  );
  for (const row of rows) {
    const other = String(row[first] === fromId ? row[second] : row[first]);
    removeDistinct(write, kind, fromId, other);
    if (other !== toId) insertDistinct(write, kind, toId, other);
  }
}
