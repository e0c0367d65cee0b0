import { safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { emptyText } from '#shared/domain/language.ts';
import { openTestBackend } from '../support/backend.ts';
import {
  makeAgendaItem,
  makeAttendance,
  makeEntry,
  makeMeeting,
  makeOrganization,
  makePerson,
} from '../support/records.ts';

const agreementOf = (meetingId: string, changes: object = {}) => ({
  id: newId(),
  meetingId,
  kind: 'memorandum' as const,
  title: { ...emptyText(), en: 'Memorandum' },
  signedOn: null,
  several: false,
  parties: [],
  orderKey: 'a0',
  ...changes,
});

test('what a person did comes newest first, with the snapshot of each meeting', async () => {
  const { client } = openTestBackend().backend;
  const person = makePerson();
  const colleague = makePerson();
  await client.people.create(person);
  await client.people.create(colleague);
  const older = makeMeeting({ date: '2024-05-01' });
  const newer = makeMeeting({ date: '2025-05-01' });
  const spoken: Record<string, string> = {};
  const seats: Record<string, string> = {};
  for (const meeting of [newer, older]) {
    await client.meetings.create(meeting);
    const seat = makeAttendance(meeting.id, {
      personId: person.id,
      roles: ['chair', 'speaker'],
      name: { ...emptyText(), en: 'As printed' },
      position: { ...emptyText(), en: `Office in ${meeting.date}` },
    });
    await client.attendance.add(seat);
    seats[meeting.id] = seat.id;
    const item = makeAgendaItem(meeting.id);
    await client.agenda.add(item);
    const speech = makeEntry(meeting.id, item.id, { speakerAttendanceId: seat.id });
    await client.entries.add({ entries: [speech] });
    await client.entries.saveText({ entryId: speech.id, language: 'ru', text: 'Слово', revision: 0 });
    spoken[meeting.id] = speech.id;
    const action = makeEntry(meeting.id, item.id, {
      kind: 'action',
      orderKey: 'a1',
      action: {
        owners: [{ id: newId(), kind: 'person', ownerId: person.id }],
        due: '2026-01-01',
        dueAtNextMeeting: false,
        status: 'open',
      },
    });
    await client.entries.add({ entries: [action, makeEntry(meeting.id, item.id, { orderKey: 'a2' })] });
  }
  const agreement = agreementOf(newer.id, { signatories: [{ id: newId(), attendanceId: seats[newer.id] ?? '' }] });
  await client.agreements.add(agreement);
  const group = {
    id: newId(),
    name: { ...emptyText(), en: 'Group' },
    aims: emptyText(),
    tasks: emptyText(),
    areas: emptyText(),
    foundingDocument: '',
    sides: [],
    members: [
      {
        id: newId(),
        sideId: null,
        personId: person.id,
        organizationId: null,
        role: 'secretary' as const,
        from: null,
        to: null,
      },
    ],
  };
  await client.groups.create(group);

  const related = await client.people.related({ id: person.id });
  expect(related.meetings.map(({ meetingId, position, roles }) => [meetingId, position.en, roles])).toEqual([
    [newer.id, 'Office in 2025-05-01', ['chair', 'speaker']],
    [older.id, 'Office in 2024-05-01', ['chair', 'speaker']],
  ]);
  expect(related.speeches.map(({ entryId, text }) => [entryId, text.ru, text.en])).toEqual([
    [spoken[newer.id], 'Слово', ''],
    [spoken[older.id], 'Слово', ''],
  ]);
  expect(related.actions.map(({ meetingId, due, status }) => [meetingId, due, status])).toEqual([
    [newer.id, '2026-01-01', 'open'],
    [older.id, '2026-01-01', 'open'],
  ]);
  expect(related.signatures).toEqual([
    { agreementId: agreement.id, meetingId: newer.id, title: agreement.title, kind: 'memorandum', signedOn: null },
  ]);
  expect(related.groups).toEqual([{ groupId: group.id, name: group.name, role: 'secretary' }]);
  expect(await client.people.related({ id: colleague.id })).toEqual({
    meetings: [],
    speeches: [],
    actions: [],
    signatures: [],
    groups: [],
  });
  const { error } = await safe(client.people.related({ id: newId() }));
  expect(error).toMatchObject({ code: 'NOT_FOUND' });
});

test('an organisation is found as organiser, lead, participant, party, owner and target of relations', async () => {
  const { client } = openTestBackend().backend;
  const organization = makeOrganization();
  await client.organizations.create(organization);
  const part = makeOrganization({
    name: { ...emptyText(), en: 'Part' },
    relations: [{ id: newId(), organizationId: organization.id, kind: 'part_of' }],
  });
  await client.organizations.create(part);
  const meeting = makeMeeting({
    organizers: [{ id: newId(), organizationId: organization.id }],
    sides: [{ id: newId(), country: 'RU', name: emptyText(), zone: 'UTC', leadOrganizationId: organization.id }],
  });
  await client.meetings.create(meeting);
  await client.attendance.add(makeAttendance(meeting.id, { organizationId: organization.id, headCount: 4 }));
  const later = makeMeeting({ date: '2026-12-01' });
  await client.meetings.create(later);
  await client.attendance.add(makeAttendance(later.id, { organizationId: organization.id, headCount: 2 }));
  const agreement = agreementOf(meeting.id, {
    parties: [{ id: newId(), organizationId: organization.id, description: emptyText() }],
  });
  await client.agreements.add(agreement);

  const related = await client.organizations.related({ id: organization.id });
  expect(related.meetings.map(({ meetingId, as }) => [meetingId, as])).toEqual([
    [later.id, ['participant']],
    [meeting.id, ['organizer', 'lead', 'participant']],
  ]);
  expect(related.agreements.map(({ agreementId }) => agreementId)).toEqual([agreement.id]);
  expect(related.relatedFrom).toEqual([{ organizationId: part.id, name: part.name, kind: 'part_of' }]);
  expect(related.groups).toEqual([]);
});

test('the sample: every attendance, speech and action is somebody’s, and nothing is left over', async () => {
  const { client, context } = openTestBackend().backend;
  await client.records.loadSample();
  const count = (sql: string): number => context.connection.sql<{ count: number }>(sql)[0]?.count ?? 0;
  const people = await Promise.all((await client.people.list()).map(({ id }) => client.people.related({ id })));
  const sum = (key: 'meetings' | 'speeches' | 'actions' | 'groups'): number =>
    people.reduce((total, related) => total + related[key].length, 0);
  expect(sum('meetings')).toBe(count('SELECT count(*) AS count FROM attendance WHERE person_id IS NOT NULL'));
  expect(sum('speeches')).toBe(
    count(
      'SELECT count(*) AS count FROM entry e JOIN attendance a ON a.id = e.speaker_attendance_id WHERE person_id IS NOT NULL',
    ),
  );
  expect(sum('actions')).toBe(count('SELECT count(*) AS count FROM action_owner WHERE person_id IS NOT NULL'));
  expect(sum('groups')).toBe(count('SELECT count(*) AS count FROM membership WHERE person_id IS NOT NULL'));
  expect(sum('meetings')).toBeGreaterThan(5);
  const organizations = await Promise.all(
    (await client.organizations.list()).map(({ id }) => client.organizations.related({ id })),
  );
  expect(organizations.reduce((total, { relatedFrom }) => total + relatedFrom.length, 0)).toBe(
    count('SELECT count(*) AS count FROM organization_relation'),
  );
  expect(organizations.some(({ agreements }) => agreements.length > 0)).toBe(
    count('SELECT count(*) AS count FROM agreement_party WHERE organization_id IS NOT NULL') > 0,
  );
});
