import { oc } from '@orpc/contract';
import { z } from 'zod';
import { changeSetSummary } from './history.ts';
import { notFound } from './errors.ts';
import { id, localizedLine } from './fields.ts';

/** Why a backup was made. `asked`: by the user; `before_*`: so that what followed can be taken back. */
export const backupReasons = [
  'automatic',
  'closing',
  'asked',
  'before_migration',
  'before_import',
  'before_restore',
] as const;
export type BackupReason = (typeof backupReasons)[number];

/** One file in the folder of backups. */
export const backup = z.object({
  /** Name of the file; the page never sees or sends a path. */
  name: z.string(),
  atMs: z.number(),
  sizeBytes: z.number(),
  reason: z.enum(backupReasons),
});
export type Backup = z.infer<typeof backup>;

/** Why no backup could be made. `damaged`: the copy did not pass its check, so the data file itself is damaged. */
export const backupFailures = ['disk-full', 'folder-unwritable', 'damaged', 'failed'] as const;
export type BackupFailure = (typeof backupFailures)[number];
export const backupFailed = { status: 507, data: z.object({ reason: z.enum(backupFailures) }) };

/** Why a file cannot be restored; nothing was changed. */
export const backupRefusals = [
  'not-a-backup',
  'damaged',
  'newer-version',
  'too-large',
  'passphrase-needed',
  'passphrase-wrong',
  'deadline',
  'memory',
] as const;
export type BackupRefusal = (typeof backupRefusals)[number];
export const backupRefused = { status: 422, data: z.object({ reason: z.enum(backupRefusals) }) };

/** Largest backup that travels to or from the page, in bytes; larger ones go through the terminal. */
export const maxBackupBytes = 500 * 1024 * 1024;
export const minPassphraseLength = 10;
export const passphrase = z.string().min(minPassphraseLength).max(1_000);

export const restoredKinds = [
  'person',
  'organization',
  'working_group',
  'meeting',
  'agenda_item',
  'entry',
  'action',
  'agreement',
  'attachment',
  'glossary_concept',
] as const;
export type RestoredKind = (typeof restoredKinds)[number];

/** What a restore would do, in numbers of records. */
export const restorePreview = z.object({
  /** For {@link backupsContract.restore} and {@link backupsContract.discard}. */
  id,
  /** When the backup was made, by its own last change; null: it holds none. */
  atMs: z.number().nullable(),
  schemaVersion: z.number(),
  /**
   * True also of a damaged file a copy of which can be read throughout. False where there is nothing to compare with: the
   * data file is gone, or not even a copy can be read; then the counts of «here» are 0.
   */
  isPresentReadable: z.boolean(),
  kinds: z.array(
    z.object({
      kind: z.enum(restoredKinds),
      here: z.number(),
      inBackup: z.number(),
      /** In the backup, and not here. */
      comesBack: z.number(),
      /** Here, and not in the backup. */
      goesAway: z.number(),
      differs: z.number(),
    }),
  ),
  /** Titles of some of them, meetings first. */
  examples: z.array(
    z.object({
      kind: z.enum(restoredKinds),
      fate: z.enum(['comes_back', 'goes_away', 'differs']),
      title: localizedLine,
    }),
  ),
  /** What was done here after the backup was made, the newest first; the list holds the first of `count`. */
  changesSince: z.object({ count: z.number(), first: z.array(changeSetSummary) }),
});
export type RestorePreview = z.infer<typeof restorePreview>;

export const backupList = z.object({
  /** Absolute path, to be shown. */
  folder: z.string(),
  /** The newest first. */
  backups: z.array(backup),
  /** The other folder to which each backup is copied; null: none is set. `problem`: why the last copy failed. */
  second: z
    .object({
      folder: z.string(),
      lastAtMs: z.number().nullable(),
      problem: z.enum(['unreachable', 'disk-full', 'failed']).nullable(),
    })
    .nullable(),
});
export type BackupList = z.infer<typeof backupList>;

/** All of them work also while the data file is damaged, save `make`. */
export const backupsContract = {
  list: oc.output(backupList),
  make: oc.output(backup).errors({ BACKUP_FAILED: backupFailed }),
  /** Reads the whole file and compares it with its SHA-256. */
  verify: oc
    .input(z.strictObject({ name: z.string().max(200) }))
    .output(z.object({ state: z.enum(['sound', 'damaged']) }))
    .errors({ NOT_FOUND: notFound }),
  /**
   * One file that can leave the laptop: a zip that ends with the SHA-256 of all of itself, in the age format if there is
   * a passphrase. `name` null: of a backup made now. Answers what {@link backupsContract.download} takes.
   */
  pack: oc
    .input(z.strictObject({ name: z.string().max(200).nullable(), passphrase: passphrase.nullable() }))
    .output(z.object({ id, name: z.string(), sizeBytes: z.number() }))
    .errors({ NOT_FOUND: notFound, BACKUP_FAILED: backupFailed, BACKUP_REFUSED: backupRefused }),
  /** Once, and not for long. */
  download: oc.input(z.strictObject({ id })).output(z.file()).errors({ NOT_FOUND: notFound }),
  /** Reads, checks and compares in a helper process; changes nothing. */
  preview: oc
    .input(
      z.union([
        z.strictObject({ name: z.string().max(200) }),
        z.strictObject({ file: z.file(), passphrase: z.string().max(1_000).nullable() }),
      ]),
    )
    .output(restorePreview)
    .errors({ NOT_FOUND: notFound, BACKUP_FAILED: backupFailed, BACKUP_REFUSED: backupRefused }),
  /**
   * Puts the backup in the place of the data file, which stays as a backup of its own: `undoName`, to be restored in
   * the same way. Pages hear of it by a change event with `isRestored`.
   */
  restore: oc
    .input(z.strictObject({ id }))
    .output(z.object({ undoName: z.string().nullable() }))
    .errors({ NOT_FOUND: notFound, BACKUP_FAILED: backupFailed }),
  discard: oc.input(z.strictObject({ id })).output(z.null()),
  /** For good: backups that hold what was erased. Names of backups that are gone already are passed over. */
  remove: oc
    .input(z.strictObject({ names: z.array(z.string().max(200)).min(1).max(100) }))
    .output(z.object({ removed: z.number() })),
};
