import { ORPCError } from '@orpc/server';
import type { TextPlace } from '#shared/contract/translations.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { writeTranslation } from '../entries/index.ts';
import { cleanHeading, writeHeading } from './headings.ts';

/**
 * Writes translations into rows and headings, as drafts that are right for the source as it is now; a text that reads
 * so already is passed over. Answers how many were written. Texts of other meetings, of records that are gone, and such as are too long
 * ({@link cleanHeading}), are the caller's to refuse.
 */
export function writeTranslations(
  connection: Connection,
  write: Write,
  texts: readonly (TextPlace & { text: string })[],
  atMs: number,
): number {
  return texts.filter(({ kind, id, language, text }) => {
    if (kind === 'entry') return writeTranslation(connection, write, { entryId: id, language, text }, atMs);
    const cleaned = cleanHeading(kind, text);
    if (cleaned === undefined) throw new ORPCError('BAD_REQUEST', { message: 'too long for a heading' });
    return writeHeading(connection, write, { kind, id, language }, cleaned);
  }).length;
}
