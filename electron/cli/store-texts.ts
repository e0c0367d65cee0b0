import type { BackupFailure, BackupRefusal } from '#shared/contract/backups.ts';
import { t, wordsOf } from './catalogue.ts';

const refusalKeys: Record<Exclude<BackupRefusal, 'passphrase-needed'>, string> = {
  'not-a-backup': 'backupRefused.notABackup',
  damaged: 'backupRefused.damaged',
  'newer-version': 'backupRefused.newerVersion',
  'too-large': 'backupRefused.tooLarge',
  'passphrase-wrong': 'backupRefused.passphraseWrong',
  deadline: 'backupRefused.deadline',
  memory: 'backupRefused.memory',
};

const failureKeys: Record<BackupFailure, string> = {
  'disk-full': 'backupFailed.diskFull',
  'folder-unwritable': 'backupFailed.folderUnwritable',
  damaged: 'backupFailed.damaged',
  failed: 'backupFailed.failed',
};

/** Said in the same words as on the screens, where there is a field for the passphrase. */
export const describeBackupRefusal = (reason: BackupRefusal): string =>
  reason === 'passphrase-needed' ? t('passphraseNeeded') : wordsOf('errors')(refusalKeys[reason]);
export const describeBackupFailure = (reason: BackupFailure): string => wordsOf('errors')(failureKeys[reason]);

const fileKeys = {
  deadline: 'fileUnreadable.deadline',
  memory: 'fileUnreadable.memory',
  crash: 'fileUnreadable.crash',
} as const;
export const describeUnreadable = (reason: keyof typeof fileKeys): string => wordsOf('errors')(fileKeys[reason]);
