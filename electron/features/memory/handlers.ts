import { chooseText } from '#shared/domain/language.ts';
import { isLocked } from '#shared/domain/meeting-moves.ts';
import { commit } from '../../context.ts';
import { TmxRefused } from '../../exchange/tmx-problem.ts';
import { os } from '../../implement.ts';
import { findMeeting } from '../meetings/index.ts';
import { findUnits } from './concordance.ts';
import { fillTexts, listExactMatches } from './exact.ts';
import { exportTmx } from './export.ts';
import { importTmx, inspectTmx } from './import.ts';
import { bringUpToDate } from './keep-current.ts';
import { countMeetingUnits, findSource, listSources, removeSource } from './repository.ts';
import { suggest } from './suggest.ts';

export const memoryHandlers = {
  suggest: os.memory.suggest.handler(async ({ context, input }) => {
    await bringUpToDate(context);
    return suggest(context.connection, input);
  }),

  concordance: os.memory.concordance.handler(async ({ context, input }) => {
    await bringUpToDate(context);
    return findUnits(context.connection, input.query, input.limit);
  }),

  exactMatches: os.memory.exactMatches.handler(async ({ context, input, errors }) => {
    await bringUpToDate(context);
    const matches = await listExactMatches(context.connection, input.meetingId);
    if (matches === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return matches;
  }),

  fill: os.memory.fill.handler(({ context, input, errors }) => {
    const meeting = findMeeting(context.connection, input.meetingId);
    if (meeting === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    if (isLocked(meeting.status)) throw errors.LOCKED();
    const label = chooseText(meeting.title, 'en').text;
    return fillTexts(context, { id: meeting.id, label }, input.texts);
  }),

  status: os.memory.status.handler(async ({ context }) => {
    await bringUpToDate(context);
    return { meetingUnits: countMeetingUnits(context.connection), sources: listSources(context.connection) };
  }),

  inspectTmx: os.memory.inspectTmx.handler(async function* ({ context, input, errors, signal }) {
    await bringUpToDate(context);
    try {
      const report = yield* inspectTmx(context, input.file, signal);
      yield { type: 'result' as const, report, position: 0 };
    } catch (error) {
      if (error instanceof TmxRefused) throw errors.TMX_REFUSED({ data: { problems: [...error.problems] } });
      throw error;
    }
  }),

  importTmx: os.memory.importTmx.handler(async function* ({ context, input, errors, signal }) {
    await bringUpToDate(context);
    await context.backups.beforeImport();
    try {
      const done = yield* importTmx(context, input, signal);
      yield { type: 'result' as const, ...done };
    } catch (error) {
      if (error instanceof TmxRefused) throw errors.TMX_REFUSED({ data: { problems: [...error.problems] } });
      throw error;
    }
  }),

  removeSource: os.memory.removeSource.handler(({ context, input, errors }) => {
    const source = findSource(context.connection, input.id);
    if (source === undefined) throw errors.NOT_FOUND({ data: { kind: 'memory_source' } });
    commit(context, { name: 'memory.remove', label: source.name }, (write) => {
      removeSource(write, source.id);
    });
    return { id: source.id };
  }),

  exportTmx: os.memory.exportTmx.handler(async ({ context, input, errors }) => {
    await bringUpToDate(context);
    if (input.meetingId === null) return exportTmx(context, null);
    const meeting = findMeeting(context.connection, input.meetingId);
    if (meeting === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const { id, date, title } = meeting;
    return exportTmx(context, { id, date, title: chooseText(title, 'en').text });
  }),
};
