import type { CheckReport } from '#shared/contract/app.ts';
import type { Log } from '../log.ts';
import { startSlices } from '../slices.ts';
import type { Connection } from './connection.ts';
import { StoreError } from './store-error.ts';
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

/**
 * The same connection, with each use of it preceded by `beforeUse`, which may refuse it, and with `foundDamage` called
 * when one fails because the file is damaged.
 */
export function watchForDamage(connection: Connection, beforeUse: () => void, foundDamage: () => void): Connection {
  const look = (error: unknown): void => {
    if (StoreError.from(error, '').code === 'damaged') foundDamage();
  };
  const watch = <Result>(work: () => Result): Result => {
    beforeUse();
    try {
      const result = work();
      if (result instanceof Promise) result.catch(look);
      return result;
    } catch (error) {
      look(error);
      throw error;
    }
  };
  return {
    ...connection,
    all: (query) => watch(() => connection.all(query)),
    first: (query) => watch(() => connection.first(query)),
    run: (query) => watch(() => connection.run(query)),
    sql: (text, ...parameters) => watch(() => connection.sql(text, ...parameters)),
    transaction: (work) => watch(() => connection.transaction(work)),
    execute: (script) => {
      watch(() => {
        connection.execute(script);
      });
    },
    pragma: (source) => watch(() => connection.pragma(source)),
    backup: (path, onStep) => watch(() => connection.backup(path, onStep)),
  };
}

const idleMs = 20_000;

/**
 * Checks the file once, some time after the start, one table with its indexes at a time, so that other calls are answered
 * in between. What SQLite would only notice when it comes upon it is said now.
 */
export function watchWholeness(
  connection: Connection,
  log: Log,
  foundDamage: () => void,
  delayMs = idleMs,
): { close(): Promise<void> } {
  const stop = new AbortController();
  let running = Promise.resolve();
  const check = async (): Promise<void> => {
    try {
      if (!(await isWhole(connection, stop.signal))) foundDamage();
    } catch (error) {
      log.bug(error);
    }
  };
  const timer = setTimeout(() => {
    running = check();
  }, delayMs).unref();
  return {
    async close() {
      clearTimeout(timer);
      stop.abort();
      await running;
    },
  };
}

/** Stops at the first damage, and when it is told to; then nothing is known to be wrong. */
export async function isWhole(connection: Connection, signal: AbortSignal): Promise<boolean> {
  const slices = startSlices();
  const tables = connection.sql<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid",
  );
  for (const { name } of tables) {
    await slices.pause();
    if (signal.aborted) return true;
    const found = connection.sql<{ integrity_check: string }>(`PRAGMA integrity_check("${name}")`);
    if (found.some((row) => row.integrity_check !== 'ok')) return false;
  }
  return true;
}
