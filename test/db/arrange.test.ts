import { isDefinedError, safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import type { Attendance } from '#shared/contract/attendance.ts';
import { emptyText, type Language } from '#shared/domain/language.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { makeAttendance, makeMeeting, makeOrganization, makePerson } from '../support/records.ts';
import { makeSide, seriesOf } from '../support/series.ts';

let backend: ReturnType<typeof openTestBackend>['backend'];
let client: Client;
const [chinese, russian] = [makeSide('CN'), makeSide('RU')];
const meeting = makeMeeting({ sides: [chinese, russian] });
beforeEach(async () => {
  ({ backend } = openTestBackend());
  ({ client } = backend);
  await client.meetings.create(meeting);
});

const empty = { family: '', given: '', patronymic: '', display: '', source: 'entered' as const, sortKey: '' };

/** Somebody with a family name in each script. */
async function attend(place: number, names: Partial<Record<Language, string>>, changes: Partial<Attendance> = {}) {
  const person = makePerson({
    names: {
      latin: { ...empty, family: names.en ?? '' },
      cyrillic: { ...empty, family: names.ru ?? '' },
      han: { ...empty, family: names.zh ?? '' },
    },
  });
  await client.people.create(person);
  await client.attendance.add(
    makeAttendance(meeting.id, { personId: person.id, sideId: chinese.id, orderKey: `a${String(place)}`, ...changes }),
  );
  return person;
}

const order = async (language: Language): Promise<string[]> =>
  (await client.meetings.get({ id: meeting.id })).attendance.map(
    ({ name, organization }) => name[language] || organization.en,
  );

const arrange = (
  by: 'family_name' | 'organization' | 'group_members',
  language: Language,
  sideId: string | null = chinese.id,
) => client.attendance.arrange({ meetingId: meeting.id, sideId, by, language });

test('by family name in the alphabet of the language, Chinese by strokes, heads first', async () => {
  await attend(1, { en: 'Hu', ru: 'Ху', zh: '胡' });
  await attend(2, { en: 'Wang', ru: 'Ван', zh: '王' });
  await attend(3, { en: 'Ding', ru: 'Дин', zh: '丁' });
  await attend(4, { en: 'Yu', ru: 'Ёй', zh: '余' }, { roles: ['head_of_delegation'] });
  await attend(5, { en: 'Elkin', ru: 'Ёлкин', zh: '刘' });
  expect(await arrange('family_name', 'en')).toEqual({ changed: 5 });
  expect(await order('en')).toEqual(['Yu', 'Ding', 'Elkin', 'Hu', 'Wang']);
  await arrange('family_name', 'ru');
  expect(await order('ru')).toEqual(['Ёй', 'Ван', 'Дин', 'Ёлкин', 'Ху']);
  await arrange('family_name', 'zh');
  expect(await order('zh')).toEqual(['余', '丁', '王', '刘', '胡']);
  expect(await arrange('family_name', 'zh')).toEqual({ changed: 0 });
});

test('one side only, one step, and nobody else moves', async () => {
  await attend(1, { en: 'Beta' });
  await attend(2, { en: 'Zeta' }, { sideId: russian.id });
  await attend(3, { en: 'Alpha' });
  await attend(4, { en: 'Eta' }, { sideId: null });
  const before = dump(backend.context.connection);
  await arrange('family_name', 'en');
  expect(await order('en')).toEqual(['Alpha', 'Zeta', 'Beta', 'Eta']);
  expect((await client.history.undo()).name).toBe('attendance.arrange');
  expect(dump(backend.context.connection)).toEqual(before);
});

test('rows that share a key get keys of their own', async () => {
  for (const family of ['Gamma', 'Alpha', 'Beta']) await attend(1, { en: family });
  await arrange('family_name', 'en');
  expect(await order('en')).toEqual(['Alpha', 'Beta', 'Gamma']);
  const keys = (await client.meetings.get({ id: meeting.id })).attendance.map(({ orderKey }) => orderKey);
  expect(new Set(keys).size).toBe(3);
});

test('a key that somebody entered counts, and a name of another script where there is none', async () => {
  const person = await attend(1, { ru: 'Яковлев' });
  await attend(2, { ru: 'Борисов' });
  await attend(3, { en: 'Adams' });
  await arrange('family_name', 'ru');
  expect((await client.meetings.get({ id: meeting.id })).attendance.map(({ name }) => name.ru || name.en)).toEqual([
    'Борисов',
    'Яковлев',
    'Adams',
  ]);
  await client.people.update({
    id: person.id,
    names: { latin: empty, cyrillic: { ...empty, family: 'Яковлев', sortKey: 'А' }, han: empty },
  });
  await arrange('family_name', 'ru');
  expect((await order('ru'))[0]).toBe('Яковлев');
});

test('by organisation, then by name; who has none stands last', async () => {
  const institute = { ...emptyText(), en: 'Institute' };
  const written = (organization: string) => ({
    name: { ...emptyText(), en: 'x' },
    organization: { ...emptyText(), en: organization },
  });
  await attend(1, { en: 'Nobody' }, { name: { ...emptyText(), en: 'Nobody' } });
  await attend(2, { en: 'Zeta' }, { name: { ...emptyText(), en: 'Zeta' }, organization: institute });
  await attend(3, { en: 'Alpha' }, { name: { ...emptyText(), en: 'Alpha' }, organization: institute });
  await attend(4, { en: 'Other' }, { ...written('Academy'), name: { ...emptyText(), en: 'Other' } });
  const organization = makeOrganization({ name: { ...emptyText(), en: 'Centre' } });
  await client.organizations.create(organization);
  await client.attendance.add(
    makeAttendance(meeting.id, { organizationId: organization.id, headCount: 3, sideId: chinese.id, orderKey: 'a5' }),
  );
  await arrange('organization', 'en');
  expect(await order('en')).toEqual(['Other', 'Centre', 'Alpha', 'Zeta', 'Nobody']);
});

test('as the members of the group stand, others behind them', async () => {
  await attend(1, { en: 'Guest' });
  const second = await attend(2, { en: 'Second' });
  const first = await attend(3, { en: 'First' });
  expect(await arrange('group_members', 'en')).toEqual({ changed: 0 });
  const group = await seriesOf(client).addGroup([{ personId: first.id }, { personId: second.id }]);
  await client.meetings.update({ id: meeting.id, groupId: group.id });
  await arrange('group_members', 'en');
  expect(await order('en')).toEqual(['First', 'Second', 'Guest']);
});

test('agreed minutes keep their order; an unknown meeting is said to be unknown', async () => {
  const agreed = makeMeeting({ status: 'agreed' });
  await client.meetings.create(agreed);
  const call = { sideId: null, by: 'family_name', language: 'en' } as const;
  const [locked] = await safe(client.attendance.arrange({ ...call, meetingId: agreed.id }));
  expect(isDefinedError(locked) && locked.code).toBe('LOCKED');
  const [unknown] = await safe(client.attendance.arrange({ ...call, meetingId: newId() }));
  expect(isDefinedError(unknown) && unknown.code).toBe('NOT_FOUND');
});
