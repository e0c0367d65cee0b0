import type { Meeting } from '#shared/contract/meetings.ts';
import { chooseText } from '#shared/domain/language.ts';
import { commit } from '../../context.ts';
import { os } from '../../implement.ts';
import { loadMeetingDetail, removeMeetingDetail } from './detail.ts';
import { countSideUses, findMeeting, insertMeeting, listMeetings, updateMeeting } from './repository.ts';

export const meetingsHandlers = {
  list: os.meetings.list.handler(({ context }) => listMeetings(context.connection)),

  get: os.meetings.get.handler(({ context, input, errors }) => {
    const detail = loadMeetingDetail(context.connection, input.id);
    if (detail === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    return detail;
  }),

  create: os.meetings.create.handler(({ context, input: { parentId, ...input } }) => {
    commit(context, { name: 'meeting.create', label: meetingLabel(input) }, (write) => {
      insertMeeting(write, input, parentId);
    });
    return { id: input.id };
  }),

  update: os.meetings.update.handler(({ context, input, errors }) => {
    const stored = findMeeting(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const next = { ...stored, ...input };
    const goneSides = stored.sides.filter((side) => !next.sides.some(({ id }) => id === side.id));
    const uses = countSideUses(
      context.connection,
      goneSides.map(({ id }) => id),
    );
    if (uses.length > 0) throw errors.IN_USE({ data: { uses } });
    commit(context, { name: 'meeting.update', label: meetingLabel(next) }, (write) => {
      updateMeeting(write, stored, next);
    });
    return { id: input.id };
  }),

  remove: os.meetings.remove.handler(({ context, input, errors }) => {
    const detail = loadMeetingDetail(context.connection, input.id);
    if (detail === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    commit(context, { name: 'meeting.remove', label: meetingLabel(detail.meeting) }, (write) => {
      removeMeetingDetail(write, detail);
    });
    return { id: input.id };
  }),

  setParent: os.meetings.setParent.handler(() => {
    throw new Error('not built yet');
  }),
};

const meetingLabel = (meeting: Meeting): string => chooseText(meeting.title, 'en').text;
