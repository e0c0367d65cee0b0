import type { AgendaItem } from '../../contract/agenda.ts';
import type { Attendance } from '../../contract/attendance.ts';
import type { Entry } from '../../contract/entries.ts';
import type { Organization } from '../../contract/organizations.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import { languages } from '../language.ts';
import { sortAgenda } from '../minutes/items.ts';

/** What of a meeting is an organisation's. */
export interface Belongings {
  attendance: (attendance: Attendance) => boolean;
  /** An action that it, or one of its people who took part, is to do; one of a whole side only where it leads the side. */
  action: (entry: Entry) => boolean;
  /** With their numbers on the agenda. */
  items: { item: AgendaItem; number: number }[];
}

const same = (text: string): string => text.trim().toLowerCase();

/** Whether an organisation goes by this name somewhere. */
function isNamed(organization: Organization, text: string): boolean {
  const names = [
    ...languages.flatMap((language) => [organization.name[language], organization.abbreviation[language]]),
    ...organization.aliases.map((alias) => alias.text),
  ];
  return names.some((name) => same(name) !== '' && same(name) === same(text));
}

/** The organisations as whose an attendance counts: as it was entered, else by the name that the minutes print, else by the register. */
export function organizationsOf(attendance: Attendance, record: MeetingRecord): Set<string> {
  if (attendance.organizationId !== null) return new Set([attendance.organizationId]);
  const printed = languages.map((language) => attendance.organization[language]).filter((name) => name.trim() !== '');
  const named = record.organizations.filter((one) => printed.some((name) => isNamed(one, name)));
  if (named.length > 0) return new Set(named.map(({ id }) => id));
  const { date } = record.meeting;
  const person = record.people.find(({ id }) => id === attendance.personId);
  const held = (person?.affiliations ?? []).filter(
    ({ from, to }) => (from === null || from <= date) && (to === null || to >= date),
  );
  return new Set(held.map(({ organizationId }) => organizationId));
}

/** What concerns an organisation: items that its people presented, spoke or proposed on, are named in, or have to act on. */
export function findBelongings(record: MeetingRecord, organizationId: string): Belongings {
  const own = new Set(
    record.attendance.filter((row) => organizationsOf(row, record).has(organizationId)).map(({ id }) => id),
  );
  const people = new Set(
    record.attendance.flatMap(({ id, personId }) => (own.has(id) && personId !== null ? [personId] : [])),
  );
  const led = new Set(
    record.meeting.sides.filter((side) => side.leadOrganizationId === organizationId).map(({ id }) => id),
  );
  const action = (entry: Entry): boolean =>
    entry.kind === 'action' &&
    (entry.action?.owners ?? []).some(({ kind, ownerId }) => {
      if (kind === 'organization') return ownerId === organizationId;
      return (kind === 'person' ? people : led).has(ownerId);
    });
  const isConcerned = (entry: Entry): boolean =>
    (entry.speakerAttendanceId !== null && own.has(entry.speakerAttendanceId)) ||
    (entry.mentions ?? []).some((personId) => people.has(personId)) ||
    action(entry);
  const concerned = new Set(record.entries.filter(isConcerned).map(({ agendaItemId }) => agendaItemId));
  return {
    attendance: ({ id }) => own.has(id),
    action,
    items: sortAgenda(record)
      .map((item, index) => ({ item, number: index + 1 }))
      .filter(
        ({ item }) =>
          concerned.has(item.id) || (item.presenterAttendanceId !== null && own.has(item.presenterAttendanceId)),
      ),
  };
}

/** Whether an extract for an organisation would say anything. */
export function concernsOrganization(record: MeetingRecord, organizationId: string): boolean {
  return findBelongings(record, organizationId).items.length > 0;
}
