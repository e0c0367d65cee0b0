import { mkdirSync } from 'node:fs';
import { type Connection, openConnection } from '../../electron/db/connection.ts';
import { applyMigrations } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations/index.ts';

/** What the program derives by itself, and what it remembers of windows: no records. */
const derived = /^(?:sqlite_|search_|memory_(?:state|indexed|index)|live_session$)/u;

/** Every table with every row, in an order of its own: two data files hold the same exactly when these are the same. */
export function dumpAll(connection: Connection): Record<string, string[]> {
  const tables = connection
    .sql<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .map(({ name }) => name)
    .filter((name) => !derived.test(name));
  return Object.fromEntries(
    tables.map((name) => [name, connection.sql<object>(`SELECT * FROM ${name}`).map(encodeRow).sort()]),
  );
}

const encodeRow = (row: object): string =>
  JSON.stringify(row, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  );

/**
 * A data folder as the version with so many migrations left it: its very tables, with every row of `source` that they can
 * hold. Rows whose parent could not be held are left out too.
 */
export function writeReleased(folder: string, version: number, source: Connection): void {
  mkdirSync(folder, { recursive: true });
  const connection = openConnection(folder);
  applyMigrations(connection, migrations.slice(0, version));
  connection.pragma('foreign_keys = OFF');
  connection.transaction(() => {
    for (const { name } of connection.sql<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      if (!derived.test(name)) copyRows(source, connection, name);
    }
    removeDangling(connection);
  });
  connection.pragma('foreign_keys = ON');
  connection.close();
}

function columnsOf(connection: Connection, table: string): string[] {
  return connection.sql<{ name: string }>('SELECT name FROM pragma_table_info(?)', table).map(({ name }) => name);
}

function copyRows(source: Connection, target: Connection, table: string): void {
  const known = new Set(columnsOf(source, table));
  const columns = columnsOf(target, table).filter((name) => known.has(name));
  if (columns.length === 0) return;
  const marks = columns.map((name) => `:${name}`).join(', ');
  for (const row of source.sql<Record<string, unknown>>(`SELECT ${columns.join(', ')} FROM ${table}`)) {
    const fitting = { ...row };
    // A value of today that the first versions did not know.
    if (table === 'attendance' && fitting['presence'] === 'expected') fitting['presence'] = 'present';
    target.sql(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, fitting);
  }
}

function removeDangling(connection: Connection): void {
  for (;;) {
    const found = connection.sql<{ table: string; fkid: number }>(
      'SELECT DISTINCT "table", fkid FROM pragma_foreign_key_check()',
    );
    if (found.length === 0) return;
    for (const { table, fkid } of found) {
      const [key] = connection.sql<{ parent: string; from: string; to: string }>(
        'SELECT "table" AS parent, "from", "to" FROM pragma_foreign_key_list(?) WHERE id = ?',
        table,
        fkid,
      );
      if (key === undefined) throw new Error(`${table} has no such reference`);
      connection.sql(
        `DELETE FROM ${table} WHERE ${key.from} IS NOT NULL AND ${key.from} NOT IN (SELECT ${key.to} FROM ${key.parent})`,
      );
    }
  }
}
