import type { Backup, BackupFailure, BackupList, BackupReason } from '#shared/contract/backups.ts';
import { StoreError } from '../store-error.ts';

/** No backup came of it; the data file and the older backups are as they were. */
export class BackupFailed extends Error {
  readonly reason: BackupFailure;

  constructor(reason: BackupFailure, options?: ErrorOptions) {
    super(`no backup: ${reason}`, options);
    this.name = 'BackupFailed';
    this.reason = reason;
  }

  /** Names the cause by the codes of SQLite or of the file system, also of those that a helper has met. */
  static from(error: unknown): BackupFailed {
    if (error instanceof BackupFailed) return error;
    return new BackupFailed(failureOf(error), { cause: error });
  }
}

const unwritableCodes = new Set(['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EIO', 'ENODEV']);

function failureOf(error: unknown): BackupFailure {
  const { code } = StoreError.from(error, '');
  if (code === 'folder-gone') return 'folder-unwritable';
  if (code === 'disk-full' || code === 'folder-unwritable' || code === 'damaged') return code;
  const raw = error instanceof Error && 'code' in error ? String(error.code) : '';
  return unwritableCodes.has(raw) ? 'folder-unwritable' : 'failed';
}

/** The backups of one data folder: made by themselves and when asked for, pruned, copied to a second folder. */
export interface Backups {
  /** Absolute path. */
  readonly folder: string;
  list(): Promise<BackupList>;
  /**
   * Makes a backup, or answers the newest one when nothing was written since it was made. Stepped, so that other calls
   * are answered meanwhile; checked, hashed and synced in a helper. Calls while one is under way share it where they may.
   * Throws {@link BackupFailed}.
   */
  keep(reason: BackupReason): Promise<Backup>;
  /**
   * The backup before an import, after its file was read and before anything of it is written. Throws
   * {@link BackupFailed}; then nothing may be written.
   */
  beforeImport(): Promise<void>;
  /** Absolute path of a backup by its name; undefined when there is none. Refuses every name that is not one of ours. */
  find(name: string): string | undefined;
  /** Answers how many there were. Copies in the second folder go with them, at the latest when it is there again. */
  remove(names: readonly string[]): Promise<number>;
  /**
   * Absolute path of a folder that is there, or null; kept beside the backups, so that it is known also while the data
   * file is damaged, and stays over a restore. The desktop and the terminal set it, never the page. Throws
   * {@link BackupFailed} `folder-unwritable`.
   */
  setSecondFolder(folder: string | null): Promise<void>;
  /** Ends the schedule and makes the backup on close if something was written since the last one. Never throws. */
  close(): Promise<void>;
}
