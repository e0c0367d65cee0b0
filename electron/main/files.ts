import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { maxArchiveBytes } from '#shared/contract/archive.ts';
import { maxAttachmentBytes } from '#shared/contract/attachments.ts';
import { maxBackupBytes } from '#shared/contract/backups.ts';
import { splitFileName, toFileName } from '#shared/domain/file-name.ts';

export { toFileName };

/** Largest file that the page may ask for, in bytes. */
export const maximumFileBytes = maxAttachmentBytes;
/** The same of a backup, which holds all of them. */
export const maximumBackupBytes = maxBackupBytes;
/** Largest file that the page may have written, in bytes: an archive holds many. */
export const maximumSavedBytes = maxArchiveBytes;

/** Writes beside the target, then renames: there is the old file or the new one, never half of one. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${randomUUID()}.part`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * Writes a file beside those that are in the folder; whatever has its name already stays: «name (2).eml».
 *
 * @param proposed a name from anywhere: it is cleaned, and cannot leave the folder
 * @returns the path of the new file
 */
export async function writeBeside(folder: string, proposed: string, bytes: Uint8Array): Promise<string> {
  const path = await reserve(folder, toFileName(proposed));
  try {
    await writeWhole(path, bytes);
    return path;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Takes the first name that is free, with an empty file, so that nothing else can take it meanwhile. */
async function reserve(folder: string, name: string): Promise<string> {
  const { stem, extension } = splitFileName(name);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem} (${number})${extension}`);
    try {
      await (await open(path, 'wx', 0o600)).close();
      return path;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/** Reads a file that the user chose, unless it is larger than that. */
export async function readChosenFile(
  path: string,
  maximumBytes: number,
): Promise<{ name: string; type: string; bytes: ArrayBuffer } | 'too-large'> {
  if ((await stat(path)).size > maximumBytes) return 'too-large';
  const bytes = new Uint8Array(await readFile(path));
  const type = extname(path).toLowerCase() === '.json' ? 'application/json' : 'application/octet-stream';
  return { name: basename(path), type, bytes: bytes.buffer };
}
