import type { Backup, BackupFailure, BackupList, BackupReason } from '#shared/contract/backups.ts';

/** No backup came of it; the data file and the older backups are as they were. */
export class BackupFailed extends Error {
  readonly reason: BackupFailure;

  constructor(reason: BackupFailure, options?: ErrorOptions) {
    super(`no backup: ${reason}`, options);
    this.name = 'BackupFailed';
    this.reason = reason;
  }
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
  /** Absolute path of a backup by its name; undefined when there is none. Refuses every name that is not one of ours. */
  find(name: string): string | undefined;
  remove(names: readonly string[]): Promise<number>;
  /** Absolute path or null; kept in the data file. The desktop and the terminal set it, never the page. */
  setSecondFolder(folder: string | null): Promise<void>;
  /** Ends the schedule and makes the backup on close if something was written since the last one. */
  close(): Promise<void>;
}
