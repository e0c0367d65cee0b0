import { ORPCError } from '@orpc/server';
import type { TextPlace } from '#shared/contract/translations.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { writeTranslation } from '../entries/index.ts';
import { cleanHeading, writeHeading } from './headings.ts';

/**
 * Writes translations into rows and headings, as drafts that are right for the source as it is now, or as it was at
 * their `baseRevision`; a text that reads so already is passed over. Answers how many were written. Texts of other
 * meetings, of records that are gone, and such as are too long ({@link cleanHeading}), are the caller's to refuse.
 */
export function writeTranslations(
  connection: Connection,
  write: Write,
  texts: readonly (TextPlace & { text: string; baseRevision?: number | undefined })[],
  atMs: number,
): number {
  return texts.filter(({ baseRevision, ...text }) => {
    const isWritten = writeText(connection, write, text, atMs);
    if (isWritten && baseRevision !== undefined) rebase(write, text, baseRevision);
    return isWritten;
  }).length;
}

function writeText(
  connection: Connection,
  write: Write,
  { kind, id, language, text }: TextPlace & { text: string },
  atMs: number,
): boolean {
  if (kind === 'entry') return writeTranslation(connection, write, { entryId: id, language, text }, atMs);
  const cleaned = cleanHeading(kind, text);
  if (cleaned === undefined) throw new ORPCError('BAD_REQUEST', { message: 'too long for a heading' });
  return writeHeading(connection, write, { kind, id, language }, cleaned);
}

function rebase(write: Write, { kind, id, language }: TextPlace, baseRevision: number): void {
  const patch = { base_revision: baseRevision };
  if (kind === 'entry') write.update('entry_text', { entry_id: id, language }, patch);
  else write.update('heading_text', { kind, record_id: id, language }, patch);
}
