import type { BackupRefusal, RestorePreview } from '#shared/contract/backups.ts';
import type { Sealed } from '../backups/seal-file.ts';

/*
 * Jobs of the store worker: copies of the database and files that claim to be one are opened here, never in the process
 * that owns the data file. All paths are absolute; none is that of the live file. One job per process.
 */
export type StoreJob =
  /** Makes a fresh copy one self-contained file, checks it (integrity, references), hashes and syncs it, writes its SHA-256
   * beside its final name and gives it that name. What is found damaged keeps its temporary name. */
  | { kind: 'seal'; path: string; final: string }
  /** Hashes a file. */
  | { kind: 'hash'; path: string }
  /** Copies a file under a temporary name, syncs it, and renames it; to the second folder. */
  | { kind: 'copy'; from: string; to: string }
  /** Writes the container that may leave the laptop, under a temporary name first. `path` has its SHA-256 beside it. */
  | { kind: 'pack'; path: string; out: string; passphrase: string | null }
  /** Undoes `pack`, or takes a bare database; `sha256` where the file has one beside it. Then checks it and brings the copy to the newest version. */
  | { kind: 'stage'; path: string; out: string; sha256: string | null; passphrase: string | null }
  /** `present`: a backup of now. `damaged`: instead of it, a data file that nobody uses, to be read as far as it goes. */
  | { kind: 'compare'; staged: string; present: string | null; damaged: string | null };

export type Compared = Omit<RestorePreview, 'id'>;

export interface StoreResults {
  seal: Sealed | { damaged: string };
  hash: { sha256: string; sizeBytes: number };
  copy: { sizeBytes: number };
  pack: { sha256: string; sizeBytes: number } | { refused: 'damaged' | 'too-large' };
  stage: { schemaVersion: number; sizeBytes: number } | { refused: BackupRefusal };
  compare: Compared;
}

/** `code`: of the file system or of SQLite, where it has one. */
export type FromStoreWorker =
  { kind: 'done'; result: StoreResults[keyof StoreResults] } | { kind: 'failed'; code: string; message: string };
