import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readMarker } from './marker.ts';
import { StoreError } from './store-error.ts';

/** «TRLG», at byte 68 of the file (SQLite file format, 1.3.13): tells our files from anybody else's. */
export const applicationId = 0x54524c47;

export const dataFile = (folder: string): string => join(folder, 'trilogue.db');

/** Where {@link Connection.leave} puts the data file for a moment. */
export const asideFile = (folder: string): string => `${dataFile(folder)}.aside`;

/** Whether a data file was in use here, whatever has become of it. */
function wasUsed(folder: string): boolean {
  if (readMarker(folder) !== null || journalBytes(folder) > 0 || existsSync(join(folder, 'damaged'))) return true;
  try {
    return readdirSync(join(folder, 'backups')).some((name) => name.endsWith('.db'));
  } catch {
    return false;
  }
}

/** Of the write-ahead log beside the data file; 0 also when there is none. */
export function journalBytes(folder: string): number {
  return statSync(`${dataFile(folder)}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Looks at what lies under the data file's name before SQLite does; afterwards no fs call may touch it (closing that
 * descriptor would drop the lock). `new`: nothing, and never was. Throws StoreError: `not-sqlite` and `not-ours` for
 * files of others, `damaged` for what was one of ours: a foreign header in a folder in use, or one that SQLite would misread.
 */
export function lookAtFile(folder: string): 'new' | 'missing' | 'present' {
  const file = dataFile(folder);
  if (!existsSync(file) && existsSync(asideFile(folder))) renameSync(asideFile(folder), file);
  if (!existsSync(file)) return wasUsed(folder) ? 'missing' : 'new';
  const header = Buffer.alloc(100);
  let sizeBytes: number;
  try {
    const descriptor = openSync(file, 'r');
    sizeBytes = fstatSync(descriptor).size;
    readSync(descriptor, header, 0, 100, 0);
    closeSync(descriptor);
  } catch (error) {
    throw new StoreError('folder-unwritable', file, { cause: error });
  }
  if (sizeBytes === 0) {
    if (wasUsed(folder)) throw new StoreError('damaged', file);
    return 'new';
  }
  const isBlank = header.every((byte) => byte === 0);
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    throw new StoreError(isBlank || wasUsed(folder) ? 'damaged' : 'not-sqlite', file);
  }
  if (header.readUInt32BE(68) !== applicationId && header.readUInt32BE(60) !== 0) {
    throw new StoreError(wasUsed(folder) ? 'damaged' : 'not-ours', file);
  }
  if (!isReadableHeader(header)) throw new StoreError('damaged', file);
  return 'present';
}

/** The fields that decide how SQLite reads all the rest (file format, 1.3): what it would take for a newer format, or as a file that must not be written. */
export function isReadableHeader(header: Buffer): boolean {
  if (header.length < 100) return false;
  const pageSize = header.readUInt16BE(16);
  const versions = [header[18], header[19]];
  return (
    (pageSize === 1 || (pageSize >= 512 && (pageSize & (pageSize - 1)) === 0)) &&
    versions.every((version) => version === 1 || version === 2) &&
    header[20] === 0 &&
    header[21] === 64 &&
    header[22] === 32 &&
    header[23] === 32 &&
    header.readUInt32BE(44) <= 4 &&
    header.readUInt32BE(56) <= 1
  );
}
