import type { Attendance } from '#shared/contract/attendance.ts';
import { chooseText } from '#shared/domain/language.ts';
import { isLocked } from '#shared/domain/meeting-moves.ts';
import { commit } from '../../context.ts';
import { os } from '../../implement.ts';
import { arrangeRows } from './arrange.ts';
import {
  countAttendanceUses,
  findAttendance,
  findMeetingDate,
  findMeetingState,
  insertAttendance,
  updateAttendance,
} from './repository.ts';
import { hasSnapshot, takeSnapshot } from './rules.ts';

export const attendanceHandlers = {
  add: os.attendance.add.handler(({ context, input, errors }) => {
    const known = findAttendance(context.connection, input.id);
    // Sent again, because the first answer was lost.
    if (known?.meetingId === input.meetingId) return known;
    const date = findMeetingDate(context.connection, input.meetingId);
    if (date === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const attendance = hasSnapshot(input) ? input : takeSnapshot(context.connection, input, date);
    commit(context, { name: 'attendance.add', label: attendanceLabel(attendance) }, (write) => {
      insertAttendance(write, attendance);
    });
    return attendance;
  }),

  update: os.attendance.update.handler(({ context, input, errors }) => {
    const stored = findAttendance(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'attendance' } });
    const next = { ...stored, ...input };
    const name = isPresence(input) ? 'attendance.presence' : 'attendance.update';
    commit(context, { name, label: attendanceLabel(next) }, (write) => {
      updateAttendance(write, next);
    });
    return next;
  }),

  arrange: os.attendance.arrange.handler(({ context, input, errors }) => {
    const meeting = findMeetingState(context.connection, input.meetingId);
    if (meeting === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    if (isLocked(meeting.status)) throw errors.LOCKED();
    const rows = arrangeRows(context.connection, { ...input, groupId: meeting.groupId });
    commit(context, { name: 'attendance.arrange', label: '' }, (write) => {
      for (const { id, orderKey } of rows) write.update('attendance', { id }, { order_key: orderKey });
    });
    return { changed: rows.length };
  }),

  refreshSnapshot: os.attendance.refreshSnapshot.handler(({ context, input, errors }) => {
    const stored = findAttendance(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'attendance' } });
    const date = findMeetingDate(context.connection, stored.meetingId);
    if (date === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const next = takeSnapshot(context.connection, stored, date);
    commit(context, { name: 'attendance.refresh', label: attendanceLabel(next) }, (write) => {
      updateAttendance(write, next);
    });
    return next;
  }),

  remove: os.attendance.remove.handler(({ context, input, errors }) => {
    const stored = findAttendance(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'attendance' } });
    const uses = countAttendanceUses(context.connection, input.id);
    if (uses.length > 0) throw errors.IN_USE({ data: { uses } });
    commit(context, { name: 'attendance.remove', label: attendanceLabel(stored) }, (write) => {
      write.remove('attendance', { id: input.id });
    });
    return { id: input.id };
  }),
};

const presenceFields = ['id', 'presence', 'arrivedAt', 'leftAt'];
/** Whether a change is about who is in the room, and when, and about nothing else. */
const isPresence = (change: Partial<Attendance>): boolean =>
  Object.keys(change).every((field) => presenceFields.includes(field));

function attendanceLabel(attendance: Attendance): string {
  return chooseText(attendance.name, 'en').text || chooseText(attendance.organization, 'en').text;
}
