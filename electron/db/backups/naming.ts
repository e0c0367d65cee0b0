import { type BackupReason, backupReasons } from '#shared/contract/backups.ts';

const ending = '.db';
/** Beside each backup: its SHA-256, in the format of `sha256sum`. */
export const sidecarEnding = '.sha256';
/** Behind the name while it is not finished. */
export const partEnding = '.part';

/** Year 1 to year 9999: others have no instant of 24 characters. */
const minMs = -62_135_596_800_000;
const maxMs = 253_402_300_799_999;

/** `2026-11-21T10-15-00.000Z automatic.db`: sorts by time, and every file system takes it. */
export function nameBackup(atMs: number, reason: BackupReason): string {
  const instant = new Date(Math.min(Math.max(atMs, minMs), maxMs)).toISOString();
  return `${instant.replaceAll(':', '-')} ${reason}${ending}`;
}

const pattern = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z) ([a-z_]+)\.db$/u;

/** Undefined for every name that {@link nameBackup} does not give. */
export function parseBackupName(name: string): { atMs: number; reason: BackupReason } | undefined {
  const match = pattern.exec(name);
  if (match === null) return undefined;
  const [, hours = '', minutes = '', seconds = '', word = ''] = match;
  const atMs = Date.parse(`${hours}:${minutes}:${seconds}`);
  const reason = backupReasons.find((known) => known === word);
  return reason === undefined || Number.isNaN(atMs) ? undefined : { atMs, reason };
}
