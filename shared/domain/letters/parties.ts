import type { Attendance, AttendanceRole } from '../../contract/attendance.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import { type RecordLookup } from '../minutes/lookup.ts';
import { protocolRank } from '../minutes/protocol-order.ts';
import { type Party, partyOfAttendance, partyOfPerson } from './person-forms.ts';

type Side = MeetingRecord['meeting']['sides'][number];

/** Whoever may come: declined and absent people neither sign nor stand on the list. */
export function isExpected({ presence, response }: Attendance): boolean {
  return response !== 'declined' && presence !== 'absent' && presence !== 'excused';
}

/** The side that invites: where the meeting takes place, else whose clock it keeps, else whose institute organises it. */
export function findHost(record: MeetingRecord): Side | null {
  const { sides, venues, organizers, zone } = record.meeting;
  const country = venues.find(({ kind }) => kind === 'main')?.country ?? '';
  const byPlace = sides.filter((side) => side.country !== '' && side.country === country);
  const byClock = sides.filter((side) => side.zone === zone);
  const byInstitute = sides.filter((side) =>
    organizers.some(({ organizationId }) => organizationId === side.leadOrganizationId),
  );
  const only = [byPlace, byClock, byInstitute].find((candidates) => candidates.length === 1);
  return only?.[0] ?? sides[0] ?? null;
}

const withRole = (rows: readonly Attendance[], role: AttendanceRole): Attendance | undefined =>
  rows.find(({ roles }) => roles.includes(role));

/** The secretary of the meeting, of the host's side first; else the group's; null if nobody is named. */
export function findSecretary(record: MeetingRecord, lookup: RecordLookup): Party | null {
  const host = findHost(record)?.id ?? null;
  const expected = lookup.attendanceInOrder.filter(isExpected);
  const own = expected.filter(({ sideId }) => sideId === host);
  const secretary = withRole(own, 'secretary') ?? withRole(expected, 'secretary');
  if (secretary !== undefined) return partyOfAttendance(secretary, record, lookup);
  return findMember(record, lookup, 'secretary');
}

/** Who signs for the host: its chair or head, its co-chair in the group, else the secretary; null if nobody is named. */
export function findSigner(record: MeetingRecord, lookup: RecordLookup, recipientId: string | null): Party | null {
  const host = findHost(record)?.id ?? null;
  const head = lookup.attendanceInOrder.find(
    (attendance) => isExpected(attendance) && attendance.sideId === host && protocolRank(attendance) < 2,
  );
  const secretary = findSecretary(record, lookup);
  // Nobody invites themselves.
  if (head !== undefined && (head.id !== recipientId || secretary === null)) {
    return partyOfAttendance(head, record, lookup);
  }
  return (head === undefined ? findMember(record, lookup, 'co_chair') : null) ?? secretary;
}

/** A member of the group, of the host's side if there is one of it. */
function findMember(record: MeetingRecord, lookup: RecordLookup, role: 'secretary' | 'co_chair'): Party | null {
  const { group, meeting } = record;
  const country = findHost(record)?.country ?? '';
  const members = (group?.members ?? []).filter(
    ({ role: held, from, to }) =>
      held === role && (from === null || from <= meeting.date) && (to === null || to >= meeting.date),
  );
  const own = members.find(({ sideId }) => group?.sides.find(({ id }) => id === sideId)?.country === country);
  const chosen = own ?? (role === 'secretary' ? members[0] : undefined);
  const person = record.people.find(({ id }) => id === chosen?.personId);
  return person === undefined ? null : partyOfPerson(person, record, lookup);
}
