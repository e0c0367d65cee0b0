import { chooseText } from '#shared/domain/language.ts';
import { isLocked } from '#shared/domain/meeting-moves.ts';
import { checkReadiness } from '#shared/domain/readiness.ts';
import { commit } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import { os } from '../../implement.ts';
import { listAgenda } from '../agenda/index.ts';
import { listAttendance } from '../attendance/index.ts';
import { findGroup } from '../groups/index.ts';
import { findMeeting } from '../meetings/index.ts';
import { loadActions } from './actions-repository.ts';
import { carryActions, carryItems, writeCarried } from './carry.ts';
import { createPrepared } from './create.ts';
import { propose } from './proposal.ts';
import { listEmails, listInvited, listReviews } from './repository.ts';

export const preparationHandlers = {
  propose: os.preparation.propose.handler(({ context: { connection }, input, errors }) => {
    if (findGroup(connection, input.groupId) === undefined) throw errors.NOT_FOUND({ data: { kind: 'group' } });
    const { meetingId, ...place } = input;
    const meeting = meetingId === null ? null : findMeeting(connection, meetingId);
    if (meeting === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return propose(connection, { ...place, meetingId, startTime: meeting?.startTime ?? null });
  }),

  create: os.preparation.create.handler(({ context, input, errors }) => {
    const { groupId, baseMeetingId, ...wanted } = input;
    const group = findGroup(context.connection, groupId);
    if (group === undefined) throw errors.NOT_FOUND({ data: { kind: 'group' } });
    const base = baseMeetingId === null ? null : findMeeting(context.connection, baseMeetingId);
    if (base === undefined || (base !== null && base.groupId !== groupId)) {
      throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    }
    createPrepared(context, wanted, group, base);
    return { id: input.id };
  }),

  carryOver: os.preparation.carryOver.handler(({ context, input, errors }) => {
    const { connection } = context;
    const meeting = findMeeting(connection, input.meetingId);
    if (meeting === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    if (isLocked(meeting.status)) throw errors.LOCKED();
    const { id: meetingId, groupId } = meeting;
    if (groupId === null) return { items: 0, actions: 0 };
    const to = {
      meetingId,
      groupId,
      agenda: listAgenda(connection, meetingId),
      attendance: listAttendance(connection, meetingId),
      reviews: listReviews(connection, meetingId),
    };
    const items = carryItems(context, to, input.agendaItemIds);
    const reviews = carryActions(connection, to, input.actionIds);
    commit(context, { name: 'meeting.carry', label: chooseText(meeting.title, 'en').text }, (write) => {
      writeCarried(write, meetingId, items, reviews);
    });
    return { items: items.length, actions: reviews.length };
  }),

  reviews: os.preparation.reviews.handler(({ context: { connection }, input, errors }) => {
    if (!isMeeting(connection, input.meetingId)) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const ids = listReviews(connection, input.meetingId).map(({ entry_id: entryId }) => entryId);
    const actions = new Map(loadActions(connection, ids, new Set(ids)).map((action) => [action.entryId, action]));
    return ids.flatMap((id) => actions.get(id) ?? []);
  }),

  removeReview: os.preparation.removeReview.handler(({ context, input: { meetingId, entryId }, errors }) => {
    const { connection } = context;
    if (!listReviews(connection, meetingId).some(({ entry_id: listed }) => listed === entryId)) {
      throw errors.NOT_FOUND({ data: { kind: 'action' } });
    }
    const [action] = loadActions(connection, [entryId], new Set());
    const label = action === undefined ? '' : chooseText(action.text, 'en').text;
    commit(context, { name: 'action.review', label }, (write) => {
      write.remove('action_review', { meeting_id: meetingId, entry_id: entryId });
    });
    return {};
  }),

  readiness: os.preparation.readiness.handler(({ context: { connection }, input: { meetingId }, errors }) => {
    const meeting = findMeeting(connection, meetingId);
    if (meeting === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const attendance = listAttendance(connection, meetingId);
    const personIds = attendance.flatMap(({ personId }) => personId ?? []);
    return checkReadiness({
      meeting,
      attendance,
      agenda: listAgenda(connection, meetingId),
      invitedIds: listInvited(connection, meetingId),
      emails: listEmails(connection, personIds),
    });
  }),
};

const isMeeting = (connection: Connection, id: string): boolean =>
  connection.sql('SELECT 1 FROM meeting WHERE id = ?', id).length > 0;
