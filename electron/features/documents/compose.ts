import type { DocumentFormat, DocumentOptions } from '#shared/contract/documents.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { type Language, languages as documentLanguages } from '#shared/domain/language.ts';
import { buildMinutesDocument, type MinutesDocument } from '#shared/domain/minutes/index.ts';
import type { Context } from '../../context.ts';
import { describeFileName } from '../../documents/file-name.ts';
import { readLabels } from '../../documents/labels.ts';
import { hashOfContent, listVersions } from '../versions/index.ts';

/** One document that becomes one file per format. */
export interface PlannedDocument {
  languages: Language[];
  /** The side that keeps this copy; null: not one of several copies. */
  keeperSideId: string | null;
  document: MinutesDocument;
  /** A letterhead of the organisation's own, for DOCX. */
  template: Uint8Array | null;
  versionNumber: number | null;
}

/** The documents that options ask for: one per language, or one of all; where there are copies, per side. */
export function planDocuments(context: Context, record: MeetingRecord, options: DocumentOptions): PlannedDocument[] {
  const labels = readLabels();
  const contentSha256 = hashOfContent(record);
  const version = listVersions(context.connection, record.meeting.id).findLast(
    (each) => each.contentSha256 === contentSha256,
  );
  const versionNumber = version?.number ?? null;
  const chosen = [...new Set(options.languages)].filter((language) => documentLanguages.includes(language));
  const sets = options.layout === 'single' ? chosen.map((language) => [language]) : [chosen];
  return sets.map((languages) => ({
    languages,
    keeperSideId: null,
    document: buildMinutesDocument(record, { languages, labels, version: { number: versionNumber, contentSha256 } }),
    template: null,
    versionNumber,
  }));
}

/** The bytes of a planned document; `pages` is null where only the reader's program knows them. */
export async function renderPlanned(
  context: Context,
  { document }: PlannedDocument,
  format: DocumentFormat,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; pages: number | null }> {
  if (format === 'pdf') {
    const { bytes, pageCount } = await context.documents.renderPdf(document);
    return { bytes, pages: pageCount };
  }
  // The library weighs a megabyte: loaded when the first DOCX is asked for.
  const { renderDocx } = await import('../../documents/docx/index.ts');
  return { bytes: await renderDocx(document), pages: null };
}

/** What the file of a planned document is called. */
export function namePlanned(
  _context: Context,
  record: MeetingRecord,
  _options: DocumentOptions,
  { languages }: PlannedDocument,
  format: DocumentFormat,
): string {
  return describeFileName(record, languages, format);
}
