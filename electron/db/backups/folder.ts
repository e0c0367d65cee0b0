import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Backup, BackupReason } from '#shared/contract/backups.ts';
import { sweep } from '../sweep.ts';
import { syncFolder } from '../sync-folder.ts';
import { nameBackup, parseBackupName, partEnding, sidecarEnding } from './naming.ts';
import { parseSidecar } from './seal-file.ts';

/** Absolute path of where the backups of a data folder lie. */
export const backupsFolder = (dataFolder: string): string => join(dataFolder, 'backups');

/** Absolute path of where files wait that were packed to leave the laptop. */
export const packedFolder = (dataFolder: string): string => join(dataFolder, 'packed');

/** The SHA-256 that lies beside a file; null where none does, '' (which no file has) where something else lies there. */
export async function readSidecar(path: string): Promise<string | null> {
  const text = await readFile(`${path}${sidecarEnding}`, 'utf8').catch(() => null);
  return text === null ? null : (parseSidecar(text) ?? '');
}

/** Never the data folder itself: one that was moved away would find another in its place when it comes back. */
export function makeBackupsFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { mode: 0o700 });
  syncFolder(dirname(folder));
}

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
export function chooseBackupName(folder: string, now: number, reason: BackupReason): { name: string; atMs: number } {
  for (let atMs = now; ; atMs += 1) {
    const name = nameBackup(atMs, reason);
    const isTaken = ['', partEnding, sidecarEnding].some((ending) => existsSync(join(folder, `${name}${ending}`)));
    if (!isTaken) return { name, atMs };
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
  const isOurs = (name: string, end: number): boolean => end > 0 && parseBackupName(name.slice(0, end)) !== undefined;
  for (const name of names) {
    if (isOurs(name, name.indexOf(partEnding))) sweep(join(folder, name));
  }
  // A helper of the last run may still be at work: without its part, it can finish no more, so what is there now stays.
  for (const name of names) {
    const file = name.slice(0, -sidecarEnding.length);
    const isSidecar = name.endsWith(sidecarEnding) && parseBackupName(file) !== undefined;
    if (isSidecar && !existsSync(join(folder, file))) sweep(join(folder, name));
  }
}
