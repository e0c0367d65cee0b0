import { createHash } from 'node:crypto';
import { documentOptions, type ExportedFile } from '#shared/contract/documents.ts';
import { checkMinutes } from '#shared/domain/minutes/index.ts';
import { exporters } from '../../formats.ts';
import { os } from '../../implement.ts';
import { loadStandingRecord } from '../versions/index.ts';
import { namePlanned, planDocuments, renderPlanned } from './compose.ts';

export const documentsHandlers = {
  check: os.documents.check.handler(({ context, input, errors }) => {
    const record = loadStandingRecord(context.connection, input.meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return checkMinutes(record, [...new Set(input.languages)]);
  }),

  options: os.documents.options.handler(({ input }) =>
    documentOptions.parse({ meetingId: input.meetingId, languages: ['en', 'ru', 'zh'] }),
  ),

  preview: os.documents.preview.handler(async ({ context, input, errors }) => {
    const record = loadStandingRecord(context.connection, input.meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const pages: { hash: string; svg: string }[] = [];
    for (const { document } of planDocuments(context, record, input)) {
      for (const svg of (await context.documents.renderPages(document)).pages) {
        pages.push({ hash: createHash('sha256').update(svg).digest('hex'), svg });
      }
    }
    return { files: [], pages, places: [] };
  }),

  export: os.documents.export.handler(async ({ context, input, errors }) => {
    const record = loadStandingRecord(context.connection, input.meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const files: ExportedFile[] = [];
    for (const planned of planDocuments(context, record, input)) {
      for (const format of new Set(input.formats)) {
        const { bytes, pages } = await renderPlanned(context, planned, format);
        const name = namePlanned(context, record, input, planned, format);
        files.push({
          file: new File([bytes], name, { type: exporters[format].mediaType }),
          format,
          languages: planned.languages,
          keeperSideId: planned.keeperSideId,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          pages,
        });
      }
    }
    return files;
  }),

  actionsCalendar: os.documents.actionsCalendar.handler(() => {
    throw new Error('actions calendar');
  }),
  journal: os.documents.journal.handler(() => []),
  exportAgain: os.documents.exportAgain.handler(() => {
    throw new Error('journal');
  }),
};
