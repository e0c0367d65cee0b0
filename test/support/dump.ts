import type { Connection } from '../../electron/db/connection.ts';
import { tableKeys } from '../../electron/db/table-keys.ts';

/** Every record table, row by row: what undo must give back. */
export function dump(connection: Connection): Record<string, unknown[]> {
  return Object.fromEntries(
    Object.entries(tableKeys).map(([table, keys]) => [
      table,
      connection.sql(`SELECT * FROM ${table} ORDER BY ${keys.join(', ')}`),
    ]),
  );
}
