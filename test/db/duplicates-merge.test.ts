import { safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { limits } from '#shared/contract/fields.ts';
import type { Person } from '#shared/contract/people.ts';
import { emptyText } from '#shared/domain/language.ts';
import { references } from '../../electron/features/duplicates/references.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import {
  makeAgendaItem,
  makeAttendance,
  makeEntry,
  makeMeeting,
  makeOrganization,
  makePerson,
} from '../support/records.ts';

const emptyName = { family: '', given: '', patronymic: '', display: '', source: 'entered' as const, sortKey: '' };
const english = (en: string) => ({ ...emptyText(), en });

test.each(['person', 'organization', 'attendance'] as const)('no column that points to a %s is forgotten', (kind) => {
  const { connection } = openTestBackend().backend.context;
  const stored = connection
    .sql<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .flatMap(({ name }) =>
      connection
        .sql<{ table: string; from: string }>(`SELECT "table", "from" FROM pragma_foreign_key_list('${name}')`)
        .filter(({ table }) => table === kind)
        .map(({ from }) => `${name}.${from}`),
    );
  expect(references[kind].map(({ table, column }) => `${table}.${column}`).sort()).toEqual(stored.sort());
});

/** Two records of one person and two of one organisation, referred to from everywhere. */
async function fillWorld(client: Client) {
  const kept = makePerson({
    email: 'anton@example.org',
    phone: '+7 812 000-00-01',
    note: 'First note.',
    country: '',
    names: {
      latin: { ...emptyName, family: 'Kuznetsov', given: 'Anton' },
      cyrillic: { ...emptyName, family: 'Кузнецов', given: 'Антон' },
      han: emptyName,
    },
    aliases: [{ id: newId(), text: 'Kuznetzov' }],
  });
  const merged = makePerson({
    email: 'ANTON@example.org; a.kuznetsov@example.com',
    phone: '+7 812 000-00-02',
    note: 'Second note.',
    country: 'RU',
    gender: 'm',
    names: {
      latin: { ...emptyName, family: 'KUZNETSOV', given: 'Anton', display: 'Dr A. Kuznetsov' },
      cyrillic: { ...emptyName, family: 'Кузнецов', given: 'Антон', patronymic: 'Борисович' },
      han: { ...emptyName, family: '库兹涅佐夫', given: '安东', source: 'passport' },
    },
    aliases: [
      { id: newId(), text: 'Kuznetzov' },
      { id: newId(), text: 'Кузнецов А. Б.' },
    ],
  });
  const stranger = makePerson();
  const keptBody = makeOrganization({
    name: english('Institute of Records'),
    abbreviation: english('IR'),
    kind: 'other',
  });
  const mergedBody = makeOrganization({
    name: { en: 'Records Institute', ru: 'Институт записей', zh: '' },
    abbreviation: english('IR'),
    country: 'RU',
    relations: [{ id: newId(), organizationId: keptBody.id, kind: 'partner' }],
  });
  const branch = makeOrganization({
    name: english('Branch'),
    relations: [
      { id: newId(), organizationId: keptBody.id, kind: 'part_of' },
      { id: newId(), organizationId: mergedBody.id, kind: 'part_of' },
      { id: newId(), organizationId: mergedBody.id, kind: 'partner' },
    ],
  });
  for (const body of [keptBody, mergedBody, branch]) await client.organizations.create(body);
  const office = { organizationId: keptBody.id, position: english('Head'), from: null, to: null };
  kept.affiliations = [{ id: newId(), ...office }];
  merged.affiliations = [
    { id: newId(), ...office },
    { id: newId(), ...office, to: '2020-01-01' },
    { id: newId(), ...office, organizationId: mergedBody.id },
  ];
  for (const person of [kept, merged, stranger]) await client.people.create(person);
  await client.duplicates.setDistinct({ kind: 'person', aId: stranger.id, bId: merged.id });
  await client.duplicates.setDistinct({ kind: 'person', aId: merged.id, bId: kept.id });
  const member = { sideId: null, organizationId: null, role: 'member' as const, from: null, to: null };
  const side = { id: newId(), country: 'RU', name: emptyText(), zone: 'UTC' };
  const group = {
    id: newId(),
    name: english('Group'),
    aims: emptyText(),
    tasks: emptyText(),
    areas: emptyText(),
    foundingDocument: '',
    sides: [{ ...side, leadOrganizationId: mergedBody.id, coordinatingOrganizationId: mergedBody.id }],
    members: [
      { ...member, id: newId(), personId: kept.id },
      { ...member, id: newId(), personId: merged.id },
      { ...member, id: newId(), personId: merged.id, role: 'expert' as const },
      { ...member, id: newId(), personId: null, organizationId: mergedBody.id },
    ],
  };
  await client.groups.create(group);
  const meeting = makeMeeting({
    organizers: [
      { id: newId(), organizationId: keptBody.id },
      { id: newId(), organizationId: mergedBody.id },
    ],
    sides: [{ ...side, id: newId(), leadOrganizationId: mergedBody.id }],
  });
  await client.meetings.create(meeting);
  const snapshot = { name: english('Kuznetsov'), organization: english('IR'), organizationId: mergedBody.id };
  const seats = [
    makeAttendance(meeting.id, { personId: kept.id, ...snapshot, orderKey: 'a0' }),
    makeAttendance(meeting.id, { personId: merged.id, ...snapshot, orderKey: 'a1' }),
    makeAttendance(meeting.id, { personId: merged.id, ...snapshot, name: english('KUZNETSOV'), orderKey: 'a2' }),
  ] as const;
  for (const seat of seats) await client.attendance.add(seat);
  const item = { ...makeAgendaItem(meeting.id), presenterAttendanceId: seats[1].id };
  await client.agenda.add(item);
  const speeches = seats.map((seat, index) =>
    makeEntry(meeting.id, item.id, { speakerAttendanceId: seat.id, orderKey: `a${String(index)}` }),
  );
  await client.entries.add({ entries: speeches });
  const owner = (kind: 'person' | 'organization', ownerId: string) => ({ id: newId(), kind, ownerId });
  const action = makeEntry(meeting.id, item.id, {
    kind: 'action',
    orderKey: 'a9',
    action: {
      owners: [
        owner('person', kept.id),
        owner('person', merged.id),
        owner('person', stranger.id),
        owner('organization', mergedBody.id),
      ],
      due: null,
      dueAtNextMeeting: false,
      status: 'open',
    },
  });
  await client.entries.add({ entries: [action] });
  const party = { description: emptyText() };
  const agreement = {
    id: newId(),
    meetingId: meeting.id,
    kind: 'agreement' as const,
    title: english('Agreement'),
    signedOn: null,
    several: false,
    parties: [
      { id: newId(), organizationId: keptBody.id, ...party },
      { id: newId(), organizationId: mergedBody.id, ...party },
      { id: newId(), organizationId: mergedBody.id, description: english('through its branch') },
    ],
    signatories: seats.map((seat) => ({ id: newId(), attendanceId: seat.id })),
    orderKey: 'a0',
  };
  await client.agreements.add(agreement);
  return {
    kept,
    merged,
    stranger,
    keptBody,
    mergedBody,
    branch,
    group,
    meeting,
    seats,
    item,
    speeches,
    action,
    agreement,
  };
}

test('merged people: every spelling, value, office and reference is with the one that stays', async () => {
  const { client } = openTestBackend().backend;
  const world = await fillWorld(client);
  const { kept, merged, stranger, seats, speeches } = world;
  await client.duplicates.merge({ kind: 'person', keepId: kept.id, mergeId: merged.id });
  const person = await client.people.get({ id: kept.id });
  expect(person.names).toEqual({
    latin: kept.names.latin,
    cyrillic: { ...kept.names.cyrillic, patronymic: 'Борисович' },
    han: merged.names.han,
  });
  expect(person.aliases.map(({ text }) => text)).toEqual([
    'Kuznetzov',
    'Кузнецов А. Б.',
    'Кузнецов Антон',
    'KUZNETSOV Anton',
    'Dr A. Kuznetsov',
  ]);
  expect(person).toMatchObject({
    email: 'anton@example.org; a.kuznetsov@example.com',
    phone: '+7 812 000-00-01; +7 812 000-00-02',
    note: 'First note.\n\nSecond note.',
    country: 'RU',
    gender: 'm',
  });
  expect(person.affiliations.map(({ id }) => id)).toEqual([
    kept.affiliations[0]?.id,
    merged.affiliations[1]?.id,
    merged.affiliations[2]?.id,
  ]);
  const detail = await client.meetings.get({ id: world.meeting.id });
  // The equal seat is one now, with its speeches, agenda item and signature; the one that the minutes print otherwise stays.
  expect(detail.attendance).toEqual([seats[0], { ...seats[2], personId: kept.id }]);
  expect(detail.agenda[0]?.presenterAttendanceId).toBe(seats[0].id);
  const speakers = new Map(detail.entries.map((entry) => [entry.id, entry.speakerAttendanceId]));
  expect(speeches.map(({ id }) => speakers.get(id))).toEqual([seats[0].id, seats[0].id, seats[2].id]);
  expect(detail.agreements[0]?.signatories?.map(({ attendanceId }) => attendanceId)).toEqual([
    seats[0].id,
    seats[2].id,
  ]);
  const owners = detail.entries.find(({ id }) => id === world.action.id)?.action?.owners.map(({ ownerId }) => ownerId);
  expect(owners).toEqual([kept.id, stranger.id, world.mergedBody.id]);
  const members = (await client.groups.get({ id: world.group.id })).members;
  expect(members.map(({ personId, role }) => [personId, role])).toEqual([
    [kept.id, 'member'],
    [kept.id, 'expert'],
    [null, 'member'],
  ]);
  const distinct = await client.duplicates.listDistinct();
  expect(distinct.map(({ a, b }) => [a.id, b.id].sort())).toEqual([[kept.id, stranger.id].sort()]);
  expect((await safe(client.people.get({ id: merged.id }))).error).toMatchObject({ code: 'NOT_FOUND' });
});

test('merged organisations: names, relations and references; nothing points to itself or comes twice', async () => {
  const { client } = openTestBackend().backend;
  const world = await fillWorld(client);
  const { keptBody, mergedBody, branch } = world;
  await client.duplicates.merge({ kind: 'organization', keepId: keptBody.id, mergeId: mergedBody.id });
  expect(await client.organizations.get({ id: keptBody.id })).toMatchObject({
    name: { en: 'Institute of Records', ru: 'Институт записей', zh: '' },
    abbreviation: english('IR'),
    aliases: [{ text: 'Records Institute' }],
    kind: 'institute',
    country: 'RU',
    relations: [],
  });
  const relations = (await client.organizations.get({ id: branch.id })).relations;
  expect(relations.map(({ organizationId, kind }) => [organizationId, kind])).toEqual([
    [keptBody.id, 'part_of'],
    [keptBody.id, 'partner'],
  ]);
  const detail = await client.meetings.get({ id: world.meeting.id });
  expect(detail.meeting.organizers.map(({ organizationId }) => organizationId)).toEqual([keptBody.id]);
  expect(detail.meeting.sides[0]?.leadOrganizationId).toBe(keptBody.id);
  expect(detail.attendance.map(({ organizationId }) => organizationId)).toEqual([
    keptBody.id,
    keptBody.id,
    keptBody.id,
  ]);
  expect(detail.agreements[0]?.parties.map(({ organizationId }) => organizationId)).toEqual([keptBody.id, keptBody.id]);
  const group = await client.groups.get({ id: world.group.id });
  expect(group.sides[0]).toMatchObject({ leadOrganizationId: keptBody.id, coordinatingOrganizationId: keptBody.id });
  expect(group.members.at(-1)?.organizationId).toBe(keptBody.id);
  const affiliations = (await client.people.get({ id: world.merged.id })).affiliations;
  expect(affiliations.map(({ organizationId, to }) => [organizationId, to])).toEqual([
    [keptBody.id, null],
    [keptBody.id, '2020-01-01'],
  ]);
});

test.each(['person', 'organization'] as const)('a merge of two %ss is undone and redone row for row', async (kind) => {
  const first = openTestBackend();
  const folder = first.backend.context.dataFolder;
  const world = await fillWorld(first.backend.client);
  const [keepId, mergeId] =
    kind === 'person' ? [world.kept.id, world.merged.id] : [world.keptBody.id, world.mergedBody.id];
  const before = dump(first.backend.context.connection);
  const { seq } = await first.backend.client.duplicates.merge({ kind, keepId, mergeId });
  const after = dump(first.backend.context.connection);
  expect(after).not.toEqual(before);
  await first.backend.client.duplicates.undoMerge({ seq });
  expect(dump(first.backend.context.connection)).toEqual(before);
  await first.backend.client.history.redo();
  expect(dump(first.backend.context.connection)).toEqual(after);
  await first.backend.close();

  const second = openTestBackend(folder).backend;
  expect(await second.client.duplicates.listMerges()).toMatchObject([{ seq, kind, state: 'done' }]);
  expect(await second.client.duplicates.undoMerge({ seq })).toEqual({ seq });
  expect(dump(second.context.connection)).toEqual(before);
  expect((await second.client.app.check()).integrity).toBe('ok');
  expect(second.context.connection.sql('PRAGMA foreign_key_check')).toEqual([]);
  expect(await second.client.duplicates.listMerges()).toMatchObject([{ seq, state: 'undone' }]);
  expect((await safe(second.client.duplicates.undoMerge({ seq }))).error).toMatchObject({ code: 'NOT_FOUND' });
});

test('merges are undone in any order; a row that changed since is named and nothing happens', async () => {
  const { client, context } = openTestBackend().backend;
  const people = Array.from({ length: 4 }, () => makePerson());
  for (const person of people) await client.people.create(person);
  const [a, b, c, d] = people as [Person, Person, Person, Person];
  const first = await client.duplicates.merge({ kind: 'person', keepId: a.id, mergeId: b.id });
  const second = await client.duplicates.merge({ kind: 'person', keepId: c.id, mergeId: d.id });
  await client.people.create(makePerson());
  await client.duplicates.undoMerge({ seq: first.seq });
  expect(await client.people.get({ id: b.id })).toEqual(b);
  const merges = await client.duplicates.listMerges();
  expect(merges.map(({ seq, state }) => [seq, state])).toEqual([
    [second.seq, 'done'],
    [first.seq, 'undone'],
  ]);
  const third = await client.duplicates.merge({
    kind: 'person',
    keepId: c.id,
    mergeId: a.id,
  });
  await client.people.update({ id: c.id, aliases: [{ id: newId(), text: 'Later' }] });
  expect((await client.duplicates.undoMerge({ seq: third.seq })).seq).toBe(third.seq);
  const fourth = await client.duplicates.merge({
    kind: 'person',
    keepId: c.id,
    mergeId: (await createWithEmail(client, 'x@example.org')).id,
  });
  await client.people.update({ id: c.id, email: 'other@example.org' });
  const before = dump(context.connection);
  const { error } = await safe(client.duplicates.undoMerge({ seq: fourth.seq }));
  expect(error).toMatchObject({ code: 'CHANGED_SINCE', data: { changedBy: 'person.update' } });
  expect(dump(context.connection)).toEqual(before);
});

async function createWithEmail(client: Client, email: string): Promise<Person> {
  const person = makePerson({ email });
  await client.people.create(person);
  return person;
}

test('a double that was dropped cannot come back into a group that is gone', async () => {
  const { client, context } = openTestBackend().backend;
  const { kept, merged, group } = await fillWorld(client);
  const { seq } = await client.duplicates.merge({ kind: 'person', keepId: kept.id, mergeId: merged.id });
  await client.groups.remove({ id: group.id });
  const before = dump(context.connection);
  expect((await safe(client.duplicates.undoMerge({ seq }))).error).toMatchObject({ code: 'CHANGED_SINCE' });
  expect(dump(context.connection)).toEqual(before);
});

test('a record is not merged with itself or with nothing, and two notes are never cut', async () => {
  const { client, context } = openTestBackend().backend;
  const [a, b] = [makePerson({ note: 'a'.repeat(limits.text) }), makePerson({ note: 'b' })];
  for (const person of [a, b]) await client.people.create(person);
  const before = dump(context.connection);
  for (const [keepId, mergeId, code] of [
    [a.id, a.id, 'NOT_FOUND'],
    [a.id, newId(), 'NOT_FOUND'],
    [newId(), a.id, 'NOT_FOUND'],
    [a.id, b.id, 'BAD_REQUEST'],
  ] as const) {
    expect((await safe(client.duplicates.merge({ kind: 'person', keepId, mergeId }))).error).toMatchObject({ code });
  }
  expect(dump(context.connection)).toEqual(before);
});

test('«not the same» is remembered once, taken back, undone, and goes with the person', async () => {
  const { client, context } = openTestBackend().backend;
  const [a, b] = [makePerson(), makePerson()];
  for (const person of [a, b]) await client.people.create(person);
  const pair = { kind: 'person' as const, aId: b.id, bId: a.id };
  expect(await client.duplicates.setDistinct(pair)).toEqual({ done: true });
  expect(await client.duplicates.setDistinct({ ...pair, aId: a.id, bId: b.id })).toEqual({ done: false });
  expect(await client.duplicates.listDistinct()).toMatchObject([{ a: { id: a.id, label: { en: 'Hu Yidong' } } }]);
  await client.history.undo();
  expect(await client.duplicates.listDistinct()).toEqual([]);
  await client.history.redo();
  const before = dump(context.connection);
  await client.people.remove({ id: a.id });
  expect(await client.duplicates.listDistinct()).toEqual([]);
  await client.history.undo();
  expect(dump(context.connection)).toEqual(before);
  expect(await client.duplicates.forgetDistinct(pair)).toEqual({ done: true });
  expect(await client.duplicates.forgetDistinct(pair)).toEqual({ done: false });
  expect((await safe(client.duplicates.setDistinct({ ...pair, bId: b.id }))).error).toMatchObject({
    code: 'NOT_FOUND',
  });
});
