import { attendanceFates } from '#shared/contract/attendance-import.ts';
import { os } from '../../implement.ts';
import { peopleNearby } from '../duplicates/index.ts';
import { findMeeting } from '../meetings/index.ts';
import { describeLine, planList } from './plan.ts';
import { inspectList, readList } from './read-list.ts';
import { lastChangeSet } from './repository.ts';
import { writeList } from './write-list.ts';

export const attendanceImportHandlers = {
  inspect: os.attendanceImport.inspect.handler(async ({ context, input, errors }) => {
    const inspected = await inspectList(context.startHelper, input);
    if ('problems' in inspected) throw errors.EXCHANGE_REFUSED({ data: inspected });
    // Read while somebody looks at the columns; what fails here fails again in the preview, and is told there.
    void peopleNearby(context.connection)
      .bringUpToDate()
      .catch(() => undefined);
    return inspected;
  }),

  preview: os.attendanceImport.preview.handler(async function* ({ context, input, errors, signal }) {
    const { connection } = context;
    if (findMeeting(connection, input.meetingId) === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const lines = await readList(context.startHelper, input, input.mapping);
    if ('problems' in lines) throw errors.EXCHANGE_REFUSED({ data: lines });
    const plan = yield* planList(context, input.meetingId, lines, signal);
    const rows = plan.lines.map((line) => describeLine(connection, line));
    const counts = Object.fromEntries(attendanceFates.map((fate) => [fate, 0])) as Record<
      (typeof attendanceFates)[number],
      number
    >;
    for (const { fate } of rows) counts[fate] += 1;
    yield { type: 'result' as const, counts, rows };
  }),

  import: os.attendanceImport.import.handler(async ({ context, input, errors, signal }) => {
    const { connection } = context;
    const meeting = findMeeting(connection, input.meetingId);
    if (meeting === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const lines = await readList(context.startHelper, input, input.mapping);
    if ('problems' in lines) throw errors.EXCHANGE_REFUSED({ data: lines });
    await context.backups.beforeImport();
    const steps = planList(context, input.meetingId, lines, signal);
    let step = await steps.next();
    while (step.done !== true) step = await steps.next();
    const added = await writeList(context, meeting, step.value, input.decisions, input.file.name);
    if (typeof added !== 'number') throw errors.EXCHANGE_REFUSED({ data: added });
    return { added, position: lastChangeSet(connection) };
  }),
};
