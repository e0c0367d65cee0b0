import type { RecordProblem } from '#shared/contract/errors.ts';
import { maxRecordBytes, type MeetingRecord } from '#shared/contract/records.ts';
import { chooseText } from '#shared/domain/language.ts';
import { commit, type Context } from '../../context.ts';
import { readFile } from '../../exchange/read-file.ts';
import { exporters } from '../../formats.ts';
import { os } from '../../implement.ts';
import { indexAlongside } from '../../search-index/index.ts';
import { type ImportPlan, planImport, writeRecord } from './import.ts';
import { formatRecord, loadRecord } from './load.ts';
import { loadSample } from './sample.ts';

export const recordsHandlers = {
  export: os.records.export.handler(({ context, input, errors }) => {
    const record = loadRecord(context.connection, input.meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const name = `${record.meeting.date} ${record.meeting.id.slice(0, 8)}.${exporters.record.extension}`;
    return new File([formatRecord(record)], name, { type: exporters.record.mediaType });
  }),

  preview: os.records.preview.handler(async ({ context, input, errors }) => {
    const examined = await examine(context, input.file);
    if ('problems' in examined) throw errors.RECORD_REFUSED({ data: examined });
    return examined.plan.preview;
  }),

  import: os.records.import.handler(async ({ context, input, errors }) => {
    const examined = await examine(context, input.file);
    if ('problems' in examined) throw errors.RECORD_REFUSED({ data: examined });
    const { record } = examined;
    await context.backups.beforeImport();
    // Other calls were answered meanwhile: from here on nothing comes between.
    const plan = planImport(context.connection, record);
    if ('problems' in plan) throw errors.RECORD_REFUSED({ data: plan });
    commit(
      context,
      { name: 'record.import', label: chooseText(record.meeting.title, 'en').text },
      (write) => {
        writeRecord(context.connection, write, record, plan, context.clock());
      },
      indexAlongside,
    );
    return plan.preview;
  }),

  loadSample: os.records.loadSample.handler(async ({ context }) => ({ added: await loadSample(context) })),
};

async function examine(
  context: Context,
  file: File,
): Promise<{ record: MeetingRecord; plan: ImportPlan } | { problems: RecordProblem[] }> {
  if (file.size > maxRecordBytes) {
    return { problems: [{ code: 'too-large', path: '', detail: String(maxRecordBytes) }] };
  }
  const parsed = await readFile(context.startHelper, 'record', file);
  if ('problems' in parsed) return parsed;
  const plan = planImport(context.connection, parsed.record);
  return 'problems' in plan ? plan : { record: parsed.record, plan };
}
