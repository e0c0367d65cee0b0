import type { MeetingDetail } from '#shared/contract/meetings.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { removeMinutesProcess } from '../../db/minutes-process.ts';
import { listAgenda } from '../agenda/index.ts';
import { listAgreements, removeAgreement } from '../agreements/index.ts';
import { listAttendance } from '../attendance/index.ts';
import { listEntries, removeEntry } from '../entries/index.ts';
import { findMeeting, findStage, listParts, removeMeeting } from './repository.ts';

/** What a record file holds of a meeting. */
export type MeetingParts = Omit<MeetingDetail, 'isAmending' | 'parentId'>;

/** One meeting with everything that its record file holds, each list in its stored order. */
export function loadMeetingParts(connection: Connection, id: string): MeetingParts | undefined {
  const meeting = findMeeting(connection, id);
  if (meeting === undefined) return undefined;
  return {
    meeting,
    attendance: listAttendance(connection, id),
    agenda: listAgenda(connection, id),
    entries: listEntries(connection, id),
    agreements: listAgreements(connection, id),
  };
}

/** As {@link loadMeetingParts}, with where the meeting stands. */
export function loadMeetingDetail(connection: Connection, id: string): MeetingDetail | undefined {
  const parts = loadMeetingParts(connection, id);
  return parts && { ...parts, ...findStage(connection, id) };
}

/** From the leaves up, so that every reference holds at every step. The parts of an event stay and stand alone. */
export function removeMeetingDetail(connection: Connection, write: Write, detail: MeetingDetail): void {
  removeMinutesProcess(write, connection, detail.meeting.id);
  for (const id of listParts(connection, detail.meeting.id)) write.update('meeting', { id }, { parent_id: null });
  for (const agreement of detail.agreements) removeAgreement(write, agreement);
  for (const entry of detail.entries) removeEntry(write, entry);
  for (const { id } of detail.agenda) write.remove('agenda_item', { id });
  for (const { id } of detail.attendance) write.remove('attendance', { id });
  removeMeeting(write, detail.meeting);
}
