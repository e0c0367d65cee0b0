import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';

/** Largest file that the page may hand over or ask for, in bytes. */
export const maximumFileBytes = 64 * 1024 ** 2;

/** Device names that Windows refuses in every folder, with any extension (Microsoft: «Naming Files, Paths, and Namespaces»). */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name that every file system takes, from whatever the page proposes. */
export function toFileName(proposed: string): string {
  const plain = proposed
    .normalize('NFC')
    .replace(/[\p{C}<>:"/\\|?*]/gu, '_')
    .replace(/[. ]+$/, '');
  const extension = extname(plain);
  // 255 bytes is the limit of ext4; a Han character takes three.
  let stem = plain.slice(0, plain.length - extension.length);
  while (Buffer.byteLength(stem + extension) > 200) stem = stem.slice(0, -1);
  const name = `${stem}${extension}`;
  return name === '' || deviceName.test(name) ? `_${name}` : name;
}

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

/** Reads a file that the user chose. */
export async function readChosenFile(
  path: string,
): Promise<{ name: string; type: string; bytes: ArrayBuffer } | 'too-large'> {
  if ((await stat(path)).size > maximumFileBytes) return 'too-large';
  const bytes = new Uint8Array(await readFile(path));
  const type = extname(path).toLowerCase() === '.json' ? 'application/json' : 'application/octet-stream';
  return { name: basename(path), type, bytes: bytes.buffer };
}
