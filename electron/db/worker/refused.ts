import type { BackupRefusal } from '#shared/contract/backups.ts';

/** Why a file is not taken. Nothing of it stays. */
export class Refused extends Error {
  readonly reason: BackupRefusal;

  constructor(reason: BackupRefusal, options?: ErrorOptions) {
    super(`refused: ${reason}`, options);
    this.name = 'Refused';
    this.reason = reason;
  }
}
