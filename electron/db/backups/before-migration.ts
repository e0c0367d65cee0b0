import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../connection.ts';
import { StoreError } from '../store-error.ts';
import { backupsFolder, makeBackupsFolder } from './folder.ts';
import { parseBackupName } from './naming.ts';
import { draftBackup } from './seal.ts';
import { sealFile } from './seal-file.ts';
import { isUpTo, readPlace, readState, writeState } from './state.ts';

/**
 * Keeps the data file as it is before a migration, in this process, as nobody is served yet. A start that is tried again
 * keeps it once. Throws StoreError, also `damaged` when the copy does not pass its check: then nothing may be migrated.
 */
export function keepBeforeMigration(connection: Connection, dataFolder: string): void {
  const folder = backupsFolder(dataFolder);
  const state = readState(folder);
  const place = readPlace(connection);
  if (state.upTo !== null && isUpTo(state, place) && isThere(folder, state.upTo.name)) return;
  try {
    makeBackupsFolder(folder);
    const { name, part } = draftBackup(folder, Date.now(), 'before_migration');
    try {
      connection.sql('VACUUM INTO ?', part);
      const sealed = sealFile(part, join(folder, name));
      if ('damaged' in sealed) throw new StoreError('damaged', dataFolder, { cause: new Error(sealed.damaged) });
    } catch (error) {
      for (const path of [part, `${part}-journal`]) rmSync(path, { force: true });
      throw error;
    }
    writeState(folder, { ...state, upTo: { name, ...place } });
  } catch (error) {
    throw StoreError.from(error, dataFolder);
  }
}

const isThere = (folder: string, name: string): boolean =>
  parseBackupName(name)?.reason === 'before_migration' && existsSync(join(folder, name));
