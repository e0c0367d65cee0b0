import type { Attendance, AttendanceRole } from '#shared/contract/attendance.ts';
import type { Group } from '#shared/contract/groups.ts';
import type { Meeting, MeetingSide } from '#shared/contract/meetings.ts';
import { emptyText, filledLanguages, type LocalizedText } from '#shared/domain/language.ts';
import { isPresent } from '#shared/domain/minutes/people.ts';
import { compareByProtocol } from '#shared/domain/minutes/protocol-order.ts';
import type { Connection } from '../../db/connection.ts';
import { isInAttendance, takeSnapshots } from '../attendance/index.ts';
import { listMembersOn } from './repository.ts';

/** Somebody who will probably come; `row` has no id, no meeting, no side and no place in the list yet. */
export interface Expected {
  from: 'member' | 'last_time';
  row: Attendance;
  /** The row of the last meeting; null for who was not there. */
  lastRow: Attendance | null;
  /** Of the group; null: none, or no member. */
  groupSideId: string | null;
}

/** Where somebody belongs to in lists of different meetings. */
export function identityOf({ personId, organizationId, name, organization }: Attendance): string {
  if (personId !== null) return `person/${personId}`;
  if (filledLanguages(name).length > 0) return `guest/${JSON.stringify(name)}`;
  return `delegation/${organizationId ?? JSON.stringify(organization)}`;
}

const roleOfMember: Partial<Record<string, AttendanceRole>> = {
  co_chair: 'co_chair',
  secretary: 'secretary',
  observer: 'observer',
};

interface Member {
  roles: AttendanceRole[];
  groupSideId: string | null;
}

/**
 * Who is expected on `date`: members of the group, and whoever else took part last time. First those of the last meeting
 * in its protocol order, then new members in the order of the group. Roles are those of last time, except having spoken.
 * Name and office are taken from the register as of that day; where it knows no office, that of last time stays. An
 * organisation that is a member comes as a delegation only if it did so last time.
 */
export function listExpected(
  connection: Connection,
  groupId: string,
  date: string,
  lastAttendance: readonly Attendance[],
): Expected[] {
  const members = readMembers(connection, groupId, date);
  const seen = new Set<string>();
  const expected: Expected[] = [];
  for (const lastRow of lastAttendance.toSorted(compareByProtocol)) {
    const identity = identityOf(lastRow);
    const member = members.get(identity);
    const tookPart = isPresent(lastRow) || lastRow.presence === 'expected';
    if (seen.has(identity) || (member === undefined && !tookPart)) continue;
    seen.add(identity);
    expected.push({
      from: member === undefined ? 'last_time' : 'member',
      row: again(lastRow),
      lastRow,
      groupSideId: member?.groupSideId ?? null,
    });
  }
  for (const [identity, member] of members) {
    if (seen.has(identity) || !identity.startsWith('person/')) continue;
    const row = firstTime(identity.slice('person/'.length), member);
    expected.push({ from: 'member', row, lastRow: null, groupSideId: member.groupSideId });
  }
  return withSnapshots(connection, expected, date);
}

function readMembers(connection: Connection, groupId: string, date: string): Map<string, Member> {
  const members = new Map<string, Member>();
  for (const row of listMembersOn(connection, groupId, date)) {
    const identity = row.person_id === null ? `delegation/${row.organization_id ?? ''}` : `person/${row.person_id}`;
    const known = members.get(identity);
    const role = roleOfMember[row.role];
    const roles = [...(known?.roles ?? []), ...(role === undefined ? [] : [role])];
    members.set(identity, {
      roles: [...new Set(roles)],
      groupSideId: known?.groupSideId ?? row.side_id,
    });
  }
  return members;
}

const noPlace = { id: '', meetingId: '', sideId: null, orderKey: '' } as const;
const notYetThere = { response: 'none', presence: 'expected', arrivedAt: null, leftAt: null } as const;

/** As last time, but for what only the meeting itself shows: who spoke, how many came, when. */
function again(lastRow: Attendance): Attendance {
  const roles = lastRow.roles.filter((role) => role !== 'speaker');
  return {
    ...lastRow,
    ...notYetThere,
    ...noPlace,
    organizationId: lastRow.personId === null ? lastRow.organizationId : null,
    headCount: null,
    roles: roles.length === 0 ? ['participant'] : roles,
  };
}

function firstTime(personId: string, { roles }: Member): Attendance {
  const held: AttendanceRole[] = roles.length === 0 ? ['participant'] : roles;
  return {
    ...noPlace,
    personId,
    organizationId: null,
    headCount: null,
    roles: held,
    category: isInAttendance(held) ? 'in_attendance' : 'participant',
    mode: 'in_person',
    ...notYetThere,
    name: emptyText(),
    position: emptyText(),
    organization: emptyText(),
  };
}

function withSnapshots(connection: Connection, expected: readonly Expected[], date: string): Expected[] {
  const rows = takeSnapshots(
    connection,
    expected.map(({ row }) => row),
    date,
  );
  return expected.map((one, index) => {
    const row = rows[index] ?? one.row;
    const hasOffice = [row.position, row.organization].some(isWritten);
    if (hasOffice || one.lastRow === null) return { ...one, row };
    const { position, organization, organizationId } = one.lastRow;
    return { ...one, row: { ...row, position, organization, organizationId } };
  });
}

const isWritten = (text: LocalizedText): boolean => filledLanguages(text).length > 0;

/** Says to which side of the new meeting somebody belongs: by the group's side, else by that of the last meeting. */
export function sideFinder(
  group: Group,
  meeting: Meeting,
  lastSides: ReadonlyMap<string, string>,
): (expected: Expected) => string | null {
  const ofGroup = new Map(group.sides.map((side, index) => [side.id, matchSide(side, index, group, meeting.sides)]));
  return ({ groupSideId, lastRow }) => {
    const byGroup = groupSideId === null ? null : (ofGroup.get(groupSideId) ?? null);
    const last = lastRow?.sideId ?? null;
    return byGroup ?? (last === null ? null : (lastSides.get(last) ?? null));
  };
}

/** Same country and name; else the only one of the country; else the one at the same place of as many. */
function matchSide(
  side: Group['sides'][number],
  index: number,
  group: Group,
  sides: readonly MeetingSide[],
): string | null {
  const ofCountry = sides.filter(({ country }) => country !== '' && country === side.country);
  const named = sides.find(({ country, name }) => country === side.country && isSameName(name, side.name));
  if (named !== undefined) return named.id;
  if (ofCountry.length === 1) return ofCountry[0]?.id ?? null;
  return sides.length === group.sides.length ? (sides[index]?.id ?? null) : null;
}

const isSameName = (a: LocalizedText, b: LocalizedText): boolean =>
  isWritten(a) && (['en', 'ru', 'zh'] as const).every((language) => a[language] === b[language]);
