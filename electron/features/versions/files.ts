import type { MeetingRecord } from '#shared/contract/records.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { buildMinutesDocument } from '#shared/domain/minutes/index.ts';
import type { Context } from '../../context.ts';
import type { Write } from '../../db/changes.ts';
import { readLabels } from '../../documents/labels.ts';
import { exporters } from '../../formats.ts';
import { insertAttachment, putContent } from '../attachments/index.ts';
import { describeFileName } from '../../documents/file-name.ts';

/** A document of an agreed version that is made and not kept yet. */
export interface AgreedFile {
  kind: 'version_pdf' | 'version_docx';
  language: Language;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** PDF and DOCX of agreed minutes in each language; rejects with DocumentFailure. */
export async function renderAgreedFiles(
  context: Context,
  record: MeetingRecord,
  version: { number: number; contentSha256: string },
): Promise<AgreedFile[]> {
  const labels = readLabels();
  const files: AgreedFile[] = [];
  for (const language of languages) {
    const document = buildMinutesDocument(record, { languages: [language], labels, version });
    const describe = (format: 'pdf' | 'docx') => ({
      language,
      name: describeFileName(record, [language], exporters[format].extension, version.number),
      mediaType: exporters[format].mediaType,
    });
    const { bytes } = await context.documents.renderPdf(document);
    files.push({ kind: 'version_pdf', ...describe('pdf'), bytes });
    files.push({ kind: 'version_docx', ...describe('docx'), bytes: await context.documents.renderDocx(document) });
  }
  return files;
}

/** Keeps them with their version; to be called inside the `commit` that makes it agreed. */
export function writeAgreedFiles(
  context: Context,
  write: Write,
  of: { meetingId: string; versionId: string },
  files: readonly AgreedFile[],
): void {
  const addedAtMs = context.clock();
  for (const { bytes, ...file } of files) {
    insertAttachment(write, {
      ...file,
      ...of,
      id: context.newId(),
      agendaItemId: null,
      sizeBytes: bytes.byteLength,
      sha256: putContent(context.connection, bytes),
      addedAtMs,
    });
  }
}
