import { chmodSync, closeSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Compilable, CompiledQuery } from 'kysely';
import { readMarker } from './marker.ts';
import { asideFile, dataFile, journalBytes, lookAtFile } from './opening.ts';
import { watchPlace } from './place.ts';
import { StoreError } from './store-error.ts';
import { syncFolder } from './sync-folder.ts';

export { applicationId } from './opening.ts';

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
  /**
   * Copies the file to `path`, in steps, so that other calls are answered between them; what is written meanwhile goes
   * into the copy too. `onStep` is called before each step with what was copied so far, in bytes; it answers whether to go
   * on now. The copy is no backup yet: nobody has checked it. Throws {@link ConnectionClosed} when the file is closed
   * meanwhile.
   */
  backup(path: string, onStep: (copiedBytes: number) => boolean): Promise<void>;
  /** `file` is closed, its WAL folded in; later calls throw. */
  close(): void;
  /** `file` is closed as it is, its WAL left beside it: of a damaged or newer one every byte stays (where a file that is open can be moved: not on Windows). */
  leave(): void;
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
  const file = dataFile(folder);
  prepareFolder(folder);
  const found = lookAtFile(folder);
  if (found === 'missing') throw new StoreError('damaged', file);
  keepPrivate(file, found === 'new');
  let database: Database.Database;
  try {
    database = new Database(file, { timeout: busyTimeoutMs });
  } catch (error) {
    throw StoreError.from(error, folder);
  }
  try {
    configure(database);
    if (found === 'new') syncFolder(folder);
    return wrap(database, folder, watchPlace(folder));
  } catch (error) {
    const failure = StoreError.from(error, folder);
    if (failure.code === 'damaged') leave(database, folder);
    else database.close();
    throw failure;
  }
}

/**
 * Opens a copy in a helper process, never the data file: one self-contained file without a journal beside it. What is
 * opened may come from a stranger. `isReadOnly`: not a byte of it changes.
 */
export function openCopy(path: string, { isReadOnly = false } = {}): Connection {
  const database = new Database(path, { readonly: isReadOnly, fileMustExist: true });
  try {
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    if (!isReadOnly) database.pragma('journal_mode = DELETE');
    return wrap(database, dirname(path));
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLite folds the WAL into a file that it closes unless that has been moved since it was opened (os_unix.c, HAS_MOVED). */
function leave(database: Database.Database, folder: string): void {
  const isMoved = process.platform !== 'win32' && moves(dataFile(folder), asideFile(folder));
  database.close();
  if (isMoved) renameSync(asideFile(folder), dataFile(folder));
  // An empty journal that is not that of a run which was cut off was made by this opening.
  if (readMarker(folder) === null && journalBytes(folder) === 0) rmSync(`${dataFile(folder)}-wal`, { force: true });
}

function moves(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
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

/**
 * Others who use this machine read no records; SQLite gives its journal the mode of the file. Not every file system has
 * modes, and a disk that takes no file says so when SQLite asks for one.
 */
function keepPrivate(file: string, isNew: boolean): void {
  try {
    if (isNew) closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
  } catch {
    // As it is, then.
  }
}

/** `assertInPlace`: called before anything that is written counts. */
function wrap(database: Database.Database, folder: string, assertInPlace = (): void => undefined): Connection {
  const statements = new Map<string, Database.Statement>();
  const isOpen = (): boolean => database.open;
  const assertOpen = (): void => {
    if (!isOpen()) throw new ConnectionClosed();
  };
  const prepare = (text: string): Database.Statement => {
    assertOpen();
    let statement = statements.get(text);
    if (statement === undefined) {
      statement = database.prepare(text);
      statements.set(text, statement);
    }
    return statement;
  };
  const compile = (query: Compilable): CompiledQuery => query.compile();
  const runOne = (statement: Database.Statement, parameters: readonly unknown[]): Database.RunResult => {
    // A transaction looks once, at its end.
    if (!database.inTransaction) assertInPlace();
    return statement.run(...parameters);
  };
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
      return runOne(prepare(sql), parameters).changes;
    },
    sql<Row>(text: string, ...parameters: unknown[]) {
      const statement = prepare(text);
      if (statement.reader) return statement.all(...parameters) as Row[];
      runOne(statement, parameters);
      return [];
    },
    transaction(work) {
      assertOpen();
      if (database.inTransaction) return work();
      const whole = database.transaction(() => {
        const result = work();
        assertInPlace();
        return result;
      });
      return whole.immediate();
    },
    execute(script) {
      assertOpen();
      database.exec(script);
    },
    pragma(source) {
      assertOpen();
      return database.pragma(source, { simple: true });
    },
    async backup(path, onStep) {
      assertOpen();
      const pageBytes = Number(database.pragma('page_size', { simple: true }));
      const pace = createPace();
      try {
        await database.backup(path, {
          progress: ({ totalPages, remainingPages }) =>
            onStep((totalPages - remainingPages) * pageBytes) ? pace.next() : pace.rest(),
        });
      } catch (error) {
        throw isOpen() ? error : new ConnectionClosed();
      }
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
    leave() {
      if (!database.open) return;
      statements.clear();
      leave(database, folder);
    },
  };
}

/** A step of a backup should take about as long as a slice of other long work. */
const stepMs = 8;
const firstStepPages = 100;
const minStepPages = 16;
const maxStepPages = 4_000;
const restMs = 1;

/** How many pages the next step of a backup copies. */
function createPace(): { next(): number; rest(): number } {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  let pages = firstStepPages;
  let startedMs: number | null = null;
  return {
    next() {
      const nowMs = performance.now();
      // The time between two steps is ours and that of whoever was served, so a busy moment makes them shorter.
      const tookMs = startedMs === null ? stepMs : Math.max(nowMs - startedMs, 0.1);
      pages = Math.min(maxStepPages, Math.max(minStepPages, Math.round((pages * stepMs) / tookMs)));
      startedMs = nowMs;
      return pages;
    },
    /** The loop of the library knows no pause: it would ask at once again, all the time. */
    rest() {
      Atomics.wait(clock, 0, 0, restMs);
      startedMs = null;
      return 0;
    },
  };
}
