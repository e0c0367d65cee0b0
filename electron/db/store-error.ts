import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';

export type StoreErrorCode =
  | 'folder-in-use'
  | 'folder-unwritable'
  /** It was there when the file was opened. */
  | 'folder-gone'
  | 'disk-full'
  | 'not-sqlite'
  | 'not-ours'
  | 'newer-version'
  | 'damaged'
  | 'unknown';

/** Why the data folder cannot be opened. `place` is the folder or file; the sentence stands in locales, `store.<code>`. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly place: string;

  constructor(code: StoreErrorCode, place: string, options?: ErrorOptions) {
    super(`${code}: ${place}`, options);
    this.name = 'StoreError';
    this.code = code;
    this.place = place;
  }

  /** Names the cause by SQLite's own result codes (sqlite.org/rescode.html), or those of the file system. */
  static from(error: unknown, place: string): StoreError {
    if (error instanceof StoreError) return error;
    const code = codeOf(error);
    const refusal = code.startsWith('SQLITE_IOERR') && place !== '' ? probe(place) : null;
    const found = refusal === null ? storeErrorCode(code) : fullCodes.has(refusal) ? 'disk-full' : 'folder-unwritable';
    return new StoreError(found, place, { cause: error });
  }
}

/** Node has no name for a quota that is used up. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('errno' in error && error.errno === -constants.errno.EDQUOT) return 'EDQUOT';
  return 'code' in error ? String(error.code) : '';
}

/** A quota or a file-size limit answers SQLITE_IOERR_WRITE, not SQLITE_FULL (measured, reliability 0.8). */
const fullCodes = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', 'EDQUOT', 'EFBIG']);
/** A medium that was taken out or became read-only while the file was open. */
const unwritableCodes = new Set([
  'SQLITE_IOERR_FSYNC',
  'SQLITE_IOERR_DIR_FSYNC',
  'SQLITE_IOERR_TRUNCATE',
  'EROFS',
  'EACCES',
  'EPERM',
  'ENOTDIR',
  'EEXIST',
]);

function storeErrorCode(code: string): StoreErrorCode {
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'folder-in-use';
  // Files of others never come as far as SQLite: see opening.ts.
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return 'damaged';
  if (fullCodes.has(code)) return 'disk-full';
  if (unwritableCodes.has(code) || /^SQLITE_(?:CANTOPEN|READONLY|PERM)/u.test(code)) return 'folder-unwritable';
  return 'unknown';
}

/**
 * SQLite says no more than which of its calls has failed, unless there was no space. What the system says of a small file
 * in the same folder is the cause; null where it takes that one.
 */
function probe(folder: string): string | null {
  const path = join(folder, 'probe.part');
  try {
    const descriptor = openSync(path, 'w', 0o600);
    try {
      writeSync(descriptor, ' ');
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
      rmSync(path, { force: true });
    }
    return null;
  } catch (error) {
    return codeOf(error);
  }
}
