export type StoreErrorCode =
  | 'folder-in-use'
  | 'folder-unwritable'
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

  /** Names the cause by SQLite's own result codes (sqlite.org/rescode.html). */
  static from(error: unknown, place: string): StoreError {
    if (error instanceof StoreError) return error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return new StoreError(storeErrorCode(code), place, { cause: error });
  }
}

function storeErrorCode(code: string): StoreErrorCode {
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'folder-in-use';
  if (code.startsWith('SQLITE_NOTADB')) return 'not-sqlite';
  if (code.startsWith('SQLITE_CORRUPT')) return 'damaged';
  // A file-size limit answers SQLITE_IOERR_WRITE, not SQLITE_FULL (measured, reliability 0.8).
  if (code.startsWith('SQLITE_FULL') || code === 'SQLITE_IOERR_WRITE') return 'disk-full';
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_PERM'))
    return 'folder-unwritable';
  return 'unknown';
}
