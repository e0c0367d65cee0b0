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
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return new StoreError(storeErrorCode(code), place, { cause: error });
  }
}

/** A quota or a file-size limit answers SQLITE_IOERR_WRITE, not SQLITE_FULL (measured, reliability 0.8). */
const fullCodes = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', 'EDQUOT', 'EFBIG']);
/** A medium that was taken out or became read-only while the file was open. */
const unwritableCodes = new Set(['SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_DIR_FSYNC', 'SQLITE_IOERR_TRUNCATE', 'EROFS']);

function storeErrorCode(code: string): StoreErrorCode {
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'folder-in-use';
  // Files of others never come as far as SQLite: see opening.ts.
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return 'damaged';
  if (fullCodes.has(code)) return 'disk-full';
  if (unwritableCodes.has(code) || /^SQLITE_(?:CANTOPEN|READONLY|PERM)/u.test(code)) return 'folder-unwritable';
  return 'unknown';
}
