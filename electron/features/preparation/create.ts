import { generateNKeysBetween } from 'fractional-indexing';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { Group } from '#shared/contract/groups.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { secretaryAttendance } from '#shared/domain/empty-records.ts';
import { chooseText, emptyText, languages } from '#shared/domain/language.ts';
import { nextTitle } from '#shared/domain/series-number.ts';
import { commit, type Context } from '../../context.ts';
import { insertAttendance, listAttendance } from '../attendance/index.ts';
import { insertMeeting } from '../meetings/index.ts';
import { loadSettings } from '../settings/index.ts';
import { carryActions, carryItems, writeCarried } from './carry.ts';
import { listExpected, sideFinder } from './expected.ts';

export interface NewMeeting {
  id: string;
  date: string;
  number: string;
  agendaItemIds: readonly string[];
  actionIds: readonly string[];
  withLastParticipants: boolean;
}

/** Makes a meeting of a group in one change set, from `base`, the last one, or from the group alone. */
export function createPrepared(context: Context, wanted: NewMeeting, group: Group, base: Meeting | null): void {
  const meeting = base === null ? firstMeeting(context, wanted, group) : nextMeeting(context, wanted, group, base);
  const attendance = expectPeople(context, wanted, group, meeting, base);
  const to = { meetingId: meeting.id, groupId: group.id, agenda: [], attendance, reviews: [] };
  const items = carryItems(context, to, wanted.agendaItemIds);
  const reviews = carryActions(context.connection, to, wanted.actionIds);
  commit(context, { name: 'meeting.prepare', label: chooseText(meeting.title, 'en').text }, (write) => {
    insertMeeting(write, meeting);
    for (const row of attendance) insertAttendance(write, row);
    writeCarried(write, meeting.id, items, reviews);
  });
}

/**
 * What stays from meeting to meeting of a series. The hours, the theme and all that was noted of the last one do not:
 * nobody has said them of this one yet.
 */
function nextMeeting({ newId }: Context, { id, date, number }: NewMeeting, group: Group, base: Meeting): Meeting {
  return {
    ...firstOf(id, date, number, group),
    kind: base.kind,
    format: base.format,
    minutesKind: base.minutesKind,
    title: nextTitle(base.title, base.number, number),
    framework: base.framework,
    zone: base.zone,
    workingLanguages: base.workingLanguages,
    sides: base.sides.length > 0 ? base.sides.map((side) => ({ ...side, id: newId() })) : sidesOf(group, newId),
    venues: base.venues.map((venue) => ({ ...venue, id: newId() })),
    organizers: base.organizers.map((organizer) => ({ ...organizer, id: newId() })),
  };
}

const firstMeeting = ({ newId }: Context, { id, date, number }: NewMeeting, group: Group): Meeting => ({
  ...firstOf(id, date, number, group),
  sides: sidesOf(group, newId),
});

const firstOf = (id: string, date: string, number: string, group: Group): Meeting => ({
  id,
  groupId: group.id,
  number,
  kind: 'bilateral',
  format: 'in_person',
  status: 'planned',
  minutesKind: group.sides.length >= 2 ? 'minutes_of_talks' : 'minutes',
  title: emptyText(),
  theme: emptyText(),
  framework: emptyText(),
  date,
  endDate: null,
  startTime: null,
  endTime: null,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  workingLanguages: [],
  headCount: null,
  partOf: emptyText(),
  sides: [],
  venues: [],
  organizers: [],
  nextMeetingDate: null,
  nextMeetingNote: emptyText(),
  note: emptyText(),
});

const sidesOf = ({ sides }: Group, newId: () => string): Meeting['sides'] =>
  sides.map(({ country, name, zone, leadOrganizationId }) => ({
    id: newId(),
    country,
    name,
    zone,
    leadOrganizationId,
  }));

/** The list of the new meeting in its order. */
function expectPeople(
  { connection, newId }: Context,
  { date, withLastParticipants }: NewMeeting,
  group: Group,
  meeting: Meeting,
  base: Meeting | null,
): Attendance[] {
  const last = base === null ? [] : listAttendance(connection, base.id);
  const lastSides = new Map(base?.sides.map(({ id }, index) => [id, meeting.sides[index]?.id ?? ''] as const));
  const findSide = sideFinder(group, meeting, lastSides);
  const rows = listExpected(connection, group.id, date, last)
    .filter(({ from }) => from === 'member' || withLastParticipants)
    .map((expected) => ({ ...expected.row, sideId: findSide(expected) }));
  const all = withSecretary(rows, loadSettings(connection).secretaryName.trim());
  const keys = generateNKeysBetween(null, null, all.length);
  return all.map((row, index) => ({
    ...row,
    id: newId(),
    meetingId: meeting.id,
    mode: meeting.format === 'hybrid' ? row.mode : meeting.format === 'online' ? 'online' : 'in_person',
    orderKey: keys[index] ?? '',
  }));
}

/** Whoever keeps this program keeps the minutes, where nobody else is the secretary: the name from the first run. */
function withSecretary(rows: readonly Attendance[], name: string): Attendance[] {
  if (name === '' || rows.some(({ roles }) => roles.includes('secretary'))) return [...rows];
  const isNamed = (row: Attendance): boolean => languages.some((language) => row.name[language] === name);
  if (rows.some(isNamed)) {
    return rows.map((row) =>
      isNamed(row) ? { ...row, roles: [...row.roles.filter((role) => role !== 'participant'), 'secretary'] } : row,
    );
  }
  return [...rows, secretaryAttendance('', '', name)];
}
