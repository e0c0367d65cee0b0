import { isDeepStrictEqual } from 'node:util';
import type { Meeting } from '#shared/contract/meetings.ts';
import { chooseText } from '#shared/domain/language.ts';
import { choiceTo, isLocked } from '#shared/domain/meeting-moves.ts';
import { commit } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import { os } from '../../implement.ts';
import { loadMeetingDetail, removeMeetingDetail } from './detail.ts';
import {
  countSideUses,
  findMeeting,
  findParent,
  findStage,
  insertMeeting,
  listMeetings,
  listParts,
  numberCalendarEntry,
  updateMeeting,
} from './repository.ts';

export const meetingsHandlers = {
  list: os.meetings.list.handler(({ context }) => listMeetings(context.connection)),

  get: os.meetings.get.handler(({ context, input, errors }) => {
    const detail = loadMeetingDetail(context.connection, input.id);
    if (detail === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return detail;
  }),

  create: os.meetings.create.handler(({ context, input: { parentId = null, ...input }, errors }) => {
    if (parentId !== null) {
      const place = placeUnder(context.connection, input.id, parentId);
      if (place === 'unknown') throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
      if (place === 'nested') throw errors.EVENT_NESTED();
    }
    commit(context, { name: 'meeting.create', label: meetingLabel(input) }, (write) => {
      insertMeeting(write, input, parentId);
    });
    return { id: input.id };
  }),

  update: os.meetings.update.handler(({ context, input, errors }) => {
    const { connection } = context;
    const stored = findMeeting(connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const next = { ...stored, ...input };
    const isMoved = next.status !== stored.status;
    const stage = { status: stored.status, isAmending: findStage(connection, input.id).isAmending };
    if (isMoved && choiceTo(stage, next.status) === undefined) {
      throw errors.WRONG_STAGE({ data: { status: stored.status } });
    }
    if (isLocked(stored.status)) {
      if (isDeepStrictEqual(next, stored)) return { id: input.id };
      throw errors.LOCKED();
    }
    const goneSides = stored.sides.filter((side) => !next.sides.some(({ id }) => id === side.id));
    const uses = countSideUses(
      connection,
      goneSides.map(({ id }) => id),
    );
    if (uses.length > 0) throw errors.IN_USE({ data: { uses } });
    const isOnlyMoved = isMoved && Object.keys(input).every((field) => field === 'id' || field === 'status');
    const name = isOnlyMoved ? 'meeting.move' : 'meeting.update';
    commit(context, { name, label: meetingLabel(next) }, (write) => {
      updateMeeting(write, stored, next);
      numberCalendarEntry(connection, write, stored, next);
    });
    return { id: input.id };
  }),

  remove: os.meetings.remove.handler(({ context, input, errors }) => {
    const detail = loadMeetingDetail(context.connection, input.id);
    if (detail === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    if (isLocked(detail.meeting.status)) throw errors.LOCKED();
    commit(context, { name: 'meeting.remove', label: meetingLabel(detail.meeting) }, (write) => {
      removeMeetingDetail(context.connection, write, detail);
    });
    return { id: input.id };
  }),

  setParent: os.meetings.setParent.handler(({ context, input: { id, parentId }, errors }) => {
    const stored = findMeeting(context.connection, id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    if (parentId !== null) {
      const place = placeUnder(context.connection, id, parentId);
      if (place === 'unknown') throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
      if (place === 'nested') throw errors.EVENT_NESTED();
    }
    commit(context, { name: 'meeting.parent', label: meetingLabel(stored) }, (write) => {
      write.update('meeting', { id }, { parent_id: parentId });
    });
    return { id };
  }),
};

/** Whether a meeting may be a part of an event: neither of itself, nor of a part, nor while it has parts. */
function placeUnder(connection: Connection, id: string, parentId: string): 'free' | 'nested' | 'unknown' {
  if (id === parentId) return 'nested';
  const parent = findParent(connection, parentId);
  if (parent === undefined) return 'unknown';
  return parent.parentId !== null || listParts(connection, id).length > 0 ? 'nested' : 'free';
}

const meetingLabel = (meeting: Meeting): string => chooseText(meeting.title, 'en').text;
