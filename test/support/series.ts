import { v7 as newId } from 'uuid';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { Group, Membership } from '#shared/contract/groups.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import type { Person } from '#shared/contract/people.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { Client } from './backend.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting, makePerson } from './records.ts';

/** The day of the meeting that is prepared. */
export const date = '2027-02-01';

const zones = { CN: 'Asia/Shanghai', RU: 'Europe/Moscow' } as const;

export function makeSide(country: 'CN' | 'RU') {
  const name =
    country === 'CN' ? { en: 'Chinese side', ru: '', zh: '中方' } : { en: '', ru: 'Российская сторона', zh: '' };
  return { id: newId(), country, name, zone: zones[country], leadOrganizationId: null };
}

export function makeMembership(changes: Partial<Membership>): Membership {
  return {
    id: newId(),
    sideId: null,
    personId: null,
    organizationId: null,
    role: 'member',
    from: null,
    to: null,
    ...changes,
  };
}

/** What a group and its meetings are made of, one call each; every call answers what it added. */
export function seriesOf(client: Client) {
  async function addPerson(family: string, changes: Partial<Person> = {}): Promise<Person> {
    const empty = { family: '', given: '', patronymic: '', display: '', source: 'entered' as const, sortKey: '' };
    const person = makePerson({ names: { latin: { ...empty, family }, cyrillic: empty, han: empty }, ...changes });
    await client.people.create(person);
    return person;
  }

  async function addGroup(
    members: Partial<Membership>[] = [],
    sides = [makeSide('CN'), makeSide('RU')],
  ): Promise<Group> {
    const group: Group = {
      id: newId(),
      name: { ...emptyText(), en: 'Working group' },
      aims: emptyText(),
      tasks: emptyText(),
      areas: emptyText(),
      foundingDocument: '',
      sides: sides.map((side) => ({ ...side, coordinatingOrganizationId: null })),
      members: members.map(makeMembership),
    };
    await client.groups.create(group);
    return group;
  }

  async function addMeeting(group: Group, changes: Partial<Meeting> = {}): Promise<Meeting> {
    const meeting = makeMeeting({ groupId: group.id, ...changes });
    await client.meetings.create(meeting);
    return meeting;
  }

  async function addAttendance(meeting: Meeting, changes: Partial<Attendance>): Promise<Attendance> {
    return client.attendance.add(makeAttendance(meeting.id, changes));
  }

  async function addItem(meeting: Meeting, title: string, orderKey: string, changes: object = {}) {
    const item = { ...makeAgendaItem(meeting.id, orderKey), title: { ...emptyText(), en: title }, ...changes };
    await client.agenda.add(item);
    return item;
  }

  async function addAction(
    meeting: Meeting,
    agendaItemId: string,
    text: string,
    orderKey: string,
    action: Partial<NonNullable<Parameters<typeof makeEntry>[2]>['action']> & object = {},
  ) {
    const entry = makeEntry(meeting.id, agendaItemId, {
      kind: 'action',
      orderKey,
      action: { owners: [], due: null, dueAtNextMeeting: false, status: 'open', ...action },
    });
    entry.texts.ru = { ...entry.texts.ru, text, revision: 1 };
    await client.entries.add({ entries: [entry] });
    return entry;
  }

  const prepare = (group: Group, base: Meeting | null, changes: object = {}) => {
    const id = newId();
    return client.preparation.create({
      id,
      groupId: group.id,
      date,
      number: '',
      baseMeetingId: base?.id ?? null,
      agendaItemIds: [],
      actionIds: [],
      withLastParticipants: true,
      ...changes,
    });
  };

  const proposeFor = (group: Group, meetingId: string | null = null, on = date) =>
    client.preparation.propose({ groupId: group.id, meetingId, date: on });

  return { addPerson, addGroup, addMeeting, addAttendance, addItem, addAction, prepare, proposeFor };
}
