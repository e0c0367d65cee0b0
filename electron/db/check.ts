import type { CheckReport } from '#shared/contract/app.ts';
import type { Connection } from './connection.ts';
import { tableKeys } from './table-keys.ts';

/**
 * Integrity, settings as they really are, and row counts. `synchronous` is read after a write:
 * SQLite answers FULL right after `journal_mode=WAL` and drops to NORMAL at the first write if nobody set it
 * (measured, reliability 0.2).
 */
export function buildCheckReport(connection: Connection): CheckReport {
  const counts: Record<string, number> = {};
  for (const table of Object.keys(tableKeys)) {
    counts[table] = connection.sql<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)[0]?.count ?? 0;
  }
  connection.sql("INSERT INTO setting (key, value) VALUES ('check', 'null') ON CONFLICT (key) DO NOTHING");
  connection.sql("DELETE FROM setting WHERE key = 'check'");
  return {
    integrity: connection
      .sql<{ integrity_check: string }>('PRAGMA integrity_check')
      .map((row) => row.integrity_check)
      .join('\n'),
    synchronous: Number(connection.pragma('synchronous')),
    journalMode: String(connection.pragma('journal_mode')),
    schemaVersion: Number(connection.pragma('user_version')),
    sqliteVersion: connection.sql<{ version: string }>('SELECT sqlite_version() AS version')[0]?.version ?? '',
    counts,
  };
}
