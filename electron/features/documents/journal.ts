import type { JournalEntry } from '#shared/contract/documents.ts';
import type { Context } from '../../context.ts';

export interface HandedOut extends Omit<JournalEntry, 'id' | 'atMs' | 'sha256' | 'sizeBytes'> {
  /** As asked for, to be offered the next time; null where there is nothing to ask. */
  options: object | null;
  letterId: string | null;
  mediaType: string;
  bytes: Uint8Array;
}

/** Keeps what was handed out, with its bytes, and answers the hash. Outside the change sets: it cannot be undone. */
export function logExport(_context: Context, _handedOut: HandedOut): { id: string; sha256: string } {
  throw new Error('journal');
}
