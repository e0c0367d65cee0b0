import { existsSync, readdirSync, rmSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup, BackupReason } from '#shared/contract/backups.ts';
import { nameBackup, parseBackupName, partEnding, sidecarEnding } from './naming.ts';

/** Absolute path of where the backups of a data folder lie. */
export const backupsFolder = (dataFolder: string): string => join(dataFolder, 'backups');

/** The backups in a folder, the newest first: files of ours that have their SHA-256 beside them. None where there is no folder. */
export async function listBackups(folder: string): Promise<Backup[]> {
  const names = new Set(await readdir(folder).catch(() => []));
  const found = await Promise.all(
    [...names].map(async (name) => {
      const parsed = parseBackupName(name);
      if (parsed === undefined || !names.has(`${name}${sidecarEnding}`)) return [];
      // Removed a moment ago.
      const state = await stat(join(folder, name)).catch(() => null);
      return state?.isFile() === true ? [{ name, ...parsed, sizeBytes: state.size }] : [];
    }),
  );
  return found.flat().sort((a, b) => b.atMs - a.atMs || (a.name < b.name ? 1 : -1));
}

/** A name that nothing in the folder has yet, finished or not; a moment later than asked for if need be. */
export function chooseBackupName(folder: string, atMs: number, reason: BackupReason): string {
  for (let ms = atMs; ; ms += 1) {
    const name = nameBackup(ms, reason);
    const isTaken = ['', partEnding, sidecarEnding].some((ending) => existsSync(join(folder, `${name}${ending}`)));
    if (!isTaken) return name;
  }
}

/** The file first: a SHA-256 without a file is swept, a file without its SHA-256 would stay for ever. */
export async function removeBackup(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { force: true });
  await rm(join(folder, `${name}${sidecarEnding}`), { force: true });
}

/** Removes what a run that was cut off left behind, at the start of the next: nothing that counts as a backup. */
export function sweepBackups(folder: string): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  const present = new Set(names);
  for (const name of names) {
    const isPart =
      name.includes(`.db${partEnding}`) && parseBackupName(name.slice(0, name.indexOf(partEnding))) !== undefined;
    const file = name.endsWith(sidecarEnding) ? name.slice(0, -sidecarEnding.length) : undefined;
    const isOrphan = file !== undefined && parseBackupName(file) !== undefined && !present.has(file);
    if (isPart || isOrphan) rmSync(join(folder, name), { force: true });
  }
}
