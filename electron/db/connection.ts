import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Compilable, CompiledQuery } from 'kysely';
import { StoreError } from './store-error.ts';

/** «TRLG», at byte 68 of the file (SQLite file format, 1.3.13): tells our files from anybody else's. */
export const applicationId = 0x54524c47;

/**
 * The one connection of the process that owns the data folder. Everything is synchronous, as better-sqlite3 is;
 * kysely only builds and compiles, so no asynchronous transaction can hang or interleave. Repository functions take
 * it as their first argument.
 */
export interface Connection {
  all<Row>(query: Compilable<Row>): Row[];
  first<Row>(query: Compilable<Row>): Row | undefined;
  /** Runs a statement without rows; answers how many it changed. */
  run(query: Compilable): number;
  /** Runs plain SQL, prepared once per text. Parameters: values for `?`, or one object for `:name`. */
  sql<Row>(text: string, ...parameters: unknown[]): Row[];
  /** One transaction; an inner call joins the outer one. A throw rolls all of it back. */
  transaction<T>(work: () => T): T;
  /** Several statements at once, without parameters: migrations only. */
  execute(script: string): void;
  pragma(source: string): unknown;
  /** `file` is closed, its WAL folded in; later calls throw. */
  close(): void;
}

/** Work that takes turns with other calls may come back after the file was closed: no fault of anybody. */
export class ConnectionClosed extends Error {
  constructor() {
    super('the data folder was closed');
    this.name = 'ConnectionClosed';
  }
}

const busyTimeoutMs = 300;

/**
 * Opens the file with the measured recipe (design, section 3). `locking_mode=EXCLUSIVE` must come first: set after
 * WAL, a second process could still write. Throws {@link StoreError}; an unreadable file is never replaced.
 */
export function openConnection(folder: string): Connection {
  const file = join(folder, 'trilogue.db');
  prepareFolder(folder);
  const isNew = !existsSync(file);
  if (!isNew) refuseForeignFile(file);
  let database: Database.Database;
  try {
    database = new Database(file, { timeout: busyTimeoutMs });
  } catch (error) {
    throw StoreError.from(error, folder);
  }
  try {
    configure(database);
    if (isNew) syncFolder(folder);
    return wrap(database);
  } catch (error) {
    database.close();
    throw StoreError.from(error, folder);
  }
}

function configure(database: Database.Database): void {
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('fullfsync = ON');
  database.pragma('checkpoint_fullfsync = ON');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('secure_delete = ON');
  // Takes the exclusive lock now: a second copy of the program must hear «in use» at its start, not at its first write.
  database.exec('BEGIN IMMEDIATE; COMMIT');
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreError('folder-unwritable', folder, { cause: error });
  }
}

/** Reads the 100-byte header before SQLite opens the file; afterwards no fs call may touch it (it would drop the lock). */
function refuseForeignFile(file: string): void {
  const header = Buffer.alloc(100);
  let length: number;
  try {
    const descriptor = openSync(file, 'r');
    length = readSync(descriptor, header, 0, 100, 0);
    closeSync(descriptor);
  } catch (error) {
    throw new StoreError('folder-unwritable', file, { cause: error });
  }
  if (length === 0) return;
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw new StoreError('not-sqlite', file);
  if (header.readUInt32BE(68) !== applicationId && header.readUInt32BE(60) !== 0)
    throw new StoreError('not-ours', file);
}

/** SQLite syncs the directory for its journals, not for a new main file. Windows has no directory handles to sync. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function wrap(database: Database.Database): Connection {
  const statements = new Map<string, Database.Statement>();
  const prepare = (text: string): Database.Statement => {
    if (!database.open) throw new ConnectionClosed();
    let statement = statements.get(text);
    if (statement === undefined) {
      statement = database.prepare(text);
      statements.set(text, statement);
    }
    return statement;
  };
  const compile = (query: Compilable): CompiledQuery => query.compile();
  return {
    all<Row>(query: Compilable<Row>) {
      const { sql, parameters } = compile(query);
      return prepare(sql).all(...parameters) as Row[];
    },
    first<Row>(query: Compilable<Row>) {
      const { sql, parameters } = compile(query);
      return prepare(sql).get(...parameters) as Row | undefined;
    },
    run(query) {
      const { sql, parameters } = compile(query);
      return prepare(sql).run(...parameters).changes;
    },
    sql<Row>(text: string, ...parameters: unknown[]) {
      const statement = prepare(text);
      if (statement.reader) return statement.all(...parameters) as Row[];
      statement.run(...parameters);
      return [];
    },
    transaction(work) {
      return database.inTransaction ? work() : database.transaction(work).immediate();
    },
    execute(script) {
      database.exec(script);
    },
    pragma(source) {
      return database.pragma(source, { simple: true });
    },
    close() {
      if (!database.open) return;
      statements.clear();
      try {
        database.pragma('wal_checkpoint(TRUNCATE)');
      } catch {
        // No room to fold the WAL in: it stays beside the file, and the next opening reads it.
      }
      database.close();
    },
  };
}
