import { documentOptions, type ExportedFile } from '#shared/contract/documents.ts';
import { dateHere } from '#shared/domain/date-here.ts';
import { checkDocument } from '#shared/domain/documents/check.ts';
import { createNamer } from '#shared/domain/file-name.ts';
import { readLabels } from '../../documents/labels.ts';
import { exporters } from '../../formats.ts';
import { os } from '../../implement.ts';
import { listDatedActions, writeActionsCalendar } from '../../mail/actions-ics.ts';
import { loadActionsNow } from '../actions/index.ts';
import { readContentInSlices } from '../attachments/index.ts';
import { loadStandingRecord } from '../versions/index.ts';
import { findVersionOf, namePlanned, planDocuments, renderPlanned } from './compose.ts';
import { describeExport, type HandedOut, logExport, logExports } from './journal.ts';
import { findObstacle, suggestOptions } from './options.ts';
import { renderPreview, takeTurn } from './previews.ts';
import { findExport, hasMeeting, listExports } from './repository.ts';

export const documentsHandlers = {
  check: os.documents.check.handler(({ context, input, errors }) => {
    const record = loadStandingRecord(context.connection, input.meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return checkDocument(record, input.kind, [...new Set(input.languages)], input.organizationId);
  }),

  options: os.documents.options.handler(({ context, input, errors }) => {
    const record = loadStandingRecord(context.connection, input.meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return suggestOptions(context.connection, record);
  }),

  preview: os.documents.preview.handler(async ({ context, input: { known, ...options }, errors, signal }) => {
    return takeTurn(context.documents, JSON.stringify({ ...options, known }), signal, () => {
      const record = loadStandingRecord(context.connection, options.meetingId);
      if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
      const reason = findObstacle(record, options, []);
      if (reason !== null) throw errors.OPTIONS_UNSUITABLE({ data: { reason } });
      return renderPreview(context, record, options, known);
    });
  }),

  export: os.documents.export.handler(async ({ context, input: { formats, ...options }, errors }) => {
    const record = loadStandingRecord(context.connection, options.meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const reason = findObstacle(record, options, formats);
    if (reason !== null) throw errors.OPTIONS_UNSUITABLE({ data: { reason } });
    const made: (HandedOut & { bytes: Uint8Array<ArrayBuffer>; format: ExportedFile['format'] })[] = [];
    const uniqueName = createNamer();
    for (const planned of planDocuments(context, record, options)) {
      for (const format of new Set(formats)) {
        const { languages, keeperSideId, versionNumber } = planned;
        made.push({
          ...(await renderPlanned(context, planned, format)),
          meetingId: options.meetingId,
          kind: options.kind,
          format,
          layout: options.layout,
          languages,
          keeperSideId,
          versionNumber,
          name: uniqueName(namePlanned(context, record, options, planned, exporters[format].extension)),
          mediaType: exporters[format].mediaType,
          options,
          letterId: null,
        });
      }
    }
    // None of them goes out before all of them are in the journal.
    const kept = logExports(context, made);
    return made.map(({ bytes, name, mediaType, format, languages, keeperSideId, pages }, index) => ({
      file: new File([bytes], name, { type: mediaType }),
      format,
      languages,
      keeperSideId,
      sha256: kept[index]?.sha256 ?? '',
      pages,
    }));
  }),

  actionsCalendar: os.documents.actionsCalendar.handler(async ({ context, input: { meetingId, language }, errors }) => {
    const record = loadStandingRecord(context.connection, meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const nowMs = context.clock();
    const now = loadActionsNow(context.connection, record, dateHere(nowMs));
    if (listDatedActions(record, now).length === 0) throw errors.NOT_FOUND({ data: { kind: 'action' } });
    const text = await writeActionsCalendar(record, { language, labels: readLabels(), nowMs, now });
    const bytes = new TextEncoder().encode(text);
    const options = documentOptions.parse({ meetingId, kind: 'actions', languages: [language] });
    const made = {
      languages: [language],
      keeperSideId: null,
      versionNumber: findVersionOf(context.connection, record).number,
    };
    const name = namePlanned(context, record, options, made, exporters.ics.extension);
    const { mediaType } = exporters.ics;
    logExport(context, {
      ...made,
      meetingId,
      kind: 'actions_calendar',
      format: 'ics',
      layout: 'single',
      name,
      pages: null,
      options: null,
      letterId: null,
      mediaType,
      bytes,
    });
    return new File([bytes], name, { type: mediaType });
  }),

  journal: os.documents.journal.handler(({ context: { connection }, input, errors }) => {
    const entries = listExports(connection, input.meetingId).map(describeExport);
    // The journal outlives its meeting.
    if (entries.length === 0 && !hasMeeting(connection, input.meetingId)) {
      throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    }
    return entries;
  }),

  exportAgain: os.documents.exportAgain.handler(async ({ context, input, errors }) => {
    const row = findExport(context.connection, input.id);
    if (row === undefined) throw errors.NOT_FOUND({ data: { kind: 'export' } });
    const content = await readContentInSlices(context.connection, row.sha256);
    if (content.state !== 'sound') throw errors.CONTENT_DAMAGED({ data: { names: [row.name] } });
    return new File([content.bytes], row.name, { type: row.media_type });
  }),
};
