import { createHash } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { applicationId } from '../connection.ts';
import { syncFolder } from '../sync-folder.ts';
import { sidecarEnding } from './naming.ts';

/*
 * How a fresh copy of the data file becomes a backup. All of it is synchronous: it runs in a helper process, and before a
 * migration, when nobody is served yet. Never to be used on the live data file.
 */

export interface Sealed {
  /** lower-case hex */
  sha256: string;
  sizeBytes: number;
  schemaVersion: number;
}

/**
 * Makes a copy one self-contained file, checks it, hashes and syncs it, and only then gives it its name, with the SHA-256
 * beside it. Whatever is cut off before that leaves no file under the name. `damaged`: what the check has found; the copy
 * stays where it is.
 */
export function sealFile(part: string, final: string): Sealed | { damaged: string } {
  const checked = checkCopy(part);
  if ('damaged' in checked) return checked;
  chmodSync(part, 0o600);
  syncFile(part);
  const { sha256, sizeBytes } = hashFileSync(part);
  const sidecar = `${final}${sidecarEnding}`;
  writeFileSync(sidecar, formatSidecar(sha256, basename(final)), { mode: 0o600 });
  syncFile(sidecar);
  const folder = dirname(final);
  // The SHA-256 is there for certain before the file is.
  syncFolder(folder);
  renameSync(part, final);
  syncFolder(folder);
  return { sha256, sizeBytes, schemaVersion: checked.schemaVersion };
}

/** One line of `sha256sum`. */
export const formatSidecar = (sha256: string, name: string): string => `${sha256}  ${name}\n`;

/** Undefined when it is not one. */
export function parseSidecar(text: string): string | undefined {
  return /^([0-9a-f]{64}) [ *]/u.exec(text)?.[1];
}

function checkCopy(path: string): { schemaVersion: number } | { damaged: string } {
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { fileMustExist: true });
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    const mode = database.pragma('journal_mode = DELETE', { simple: true });
    if (mode !== 'delete') return { damaged: `journal mode ${String(mode)}` };
    if (database.pragma('application_id', { simple: true }) !== applicationId) return { damaged: 'application id' };
    const found = database.pragma('integrity_check(20)') as { integrity_check: string }[];
    if (found[0]?.integrity_check !== 'ok') return { damaged: found.map((row) => row.integrity_check).join('; ') };
    const dangling = database.pragma('foreign_key_check') as unknown[];
    if (dangling.length > 0) return { damaged: `${String(dangling.length)} references lead nowhere` };
    return { schemaVersion: Number(database.pragma('user_version', { simple: true })) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^SQLITE_(?:CORRUPT|NOTADB)/u.test(code)) return { damaged: code };
    throw error;
  } finally {
    database?.close();
  }
}

const blockBytes = 1024 * 1024;

export function hashFileSync(path: string): { sha256: string; sizeBytes: number } {
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(blockBytes);
  const descriptor = openSync(path, 'r');
  try {
    let sizeBytes = 0;
    for (;;) {
      const length = readSync(descriptor, block, 0, blockBytes, null);
      if (length === 0) return { sha256: hash.digest('hex'), sizeBytes };
      hash.update(block.subarray(0, length));
      sizeBytes += length;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Windows syncs only what is open for writing. */
function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
