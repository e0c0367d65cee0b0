import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { t } from './catalogue.ts';
import { CommandError } from './messages.ts';

/** Writes the whole file or leaves the old one: temporary name, sync, rename. Makes the folder if it is not there. */
export function writeWholeFile(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const descriptor = openSync(temporary, 'w');
    try {
      for (let offset = 0; offset < bytes.length;) offset += writeSync(descriptor, bytes, offset);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch {
    if (existsSync(temporary)) rmSync(temporary);
    throw new CommandError(t('cannotWrite', { path }), 1);
  }
}

/** Reads a file; of one over `maxBytes` only a stand-in of its length comes back, for the parser to refuse. */
export function readInputFile(path: string, maxBytes: number): File {
  try {
    if (statSync(path).size > maxBytes) return new File([new Uint8Array(maxBytes + 1)], basename(path));
    return new File([new Uint8Array(readFileSync(path))], basename(path));
  } catch {
    throw new CommandError(t('noSuchFile', { path }), 1);
  }
}

/** What a command tells of a file that it wrote. */
export interface Written {
  path: string;
  bytes: number;
  /** lower-case hex */
  sha256: string;
}

/** Writes what the back end made to this very path. */
export async function writeFile(file: File, path: string): Promise<Written> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  writeWholeFile(path, bytes);
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
