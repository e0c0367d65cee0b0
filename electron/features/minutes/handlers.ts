import { os } from '../../implement.ts';
import { listAgenda } from '../agenda/index.ts';
import { listAttendance } from '../attendance/index.ts';
import { findEntries } from '../entries/index.ts';
import { findMeeting, loadMeetingDetail } from '../meetings/index.ts';
import { listHeadings, loadHeadings } from '../translations/index.ts';
import { liveSessionsOf } from './live-sessions.ts';
import {
  findChangesSince,
  findMeetingTitle,
  isMeeting,
  listSpentSeconds,
  readPosition,
  tellSpentSeconds,
} from './repository.ts';

/* No handler waits for anything: what one answer holds is the state at one position. */
export const minutesHandlers = {
  open: os.minutes.open.handler(({ context: { connection }, input: { meetingId }, errors }) => {
    const detail = loadMeetingDetail(connection, meetingId);
    if (detail === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return {
      detail,
      headings: listHeadings(connection, detail),
      position: readPosition(connection),
      spentSeconds: listSpentSeconds(connection, meetingId),
    };
  }),

  since: os.minutes.since.handler(({ context: { connection }, input: { meetingId, position }, errors }) => {
    if (!isMeeting(connection, meetingId)) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const changes = findChangesSince(connection, meetingId, position);
    return {
      position: readPosition(connection),
      meeting: changes.isMeeting ? (findMeeting(connection, meetingId) ?? null) : null,
      attendance: changes.isAttendance ? listAttendance(connection, meetingId) : null,
      agenda: changes.isAgenda ? listAgenda(connection, meetingId) : null,
      entries: changes.entryIds.length === 0 ? [] : findEntries(connection, changes.entryIds),
      removedEntryIds: changes.removedEntryIds,
      headings: changes.isHeadings ? (loadHeadings(connection, meetingId) ?? null) : null,
    };
  }),

  begin: os.minutes.begin.handler(({ context, input: { meetingId, windowId }, errors }) => {
    if (!isMeeting(context.connection, meetingId)) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    liveSessionsOf(context.connection).begin(meetingId, windowId, context.clock());
    return {};
  }),

  leave: os.minutes.leave.handler(({ context, input }) => {
    liveSessionsOf(context.connection).leave(input.meetingId, input.windowId);
    return {};
  }),

  recovered: os.minutes.recovered.handler(({ context: { connection } }) =>
    liveSessionsOf(connection)
      .tell()
      .flatMap(({ meetingId, upToMs }) => {
        const title = findMeetingTitle(connection, meetingId);
        return title === undefined ? [] : { meetingId, title, upToMs };
      }),
  ),

  dismissRecovered: os.minutes.dismissRecovered.handler(({ context, input }) => {
    liveSessionsOf(context.connection).dismiss(input.meetingId);
    return {};
  }),

  tellTime: os.minutes.tellTime.handler(({ context, input, errors }) => {
    const seconds = tellSpentSeconds(context.connection, input);
    if (seconds === undefined) throw errors.NOT_FOUND({ data: { kind: 'agenda_item' } });
    return { seconds };
  }),
};
