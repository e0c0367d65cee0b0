import { existsSync } from 'node:fs';
import { access, constants, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';
import type { Backup, BackupReason } from '#shared/contract/backups.ts';
import type { Events } from '../../events.ts';
import type { StartHelper } from '../../helper-process.ts';
import type { Log } from '../../log.ts';
import { type Connection, ConnectionClosed } from '../connection.ts';
import { StoreError } from '../store-error.ts';
import { sweep } from '../sweep.ts';
import { BackupFailed, type Backups } from './backups.ts';
import { backupsFolder, listBackups, makeBackupsFolder, packedFolder, removeBackup, sweepBackups } from './folder.ts';
import { parseBackupName, sidecarEnding } from './naming.ts';
import { listOutdated } from './retention.ts';
import { discardDraft, draftBackup, fillDraft, findCause, sealBackup } from './seal.ts';
import { copyToSecond } from './second-folder.ts';
import { isUpTo, readPlace, readState, writeState } from './state.ts';

const intervalMs = 15 * 60_000;
/** How long closing waits for a slow stick. */
const closingCopyMs = 60_000;

export interface BackupsOptions {
  dataFolder: string;
  /** The data file of now; throws StoreError while there is none. */
  connection: () => Connection;
  startHelper: StartHelper;
  events: Events;
  log: Log;
  clock: () => number;
  /** False: only when asked for, neither after a quarter of an hour nor on closing nor before an import. */
  isAutomatic: boolean;
  /** Two copies one after the other did not pass their check: it is the data file that is damaged. */
  onDamage: () => void;
}

/** To be called when the data folder is ours: it removes what a run that was cut off left behind. */
export function createBackups(options: BackupsOptions): Backups {
  const { connection, startHelper, events, log, clock } = options;
  const folder = backupsFolder(options.dataFolder);
  sweepBackups(folder);
  sweep(packedFolder(options.dataFolder));
  let state = readState(folder);
  /** Writes that have no number of their own. */
  let unnumbered = 0;
  let unnumberedBefore = 0;
  let timer: NodeJS.Timeout | undefined;
  let making: Promise<unknown> = Promise.resolve();
  let copying: Promise<void> = Promise.resolve();
  let isClosing = false;
  const stopsCopying = new AbortController();

  const remember = (patch: Partial<typeof state>): void => {
    state = { ...state, ...patch };
    try {
      writeState(folder, state);
    } catch (error) {
      // On a full disk; the next run makes a backup more.
      log.bug(error);
    }
  };

  /** The backup that holds everything, if there is one. */
  const findCurrent = async (live: Connection): Promise<Backup | undefined> => {
    if (unnumbered !== unnumberedBefore || !isUpTo(state, readPlace(live))) return undefined;
    return (await listBackups(folder)).find(({ name }) => name === state.upTo?.name);
  };

  /** Whether there is anything that no backup holds. */
  const isSomethingNew = async (): Promise<boolean> => {
    try {
      const live = connection();
      const isEmpty = state.upTo === null && readPlace(live).position === 0 && unnumbered === 0;
      return !isEmpty && (await findCurrent(live)) === undefined;
    } catch (error) {
      if (error instanceof StoreError || error instanceof ConnectionClosed) return false;
      throw error;
    }
  };

  /** A copy of the data file that passed its check, and what it holds for certain. */
  const makeOnce = async (live: Connection, reason: BackupReason) => {
    makeBackupsFolder(folder);
    const draft = draftBackup(folder, clock(), reason);
    const held = { place: readPlace(live), unnumbered };
    try {
      await fillDraft(draft, live, () => {
        held.place = readPlace(live);
        held.unnumbered = unnumbered;
      });
    } catch (error) {
      const cause = await findCause(error, draft.part, sizeOf(live));
      await discardDraft(draft.part);
      throw cause;
    }
    const { sizeBytes } = await sealBackup(startHelper, folder, draft);
    return { backup: { name: draft.name, atMs: draft.atMs, sizeBytes, reason }, held };
  };

  const make = async (live: Connection, reason: BackupReason): Promise<Backup> => {
    const isDamaged = (error: unknown): boolean => error instanceof BackupFailed && error.reason === 'damaged';
    try {
      const made = await makeOnce(live, reason).catch((error: unknown) => {
        // The copy may have been spoilt on its way.
        if (isDamaged(error)) return makeOnce(live, reason);
        throw error;
      });
      const { backup, held } = made;
      unnumberedBefore = held.unnumbered;
      remember({ upTo: { name: backup.name, ...held.place } });
      await prune();
      return backup;
    } catch (error) {
      if (isDamaged(error)) options.onDamage();
      throw error instanceof ConnectionClosed ? error : BackupFailed.from(error);
    }
  };

  const prune = async (): Promise<void> => {
    try {
      for (const name of listOutdated(await listBackups(folder), clock())) await removeBackup(folder, name);
    } catch (error) {
      // A backup was made all the same.
      log.bug(error);
    }
  };

  /** Brings the second folder up to date; with the backup that was just made, if there is one. */
  const copy = (backup: Backup | null): void => {
    copying = copying.then(async () => {
      const { second } = state;
      if (second === null) return;
      // What cannot be listed is not gone: no copy goes for that.
      const names = await readdir(folder).catch(() => null);
      if (names === null) return;
      const facts = { from: folder, backup, kept: new Set(names), atMs: clock() };
      const now = await copyToSecond(second, facts, startHelper, stopsCopying.signal);
      // Another folder may have been chosen meanwhile.
      if (state.second === second) remember({ second: now });
    });
  };

  const keepNow = async (reason: BackupReason): Promise<Backup> => {
    clearTimeout(timer);
    timer = undefined;
    const live = connection();
    try {
      const current = await findCurrent(live);
      // What an import or a restore is taken back with stays longer than the third of today.
      const isEnough = current !== undefined && (!reason.startsWith('before_') || current.reason === reason);
      const backup = isEnough ? current : await make(live, reason);
      copy(backup);
      return backup;
    } catch (error) {
      if (error instanceof BackupFailed) schedule();
      throw error;
    }
  };

  const keep = (reason: BackupReason): Promise<Backup> => {
    const made = making.then(() => keepNow(reason));
    making = made.catch(() => undefined);
    return made;
  };

  const schedule = (): void => {
    if (!options.isAutomatic || isClosing) return;
    timer ??= setTimeout(() => {
      keep('automatic').catch((error: unknown) => void log.bug(error));
    }, intervalMs).unref();
  };

  const unsubscribe = events.subscribe('change', ({ position, isRestored, isDamaged }) => {
    if (isDamaged === true) {
      clearTimeout(timer);
      timer = undefined;
      return;
    }
    if (position === 0) unnumbered += 1;
    // What the last backup held is not what the data file holds now, whatever the numbers say.
    if (isRestored === true) remember({ upTo: null });
    schedule();
  });

  return {
    folder,
    async list() {
      const { second } = state;
      return {
        folder,
        backups: await listBackups(folder),
        second: second && { folder: second.folder, lastAtMs: second.lastAtMs, problem: second.problem },
      };
    },
    keep,
    async beforeImport() {
      if (options.isAutomatic) await keep('before_import');
    },
    find(name) {
      const path = join(folder, name);
      const isOne = parseBackupName(name) !== undefined && existsSync(path) && existsSync(`${path}${sidecarEnding}`);
      return isOne ? path : undefined;
    },
    async remove(names) {
      const present = new Set((await listBackups(folder)).map(({ name }) => name));
      const wanted = [...new Set(names)].filter((name) => present.has(name));
      for (const name of wanted) await removeBackup(folder, name);
      copy(null);
      return wanted.length;
    },
    async setSecondFolder(chosen) {
      if (chosen !== null) await refuseUnfit(chosen, options.dataFolder);
      const copied = state.second?.folder === chosen ? state.second.copied : [];
      remember({ second: chosen === null ? null : { folder: chosen, lastAtMs: null, problem: null, copied } });
      const [newest] = await listBackups(folder);
      copy(newest ?? null);
    },
    async close() {
      isClosing = true;
      unsubscribe();
      clearTimeout(timer);
      await making;
      try {
        if (options.isAutomatic && (await isSomethingNew())) await keep('closing');
      } catch (error) {
        // The data file is closed all the same; the next run makes it up.
        log.bug(error);
      }
      const giveUp = setTimeout(() => {
        stopsCopying.abort();
      }, closingCopyMs);
      await copying;
      clearTimeout(giveUp);
    },
  };
}

const sizeOf = (live: Connection): number => Number(live.pragma('page_count')) * Number(live.pragma('page_size'));

/** A folder that takes files, and outside of the data folder: what takes that away takes the backups in it too. */
async function refuseUnfit(chosen: string, dataFolder: string): Promise<void> {
  try {
    if (!isAbsolute(chosen)) throw new BackupFailed('folder-unwritable');
    const [real, own] = await Promise.all([realpath(chosen), realpath(dataFolder)]);
    if (`${real}${sep}`.startsWith(`${own}${sep}`)) throw new BackupFailed('folder-unwritable');
    if (!(await stat(real)).isDirectory()) throw new BackupFailed('folder-unwritable');
    await access(real, constants.W_OK);
  } catch (error) {
    throw new BackupFailed('folder-unwritable', { cause: error });
  }
}
