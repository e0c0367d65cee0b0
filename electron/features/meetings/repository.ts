import { isDeepStrictEqual } from 'node:util';
import type { Meeting, MeetingListItem, MeetingSide, Venue } from '#shared/contract/meetings.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { replaceList } from '../../db/lists.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';
import { queries } from '../../db/queries.ts';
import type { MeetingRow, MeetingSideRow, MeetingVenueRow, WorkingGroupRow } from '../../db/schema.ts';

export function listMeetings(connection: Connection): MeetingListItem[] {
  const counts = new Map(
    connection
      .sql<{ meeting_id: string; kind: string; count: number }>(
        "SELECT meeting_id, kind, count(*) AS count FROM entry WHERE kind IN ('decision', 'action', 'proposal') GROUP BY kind, meeting_id",
      )
      .map((row) => [`${row.meeting_id}/${row.kind}`, row.count]),
  );
  const groups = new Map(
    connection.sql<WorkingGroupRow>('SELECT * FROM working_group').map((row) => [row.id, fromColumns(row, 'name')]),
  );
  const venues = Map.groupBy(
    connection.all(queries.selectFrom('meeting_venue').selectAll().where('kind', '=', 'main').orderBy('order_index')),
    (row) => row.meeting_id,
  );
  return connection.all(queries.selectFrom('meeting').selectAll().orderBy('date', 'desc').orderBy('id')).map((row) => {
    const venue = venues.get(row.id)?.[0];
    return {
      id: row.id,
      number: row.number,
      title: fromColumns(row, 'title'),
      date: row.date,
      status: row.status as Meeting['status'],
      kind: row.kind as Meeting['kind'],
      format: row.format as Meeting['format'],
      groupId: row.group_id,
      parentId: row.parent_id,
      group: (row.group_id === null ? undefined : groups.get(row.group_id)) ?? emptyText(),
      city: venue === undefined ? emptyText() : fromColumns(venue, 'city'),
      decisionCount: counts.get(`${row.id}/decision`) ?? 0,
      actionCount: counts.get(`${row.id}/action`) ?? 0,
      proposalCount: counts.get(`${row.id}/proposal`) ?? 0,
    };
  });
}

export function findMeeting(connection: Connection, id: string): Meeting | undefined {
  const row = connection.first(queries.selectFrom('meeting').selectAll().where('id', '=', id));
  if (row === undefined) return undefined;
  const sides = connection.all(
    queries.selectFrom('meeting_side').selectAll().where('meeting_id', '=', id).orderBy('order_index'),
  );
  const venues = connection.all(
    queries.selectFrom('meeting_venue').selectAll().where('meeting_id', '=', id).orderBy('order_index'),
  );
  const organizers = connection.all(
    queries.selectFrom('meeting_organizer').selectAll().where('meeting_id', '=', id).orderBy('order_index'),
  );
  return {
    id: row.id,
    groupId: row.group_id,
    number: row.number,
    kind: row.kind as Meeting['kind'],
    format: row.format as Meeting['format'],
    status: row.status as Meeting['status'],
    minutesKind: row.minutes_kind as Meeting['minutesKind'],
    title: fromColumns(row, 'title'),
    theme: fromColumns(row, 'theme'),
    framework: fromColumns(row, 'framework'),
    date: row.date,
    endDate: row.end_date,
    startTime: row.start_time,
    endTime: row.end_time,
    zone: row.zone,
    workingLanguages: JSON.parse(row.working_languages) as Meeting['workingLanguages'],
    headCount: row.head_count,
    partOf: fromColumns(row, 'part_of'),
    sides: sides.map(toSide),
    venues: venues.map(toVenue),
    organizers: organizers.map((organizer) => ({ id: organizer.id, organizationId: organizer.organization_id })),
    nextMeetingDate: row.next_meeting_date,
    nextMeetingNote: fromColumns(row, 'next_meeting_note'),
    note: fromColumns(row, 'note'),
  };
}

/** What stands beside the meeting itself: an amendment under way, and the event that it is a part of. */
export function findStage(connection: Connection, id: string): { isAmending: boolean; parentId: string | null } {
  const [row] = connection.sql<{ parentId: string | null; isAmending: number }>(
    `SELECT parent_id AS "parentId", EXISTS (
       SELECT 1 FROM amendment WHERE meeting_id = meeting.id AND closed_at_ms IS NULL) AS "isAmending"
     FROM meeting WHERE id = ?`,
    id,
  );
  return { isAmending: row?.isAmending === 1, parentId: row?.parentId ?? null };
}

export function insertMeeting(write: Write, meeting: Meeting, parentId: string | null = null): void {
  write.insert('meeting', { ...meetingRow(meeting), parent_id: parentId, calendar_sequence: 0 });
  writeLists(write, { sides: [], venues: [], organizers: [] }, meeting);
}

export function updateMeeting(write: Write, stored: Meeting, next: Meeting): void {
  write.update('meeting', { id: next.id }, meetingRow(next));
  writeLists(write, stored, next);
}

/** Numbers the calendar entry anew where it changes: who has it in a calendar is to see when and where it is now. */
export function numberCalendarEntry(connection: Connection, write: Write, stored: Meeting, next: Meeting): void {
  if (calendarFields.every((field) => isDeepStrictEqual(stored[field], next[field]))) return;
  const [row] = connection.sql<{ sequence: number }>(
    'SELECT calendar_sequence AS sequence FROM meeting WHERE id = ?',
    next.id,
  );
  write.update('meeting', { id: next.id }, { calendar_sequence: (row?.sequence ?? 0) + 1 });
}

const calendarFields = ['date', 'endDate', 'startTime', 'endTime', 'zone', 'format', 'venues'] as const;

/** The event that a meeting is a part of; undefined if there is no such meeting. */
export function findParent(connection: Connection, id: string): { parentId: string | null } | undefined {
  return connection.sql<{ parentId: string | null }>('SELECT parent_id AS "parentId" FROM meeting WHERE id = ?', id)[0];
}

/** Ids of the meetings that are parts of an event. */
export function listParts(connection: Connection, id: string): string[] {
  return connection
    .sql<{ id: string }>('SELECT id FROM meeting WHERE parent_id = ? ORDER BY id', id)
    .map((row) => row.id);
}

/** The meeting alone; what stands under it must be gone. */
export function removeMeeting(write: Write, stored: Meeting): void {
  writeLists(write, stored, { ...stored, sides: [], venues: [], organizers: [] });
  write.remove('meeting', { id: stored.id });
}

/** Sides that the next version no longer has, but which people, actions, comments or agreements still belong to. */
export function countSideUses(connection: Connection, sideIds: readonly string[]): { kind: string; count: number }[] {
  const marks = sideIds.map(() => '?').join(', ');
  if (marks === '') return [];
  const uses = connection.sql<{ kind: string; count: number }>(
    `SELECT 'attendance' AS kind, count(*) AS count FROM attendance WHERE side_id IN (${marks})
     UNION ALL SELECT 'action', count(*) FROM (
       SELECT entry_id FROM action_owner WHERE side_id IN (${marks})
       UNION SELECT entry_id FROM action_assignee WHERE side_id IN (${marks}))
     UNION ALL SELECT 'comment', count(*) FROM comment WHERE side_id IN (${marks})
     UNION ALL SELECT 'side_agreement', count(*) FROM side_agreement WHERE side_id IN (${marks})`,
    ...sideIds,
    ...sideIds,
    ...sideIds,
    ...sideIds,
    ...sideIds,
  );
  return uses.filter(({ count }) => count > 0);
}

function writeLists(write: Write, stored: Pick<Meeting, 'sides' | 'venues' | 'organizers'>, next: Meeting): void {
  const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
  replaceList(write, 'meeting_side', ids(stored.sides), sideRows(next));
  replaceList(write, 'meeting_venue', ids(stored.venues), venueRows(next));
  const organizers = next.organizers.map((organizer, index) => ({
    id: organizer.id,
    meeting_id: next.id,
    organization_id: organizer.organizationId,
    order_index: index,
  }));
  replaceList(write, 'meeting_organizer', ids(stored.organizers), organizers);
}

function meetingRow(meeting: Meeting): Omit<MeetingRow, 'parent_id' | 'calendar_sequence'> {
  return {
    id: meeting.id,
    group_id: meeting.groupId,
    number: meeting.number,
    kind: meeting.kind,
    format: meeting.format,
    status: meeting.status,
    minutes_kind: meeting.minutesKind,
    ...toColumns('title', meeting.title),
    ...toColumns('theme', meeting.theme),
    ...toColumns('framework', meeting.framework),
    date: meeting.date,
    end_date: meeting.endDate,
    start_time: meeting.startTime,
    end_time: meeting.endTime,
    zone: meeting.zone,
    working_languages: JSON.stringify(meeting.workingLanguages),
    head_count: meeting.headCount,
    ...toColumns('part_of', meeting.partOf),
    next_meeting_date: meeting.nextMeetingDate,
    ...toColumns('next_meeting_note', meeting.nextMeetingNote),
    ...toColumns('note', meeting.note),
  };
}

function sideRows(meeting: Meeting): MeetingSideRow[] {
  return meeting.sides.map((side, index) => ({
    id: side.id,
    meeting_id: meeting.id,
    country: side.country,
    ...toColumns('name', side.name),
    zone: side.zone,
    lead_organization_id: side.leadOrganizationId,
    quorum: side.quorum ?? null,
    order_index: index,
  }));
}

function venueRows(meeting: Meeting): MeetingVenueRow[] {
  return meeting.venues.map((venue, index) => ({
    id: venue.id,
    meeting_id: meeting.id,
    kind: venue.kind,
    ...toColumns('city', venue.city),
    ...toColumns('place', venue.place),
    country: venue.country,
    order_index: index,
  }));
}

function toSide(row: MeetingSideRow): MeetingSide {
  return {
    id: row.id,
    country: row.country,
    name: fromColumns(row, 'name'),
    zone: row.zone,
    leadOrganizationId: row.lead_organization_id,
    ...(row.quorum !== null && { quorum: row.quorum }),
  };
}

function toVenue(row: MeetingVenueRow): Venue {
  return {
    id: row.id,
    kind: row.kind,
    city: fromColumns(row, 'city'),
    place: fromColumns(row, 'place'),
    country: row.country,
  };
}
