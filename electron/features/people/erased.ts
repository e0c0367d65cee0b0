import type { Connection } from '../../db/connection.ts';

/** Whether a person was erased for good: nothing that is kept here may bring the record back. */
export function isErased(connection: Connection, id: string): boolean {
  return (
    connection.sql(
      `SELECT 1 FROM change c CROSS JOIN change_set s ON s.seq = c.change_set_seq
       WHERE c.table_name = 'person' AND c.row_key = ? AND s.name = 'person.erase' LIMIT 1`,
      id,
    ).length > 0
  );
}

/** Erased people whose record stays without a word, because agreed minutes point at it. */
export function listErased(connection: Connection): Set<string> {
  const rows = connection.sql<{ id: string }>(
    `SELECT c.row_key AS id FROM change_set s CROSS JOIN change c ON c.change_set_seq = s.seq
     WHERE s.kind = 'fixed' AND s.state = 'done' AND s.name = 'person.erase' AND +c.table_name = 'person'`,
  );
  return new Set(rows.map(({ id }) => id));
}
