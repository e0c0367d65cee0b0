import type { TextPlace } from '#shared/contract/translations.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';

/**
 * Writes translations into rows and headings, as drafts that are right for the source as it is now; a text that reads
 * so already is passed over. Answers how many were written. Texts of other meetings, and of records that are gone, are
 * the caller's to refuse.
 */
export function writeTranslations(
  connection: Connection,
  write: Write,
  texts: readonly (TextPlace & { text: string })[],
  atMs: number,
): number {
  throw new Error(`to be written: ${String(texts.length + atMs)} ${String(connection)} ${String(write)}`);
}
