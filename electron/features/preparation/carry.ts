import { generateNKeysBetween } from 'fractional-indexing';
import type { AgendaItem } from '#shared/contract/agenda.ts';
import type { Attendance } from '#shared/contract/attendance.ts';
import { compareByOrderKey } from '#shared/domain/minutes/numbering.ts';
import type { Context } from '../../context.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { insertAgendaItem, listAgenda } from '../agenda/index.ts';
import { listAttendance } from '../attendance/index.ts';
import { identityOf } from './expected.ts';
import { listActionIdsOfGroup, listMeetingsOfItems, type Review } from './repository.ts';

export interface CarriedTo {
  meetingId: string;
  groupId: string;
  agenda: readonly AgendaItem[];
  attendance: readonly Attendance[];
  reviews: readonly Review[];
}

/** What of the chosen items is not on the agenda yet, as new items at its end, in the order of the earlier meetings. */
export function carryItems(
  { connection, newId }: Pick<Context, 'connection' | 'newId'>,
  to: CarriedTo,
  itemIds: readonly string[],
): AgendaItem[] {
  const chosen = new Set(itemIds);
  for (const { carriedFromId } of to.agenda) if (carriedFromId !== undefined) chosen.delete(carriedFromId);
  const here = new Map(to.attendance.map((row) => [identityOf(row), row.id]));
  const carried = listMeetingsOfItems(connection, [...chosen], to.groupId)
    .filter((meetingId) => meetingId !== to.meetingId)
    .flatMap((meetingId) => {
      const presenters = presentersOf(connection, meetingId, here);
      return listAgenda(connection, meetingId)
        .filter(({ id }) => chosen.has(id))
        .map((item) => ({ item, presenterId: presenters.get(item.presenterAttendanceId ?? '') ?? null }));
    });
  const last = to.agenda.toSorted(compareByOrderKey).at(-1)?.orderKey ?? null;
  const keys = generateNKeysBetween(last, null, carried.length);
  return carried.map(({ item, presenterId }, index) => ({
    id: newId(),
    meetingId: to.meetingId,
    title: item.title,
    presenterAttendanceId: presenterId,
    plannedMinutes: item.plannedMinutes,
    state: 'open',
    ...(item.isRecurring === true && { isRecurring: true }),
    carriedFromId: item.id,
    orderKey: keys[index] ?? '',
  }));
}

/** Who presented at the earlier meeting, as they stand on the list of this one. */
function presentersOf(
  connection: Connection,
  meetingId: string,
  here: ReadonlyMap<string, string>,
): Map<string, string> {
  return new Map(
    listAttendance(connection, meetingId).flatMap((row) => {
      const id = here.get(identityOf(row));
      return id === undefined ? [] : [[row.id, id] as const];
    }),
  );
}

/** What of the chosen actions is not on the list of the meeting yet, behind what is there. */
export function carryActions(connection: Connection, to: CarriedTo, actionIds: readonly string[]): Review[] {
  const known = new Set(to.reviews.map(({ entry_id: entryId }) => entryId));
  const ofGroup = listActionIdsOfGroup(connection, actionIds, to.groupId, to.meetingId);
  const fresh = [...new Set(actionIds)].filter((id) => ofGroup.has(id) && !known.has(id));
  const first = Math.max(-1, ...to.reviews.map(({ order_index: index }) => index)) + 1;
  return fresh.map((entryId, index) => ({ entry_id: entryId, order_index: first + index }));
}

export function writeCarried(
  write: Write,
  meetingId: string,
  items: readonly AgendaItem[],
  reviews: readonly Review[],
): void {
  for (const item of items) insertAgendaItem(write, item);
  for (const review of reviews) write.insert('action_review', { meeting_id: meetingId, ...review });
}
