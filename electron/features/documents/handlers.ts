import { createHash } from 'node:crypto';
import type { DocumentOptions, ExportedFile } from '#shared/contract/documents.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { type Language, languages as documentLanguages } from '#shared/domain/language.ts';
import {
  buildMinutesDocument,
  checkMinutes,
  type MinutesDocument,
  type MinutesOptions,
} from '#shared/domain/minutes/index.ts';
import type { Context } from '../../context.ts';
import { readLabels } from '../../documents/labels.ts';
import { exporters } from '../../formats.ts';
import { os } from '../../implement.ts';
import { hashOfContent, listVersions, loadStandingRecord } from '../versions/index.ts';
import { describeFileName } from './file-name.ts';

interface Plan {
  languages: Language[];
  document: MinutesDocument;
}

/** One document per file: each language its own, or all of them in one. */
function planDocuments(record: MeetingRecord, options: DocumentOptions, version?: MinutesOptions['version']): Plan[] {
  const labels = readLabels();
  const text = { labels, ...(version !== undefined && { version }) };
  const chosen = uniqueLanguages(options.languages);
  const sets = options.layout === 'single' ? chosen.map((language) => [language]) : [chosen];
  return sets.map((languages) => ({ languages, document: buildMinutesDocument(record, { languages, ...text }) }));
}

/** The version that has the text of this record; a file says so, and comments in it come back to that version. */
function versionOf({ connection }: Context, record: MeetingRecord): MinutesOptions['version'] {
  const contentSha256 = hashOfContent(record);
  const version = listVersions(connection, record.meeting.id).findLast((each) => each.contentSha256 === contentSha256);
  return { number: version?.number ?? null, contentSha256 };
}

function uniqueLanguages(languages: readonly Language[]): Language[] {
  return [...new Set(languages)].filter((language) => documentLanguages.includes(language));
}

async function renderFile(
  context: Context,
  record: MeetingRecord,
  { languages, document }: Plan,
  format: ExportedFile['format'],
): Promise<ExportedFile> {
  const rendered =
    format === 'pdf'
      ? await context.documents.renderPdf(document)
      : // The library weighs a megabyte: loaded when the first DOCX is asked for.
        { bytes: await (await import('../../documents/docx/index.ts')).renderDocx(document), pageCount: null };
  const name = describeFileName(record, languages, format);
  return {
    file: new File([rendered.bytes], name, { type: exporters[format].mediaType }),
    format,
    languages,
    sha256: createHash('sha256').update(rendered.bytes).digest('hex'),
    pages: rendered.pageCount,
  };
}

export const documentsHandlers = {
  check: os.documents.check.handler(({ context, input, errors }) => {
    const record = loadStandingRecord(context.connection, input.meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return checkMinutes(record, uniqueLanguages(input.languages));
  }),

  preview: os.documents.preview.handler(async ({ context, input, errors }) => {
    const record = loadStandingRecord(context.connection, input.meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const plans = planDocuments(record, input);
    const pages: string[] = [];
    for (const { document } of plans) pages.push(...(await context.documents.renderPages(document)));
    return { pages };
  }),

  exportMinutes: os.documents.exportMinutes.handler(async ({ context, input, errors }) => {
    const record = loadStandingRecord(context.connection, input.meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const formats = [...new Set(input.formats)];
    const plans = planDocuments(record, input, versionOf(context, record));
    const files: ExportedFile[] = [];
    for (const plan of plans) {
      for (const format of formats) files.push(await renderFile(context, record, plan, format));
    }
    return files;
  }),
};
