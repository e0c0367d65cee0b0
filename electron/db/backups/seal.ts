import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupReason } from '#shared/contract/backups.ts';
import type { StartHelper } from '../../helper-process.ts';
import type { Connection } from '../connection.ts';
import { callStoreWorker } from '../worker/call.ts';
import { BackupFailed } from './backups.ts';
import { chooseBackupName } from './folder.ts';
import { partEnding } from './naming.ts';
import type { Sealed } from './seal-file.ts';

/** A backup on its way: to be filled at `part`, and then sealed. */
export interface Draft {
  name: string;
  atMs: number;
  part: string;
}

export function draftBackup(folder: string, nowMs: number, reason: BackupReason): Draft {
  const { name, atMs } = chooseBackupName(folder, nowMs, reason);
  return { name, atMs, part: join(folder, `${name}${partEnding}`) };
}

const syncEveryBytes = 8 * 1024 * 1024;
const mostUnsyncedBytes = 4 * syncEveryBytes;

/**
 * Fills a draft. It is synced while it grows: at the end SQLite syncs what is left of it in one go, and nobody is served
 * until that is done. `onStep` is called before each step.
 */
export async function fillDraft({ part }: Draft, live: Connection, onStep: () => void): Promise<void> {
  const file = await open(part, 'wx', 0o600);
  let syncedBytes = 0;
  let isSyncing = false;
  let syncing: Promise<void> = Promise.resolve();
  try {
    await live.backup(part, (copiedBytes) => {
      onStep();
      const unsynced = copiedBytes - syncedBytes;
      if (isSyncing) return unsynced < mostUnsyncedBytes;
      if (unsynced < syncEveryBytes) return true;
      // Whether it succeeds is seen at the end.
      isSyncing = true;
      syncing = file
        .datasync()
        .catch(() => undefined)
        .then(() => {
          syncedBytes = copiedBytes;
          isSyncing = false;
        });
      return true;
    });
  } finally {
    await syncing;
    await file.close();
  }
}

/** Has a helper check it and give it its name. Throws {@link BackupFailed}; then nothing of it is left. */
export async function sealBackup(startHelper: StartHelper, folder: string, { name, part }: Draft): Promise<Sealed> {
  try {
    const sealed = await callStoreWorker(startHelper, { kind: 'seal', path: part, final: join(folder, name) });
    if ('damaged' in sealed) throw new BackupFailed('damaged', { cause: new Error(sealed.damaged) });
    return sealed;
  } catch (error) {
    await discardDraft(part);
    throw BackupFailed.from(error);
  }
}

/** With the journal that SQLite keeps beside it. */
export async function discardDraft(part: string): Promise<void> {
  await Promise.all([part, `${part}-journal`].map((path) => rm(path, { force: true })));
}

/**
 * A step of a backup says SQLITE_IOERR for a quota as for a broken disk: writing the last block of what was to be written
 * (`sizeBytes`) says which.
 */
export async function findCause(error: unknown, part: string, sizeBytes: number): Promise<unknown> {
  if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_IOERR')) return error;
  const block = new Uint8Array(64 * 1024);
  try {
    const file = await open(part, 'r+');
    try {
      const at = Math.max(0, sizeBytes - block.length);
      // A file that nears its limit takes a part, and says so only at the next.
      for (let done = 0; done < block.length;) {
        done += (await file.write(block, done, block.length - done, at + done)).bytesWritten;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return error;
  } catch (cause) {
    return cause;
  }
}
