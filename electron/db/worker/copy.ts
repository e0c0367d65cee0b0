import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { partEnding, sidecarEnding } from '../backups/naming.ts';
import { formatSidecar, parseSidecar } from '../backups/seal-file.ts';
import { syncFolder } from '../sync-folder.ts';

const blockBytes = 1024 * 1024;

/** Copies a backup with the SHA-256 beside it. A copy that differs from it gets no name; the folder must be there. */
export function copyBackup(from: string, to: string): Promise<{ sizeBytes: number }> {
  const expected = parseSidecar(readFileSync(`${from}${sidecarEnding}`, 'utf8'));
  const part = `${to}${partEnding}`;
  const sidecar = `${to}${sidecarEnding}`;
  try {
    const { sha256, sizeBytes } = copyAndHash(from, part);
    if (sha256 !== expected) throw new Error('the backup differs from its SHA-256');
    writeSynced(sidecar, Buffer.from(formatSidecar(sha256, basename(to))));
    syncFolder(dirname(to));
    renameSync(part, to);
    syncFolder(dirname(to));
    return Promise.resolve({ sizeBytes });
  } catch (error) {
    rmSync(part, { force: true });
    rmSync(sidecar, { force: true });
    throw error;
  }
}

function copyAndHash(from: string, to: string): { sha256: string; sizeBytes: number } {
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(blockBytes);
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'w', 0o600);
    try {
      let sizeBytes = 0;
      for (;;) {
        const length = readSync(source, block, 0, blockBytes, null);
        if (length === 0) break;
        hash.update(block.subarray(0, length));
        writeAll(target, block.subarray(0, length));
        sizeBytes += length;
      }
      fsyncSync(target);
      return { sha256: hash.digest('hex'), sizeBytes };
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

function writeSynced(path: string, bytes: Buffer): void {
  const descriptor = openSync(path, 'w', 0o600);
  try {
    writeAll(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A disk that is nearly full takes a part, and says so only at the next. */
function writeAll(descriptor: number, bytes: Buffer): void {
  for (let offset = 0; offset < bytes.length;) offset += writeSync(descriptor, bytes, offset);
}
