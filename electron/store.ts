import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { StoreCondition } from '#shared/contract/app.ts';
import { BackupFailed } from './db/backups/backups.ts';
import { watchForDamage } from './db/check.ts';
import { type Connection, ConnectionClosed, openConnection } from './db/connection.ts';
import { readMarker, removeMarker, writeMarker } from './db/marker.ts';
import { migrate } from './db/migrate.ts';
import { migrations } from './db/migrations/index.ts';
import { dataFile, journalBytes, lookAtFile } from './db/opening.ts';
import { StoreError } from './db/store-error.ts';
import { sweep } from './db/sweep.ts';
import { syncFolder } from './db/sync-folder.ts';
import type { Log } from './log.ts';

/** The data file of this run, which a restore replaces by another one. */
export interface Store {
  readonly condition: StoreCondition;
  /** False where it is damaged or missing. */
  readonly isReadable: boolean;
  /** Absolute path of the data file, to be shown. */
  readonly place: string;
  /** While there is none that can be read, one that throws StoreError `damaged` at each use. */
  readonly connection: Connection;
  /** While the data file is being replaced, nothing may be read or written. */
  readonly isReplacing: boolean;
  /** Called by whoever has found damage; from here on the file is left alone. */
  readonly foundDamage: () => void;
  /**
   * Has the data file kept as a backup (a damaged one with all that lies beside it, byte by byte, in a folder of its own),
   * puts the staged file in its place and opens that. A crash at any moment leaves the one or the other under the data
   * file's name. Answers the name of the backup; null where there was nothing to keep or only a damaged file. Throws what
   * `keepPresent` throws, with the present file open as before.
   */
  replaceWith(staged: string): Promise<string | null>;
  /** Called with each connection that is opened, the present one included; what it answers ends before that is closed. */
  onOpened(follow: (connection: Connection) => (() => Promise<void>) | undefined): void;
  close(): Promise<void>;
}

export interface StoreOptions {
  dataFolder: string;
  log: Log;
  /** Makes the backup before a restore, or answers the one of the last time where nothing was written since; its name. */
  keepPresent: () => Promise<string>;
  /** The file in use was found damaged. */
  onDamage: () => void;
}

type End = () => Promise<void>;
type Follow = (connection: Connection) => End | undefined;

/**
 * Opens (or creates) the data file of a folder. A file that is damaged, or gone although there are backups, does not throw:
 * it is said in `condition`, and left as it is. Throws StoreError for every other reason.
 */
export function openStore({ dataFolder, log, keepPresent, onDamage }: StoreOptions): Store {
  const file = dataFile(dataFolder);
  const none = createNone(file);
  const follows: Follow[] = [];
  let ends: End[] = [];
  let condition: StoreCondition = 'sound';
  /** The file that is open, also while nothing of it may be used any more. */
  let opened: Connection | null = null;
  let usable: Connection = none;
  let isReplacing = false;

  const isReadable = (): boolean => condition !== 'damaged' && condition !== 'missing';

  const foundDamage = (): void => {
    if (condition === 'damaged') return;
    condition = 'damaged';
    usable = none;
    if (opened !== null) writeMarker(dataFolder, { isDamaged: true });
    onDamage();
  };

  const open = (): void => {
    condition = 'sound';
    usable = none;
    try {
      const last = readMarker(dataFolder);
      if (lookAtFile(dataFolder) === 'missing') {
        condition = 'missing';
        return;
      }
      // Looked at before SQLite makes a new journal.
      const isJournalMissing = last !== null && !existsSync(`${file}-wal`);
      opened = openChecked(dataFolder, last?.isDamaged === true);
      writeMarker(dataFolder, { isDamaged: false });
      if (isJournalMissing) condition = 'journal-missing';
      usable = guard(opened, () => condition === 'damaged', file, foundDamage);
    } catch (error) {
      const failure = StoreError.from(error, dataFolder);
      if (failure.code !== 'damaged') throw failure;
      condition = 'damaged';
    }
  };

  const begin = (follow: Follow): void => {
    if (usable === none) return;
    try {
      const end = follow(usable);
      if (end !== undefined) ends.push(end);
    } catch (error) {
      if (StoreError.from(error, dataFolder).code !== 'damaged') throw error;
    }
  };

  /** What follows may find the disk full, or the file damaged: it ends all the same, and the next run catches up. */
  const endFollowers = async (): Promise<void> => {
    const ending = ends;
    ends = [];
    for (const end of ending) {
      try {
        await end();
      } catch (error) {
        log.bug(error);
      }
    }
  };

  const shut = (): void => {
    if (opened === null) return;
    if (condition === 'damaged') opened.leave();
    else {
      if (foldsIn(opened)) removeMarker(dataFolder);
      opened.close();
    }
    opened = null;
    usable = none;
  };

  const keepOrFindDamage = async (): Promise<string | null> => {
    try {
      return await keepPresent();
    } catch (error) {
      // Only now has anybody read all of it: it is kept as it is, not as a backup.
      if (!(error instanceof BackupFailed && error.reason === 'damaged')) throw error;
      foundDamage();
      return null;
    }
  };

  const keepUnchanged = async (): Promise<string | null> => {
    let last: string | null = null;
    for (;;) {
      if (!isReadable()) return null;
      const name = await keepOrFindDamage();
      // The same one again: no call that was under way has written meanwhile.
      if (name === null || name === last) return name;
      last = name;
    }
  };

  open();
  // What a run that was cut off had staged.
  sweep(join(dataFolder, 'restoring'));
  return {
    get condition() {
      return condition;
    },
    get isReadable() {
      return isReadable();
    },
    place: file,
    get connection() {
      return usable;
    },
    get isReplacing() {
      return isReplacing;
    },
    foundDamage,
    async replaceWith(staged) {
      if (isReplacing) throw new ConnectionClosed();
      isReplacing = true;
      try {
        // Where there is no room for a backup, nothing has been ended.
        await keepUnchanged();
        await endFollowers();
        // Ending them takes its time, in which a call that was under way may have written.
        const kept = await keepUnchanged();
        shut();
        try {
          if (kept === null || journalBytes(dataFolder) > 0) moveAside(dataFolder);
          renameSync(staged, file);
          syncFolder(dataFolder);
          removeMarker(dataFolder);
        } finally {
          open();
        }
        return kept;
      } finally {
        isReplacing = false;
        if (ends.length === 0) for (const follow of follows) begin(follow);
      }
    },
    onOpened(follow) {
      follows.push(follow);
      begin(follow);
    },
    async close() {
      await endFollowers();
      shut();
    },
  };
}

/** A file that an earlier run has found damaged must prove itself whole before it is used again. */
function openChecked(dataFolder: string, isSuspect: boolean): Connection {
  const connection = openConnection(dataFolder);
  try {
    if (isSuspect && connection.pragma('integrity_check') !== 'ok') throw new StoreError('damaged', dataFolder);
    migrateAsStated(connection, dataFolder);
    return connection;
  } catch (error) {
    const { code } = StoreError.from(error, dataFolder);
    // Neither a damaged file nor that of a newer program is ours to fold a journal into.
    if (code === 'damaged' || code === 'newer-version') connection.leave();
    else connection.close();
    throw error;
  }
}

/** A step that does not fit the tables means that the file's own word about its version is wrong. */
function migrateAsStated(connection: Connection, dataFolder: string): void {
  const isNew = connection.pragma('user_version') === 0;
  try {
    migrate(connection, dataFolder, migrations);
  } catch (error) {
    const isUnfit = error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR';
    throw isUnfit && !isNew ? new StoreError('damaged', dataFolder, { cause: error }) : error;
  }
}

/** False where there is no room: then the journal stays beside the file, and the next opening reads it. */
function foldsIn(connection: Connection): boolean {
  try {
    return connection.pragma('wal_checkpoint(TRUNCATE)') === 0;
  } catch {
    return false;
  }
}

/** Everything of the data file, in the order in which none of it can be taken for part of another one. */
function moveAside(dataFolder: string): void {
  const file = dataFile(dataFolder);
  const names = readdirSync(dataFolder).filter((name) => name.startsWith(`${basename(file)}-`));
  if (names.length === 0 && !existsSync(file)) return;
  const instant = new Date().toISOString().replaceAll(':', '-');
  const folder = join(dirname(file), 'damaged', instant);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of names) renameSync(join(dataFolder, name), join(folder, name));
  if (existsSync(file)) renameSync(file, join(folder, basename(file)));
  syncFolder(folder);
}

function guard(connection: Connection, isClosed: () => boolean, file: string, foundDamage: () => void): Connection {
  return watchForDamage(
    connection,
    () => {
      if (isClosed()) throw new StoreError('damaged', file);
    },
    foundDamage,
  );
}

function createNone(file: string): Connection {
  const refuse = (): never => {
    throw new StoreError('damaged', file);
  };
  return {
    backup: refuse,
    all: refuse,
    first: refuse,
    run: refuse,
    sql: refuse,
    transaction: refuse,
    execute: refuse,
    pragma: refuse,
    close: () => undefined,
    leave: () => undefined,
  };
}
