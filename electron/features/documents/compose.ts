import { ORPCError } from '@orpc/server';
import type { DocumentFormat, DocumentOptions } from '#shared/contract/documents.ts';
import type { OpenAction } from '#shared/contract/preparation.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { buildDocument } from '#shared/domain/documents/build.ts';
import { type Copy, orderLanguages } from '#shared/domain/documents/copies.ts';
import type { Language } from '#shared/domain/language.ts';
import { zonedClock } from '#shared/domain/minutes/dates.ts';
import type { MinutesDocument } from '#shared/domain/minutes/index.ts';
import type { Context } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import { nameDocument } from '../../documents/file-name.ts';
import { readLabels } from '../../documents/labels.ts';
import { readLetterWords } from '../../documents/letter-words.ts';
import { renderMarkdown } from '../../documents/markdown.ts';
import { readPaperWords } from '../../documents/paper-words.ts';
import { loadLetterhead } from '../letterheads/index.ts';
import { listReviews, loadActions } from '../preparation/index.ts';
import { loadSettings } from '../settings/index.ts';
import { hashOfContent, listVersions } from '../versions/index.ts';

/** One document that becomes one file per format. */
export interface PlannedDocument {
  languages: Language[];
  /** The side that keeps this copy; null: not one of several copies. */
  keeperSideId: string | null;
  document: MinutesDocument;
  /** Reads a letterhead of the organisation's own, for DOCX; null: there is none. */
  readTemplate: (() => Uint8Array) | null;
  versionNumber: number | null;
}

/**
 * The documents that options ask for: one per language, or one of all; where there are copies, per side. The options
 * must suit (options.ts). Throws NOT_FOUND for a letterhead of an organisation that is gone, and CONTENT_DAMAGED.
 */
export function planDocuments(context: Context, record: MeetingRecord, options: DocumentOptions): PlannedDocument[] {
  const { connection } = context;
  const letterhead = options.letterheadId === null ? null : loadLetterhead(connection, options.letterheadId);
  if (letterhead === undefined) throw new ORPCError('NOT_FOUND', { status: 404, data: { kind: 'organization' } });
  const version = findVersionOf(connection, record);
  const shared = {
    kind: options.kind,
    layout: options.layout,
    labels: readLabels(),
    words: readLetterWords(),
    papers: readPaperWords(),
    today: zonedClock(context.clock(), record.meeting.zone).date,
    version,
    organizationId: options.organizationId,
    letterhead: letterhead && { of: letterhead.letterhead, logo: letterhead.logo },
    authenticity: options.authenticity,
    isNonBinding: options.isNonBinding,
    reviews: loadReviews(connection, record.meeting.id),
  };
  const { alternat } = options;
  const copies: (Copy | null)[] =
    alternat === 'off' ? [null] : record.meeting.sides.map(({ id }) => ({ mode: alternat, keeperSideId: id }));
  const chosen = [...new Set(options.languages)];
  return copies.flatMap((copy) => {
    const ordered = copy === null ? chosen : orderLanguages(record, chosen, copy);
    const sets = options.layout === 'single' ? ordered.map((language) => [language]) : [ordered];
    return sets.map((languages) => ({
      languages,
      keeperSideId: copy?.keeperSideId ?? null,
      document: buildDocument(record, { ...shared, languages, allLanguages: ordered, copy }),
      readTemplate: letterhead?.readTemplate ?? null,
      versionNumber: version.number,
    }));
  });
}

/** The version that has the very text of the record, by its hash. */
export function findVersionOf(
  connection: Connection,
  record: MeetingRecord,
): { number: number | null; contentSha256: string } {
  const contentSha256 = hashOfContent(record);
  const same = listVersions(connection, record.meeting.id).findLast((each) => each.contentSha256 === contentSha256);
  return { number: same?.number ?? null, contentSha256 };
}

/** Actions of earlier meetings that stand on the agenda, in its order. */
function loadReviews(connection: Connection, meetingId: string): OpenAction[] {
  const ids = listReviews(connection, meetingId).map((review) => review.entry_id);
  if (ids.length === 0) return [];
  const actions = new Map(loadActions(connection, ids, new Set(ids)).map((action) => [action.entryId, action]));
  return ids.flatMap((id) => actions.get(id) ?? []);
}

/**
 * The bytes of a planned document; `pages` is null where only the reader's program knows them. Rejects with
 * DocumentFailure; throws CONTENT_DAMAGED for a letterhead file.
 */
export async function renderPlanned(
  context: Context,
  { document, readTemplate }: PlannedDocument,
  format: DocumentFormat,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; pages: number | null }> {
  switch (format) {
    case 'pdf': {
      const { bytes, pageCount } = await context.documents.renderPdf(document);
      return { bytes, pages: pageCount };
    }
    case 'docx':
      return { bytes: await context.documents.renderDocx(document, readTemplate?.() ?? null), pages: null };
    case 'md':
      return { bytes: renderMarkdown(document), pages: null };
  }
}

/** What the file of a planned document is called, as the user has settled it. `extension` has no stop. */
export function namePlanned(
  context: Context,
  record: MeetingRecord,
  { kind, organizationId }: Pick<DocumentOptions, 'kind' | 'organizationId'>,
  { languages, keeperSideId, versionNumber }: Pick<PlannedDocument, 'languages' | 'keeperSideId' | 'versionNumber'>,
  extension: string,
): string {
  return nameDocument(record, {
    kind,
    languages,
    extension,
    organizationId: kind === 'extract' ? organizationId : null,
    keeperSideId,
    versionNumber,
    pattern: loadSettings(context.connection).fileNamePattern,
  });
}
