import { safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import type { Agreement } from '#shared/contract/agreements.ts';
import { emptyText } from '#shared/domain/language.ts';
import { makeAgreement, makeParty, saidOn } from '../support/agreements.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { makeMeeting, makeOrganization, makePerson } from '../support/records.ts';

const today = '2026-11-21';
const text = (en: string, ru = '', zh = '') => ({ en, ru, zh });
const titled = (name: string, changes: Partial<Agreement> = {}): Agreement =>
  makeAgreement({ title: text(name), ...changes });

type Page = Awaited<ReturnType<Client['agreements']['list']>>;
const titles = ({ rows }: Page): string[] => rows.map(({ row }) => row.title.en);
/** Each group with the titles under it. */
const grouped = ({ rows }: Page): [string, string[]][] =>
  [...Map.groupBy(rows, ({ groupId }) => groupId)].map(([id, found]) => [id, found.map(({ row }) => row.title.en)]);

/** Two institutes, a meeting and five documents: in force, expiring, expired, terminated, not signed yet. */
async function fill(client: Client) {
  const [academy, university] = [
    makeOrganization({ name: text('Academy', 'Академия', '科学院') }),
    makeOrganization({ name: text('University', 'Университет', '大学') }),
  ];
  await client.organizations.create(academy);
  await client.organizations.create(university);
  const meeting = makeMeeting({ title: text('Spring session'), date: '2024-04-02' });
  await client.meetings.create(meeting);
  const both = [makeParty(academy.id), makeParty(university.id)];
  const documents = {
    inForce: titled('In force', { signedOn: '2022-02-01', parties: [makeParty(academy.id)], kind: 'agreement' }),
    expiring: titled('Expiring', { signedOn: '2024-01-10', parties: both }),
    expired: titled('Expired', { signedOn: null, meetingId: meeting.id, parties: [makeParty(university.id)] }),
    terminated: titled('Terminated', { signedOn: '2020-06-30', parties: [makeParty(null, text('A ministry'))] }),
    coming: titled('Coming', { signedOn: '2026-12-24', kind: 'programme' }),
  };
  for (const document of Object.values(documents)) await client.agreements.add(document);
  const { expiring, expired, terminated } = documents;
  await client.agreements.saveTerms({ id: expiring.id, validTo: '2026-12-20', noticeDays: 60, number: 'No 5' });
  await client.agreements.saveTerms({ id: expired.id, validTo: '2026-11-20', place: text('Harbin', 'Харбин') });
  await client.agreements.saveTerms({ id: terminated.id, validTo: '2026-01-01' });
  await client.agreements.setState({
    agreementId: terminated.id,
    state: 'terminated',
    replacedById: null,
    ...saidOn('2025-05-05', 'By letter'),
  });
  return { academy, university, meeting, documents };
}

test('the register lists, filters and groups by how documents stand', async () => {
  const { client } = openTestBackend().backend;
  const { academy, university, meeting } = await fill(client);
  const list = (input: object = {}): Promise<Page> => client.agreements.list({ today, ...input });
  const all = await list();
  expect(grouped(all)).toEqual([
    ['2026', ['Coming']],
    ['2024', ['Expired', 'Expiring']],
    ['2022', ['In force']],
    ['2020', ['Terminated']],
  ]);
  expect(all).toMatchObject({ all: 5, shown: 5, heads: { '2024': { by: 'year', year: '2024' } } });
  expect(all.rows[1]?.row).toMatchObject({
    signedOn: null,
    standing: 'expired',
    place: text('Harbin', 'Харбин'),
    parties: [{ organizationId: university.id, name: university.name }],
    meeting: { id: meeting.id, date: '2024-04-02' },
  });
  expect(all.rows[2]?.row).toMatchObject({
    number: 'No 5',
    standing: 'expiring',
    validTo: '2026-12-20',
    noticeOn: '2026-10-21',
    meeting: null,
  });
  expect(grouped(await list({ grouping: 'standing' })).map(([id]) => id)).toEqual([
    'expiring',
    'expired',
    'in_force',
    'not_yet',
    'terminated',
  ]);
  expect(grouped(await list({ grouping: 'kind' })).map(([id]) => id)).toEqual(['memorandum', 'agreement', 'programme']);
  const partners = await list({ grouping: 'partner', isDescending: false });
  expect(partners.shown).toBe(6);
  expect(grouped(partners).map(([id, found]) => [partners.heads[id], found])).toMatchObject([
    [{ organizationId: null, name: text('A ministry') }, ['Terminated']],
    [{ organizationId: academy.id, name: academy.name }, ['In force', 'Expiring']],
    [{ organizationId: university.id, name: university.name }, ['Expiring', 'Expired']],
    [{ organizationId: null, name: emptyText() }, ['Coming']],
  ]);
  const meetings = await list({ grouping: 'meeting' });
  expect(grouped(meetings)).toEqual([
    [meeting.id, ['Expired']],
    ['', ['Coming', 'Expiring', 'In force', 'Terminated']],
  ]);
  expect(meetings.heads['']).toEqual({ by: 'meeting', meeting: null });

  expect(titles(await list({ standings: ['in_force', 'not_yet'] }))).toEqual(['Coming', 'In force']);
  expect(titles(await list({ kinds: ['agreement'] }))).toEqual(['In force']);
  expect(titles(await list({ organizationId: academy.id }))).toEqual(['Expiring', 'In force']);
  expect(titles(await list({ expiringDays: 28 }))).toEqual(['Expired']);
  expect(titles(await list({ expiringDays: 29 }))).toEqual(['Expired', 'Expiring']);
  expect(titles(await list({ isDescending: false }))).toEqual([
    'Terminated',
    'In force',
    'Expiring',
    'Expired',
    'Coming',
  ]);
  for (const [wanted, found] of [
    ['харбин', ['Expired']],
    ['академия', ['Expiring', 'In force']],
    ['大学 no 5', ['Expiring']],
    ['spring SESSION', ['Expired']],
    ['ministry nothing', []],
  ] as const) {
    expect(titles(await list({ text: wanted })), wanted).toEqual(found);
  }
  const part = await list({ offset: 1, limit: 2 });
  expect([titles(part), part.groups.map(({ count }) => count)]).toEqual([
    ['Expired', 'Expiring'],
    [1, 2, 1, 1],
  ]);
});

test('the register follows every change, of areas, groups, meetings and parties as well, and undo', async () => {
  const { client } = openTestBackend().backend;
  const { academy, meeting, documents } = await fill(client);
  const list = (input: object = {}): Promise<Page> => client.agreements.list({ today, ...input });
  const [area, groupId] = [{ id: newId(), name: text('Agriculture') }, newId()];
  expect(titles(await list({ areaId: area.id }))).toEqual([]);
  await client.areas.save(area);
  await client.areas.set({ kind: 'agreement', id: documents.coming.id, areaIds: [area.id] });
  const byArea = await list({ areaId: area.id });
  expect([titles(byArea), byArea.rows[0]?.row.areas]).toEqual([['Coming'], [area]]);
  await client.groups.create({
    id: groupId,
    name: text('Group'),
    mandate: emptyText(),
    aims: emptyText(),
    tasks: emptyText(),
    areas: emptyText(),
    foundingDocument: '',
    sides: [],
    members: [],
  });
  await client.links.add({ kind: 'group-agreement', fromId: groupId, toId: documents.inForce.id });
  expect(titles(await list({ groupId }))).toEqual(['In force']);
  await client.meetings.update({ id: meeting.id, groupId, date: '2021-01-01' });
  expect(titles(await list({ groupId }))).toEqual(['In force', 'Expired']);
  expect((await client.agreements.get({ id: documents.inForce.id, today })).founded).toEqual([
    { groupId, name: text('Group') },
  ]);
  await client.organizations.update({ id: academy.id, name: text('Institute of Rice') });
  expect(titles(await list({ text: 'rice' }))).toEqual(['Expiring', 'In force']);
  await client.agreements.remove({ id: documents.inForce.id });
  expect(await list({ text: 'rice' })).toMatchObject({ all: 4, shown: 1 });
  await client.history.undo();
  expect(titles(await list({ text: 'rice' }))).toEqual(['Expiring', 'In force']);
});

test('terms are saved bit by bit, without what contradicts them, and undo takes each step back', async () => {
  const { client, context } = openTestBackend().backend;
  const [ours, theirs] = [makeParty(null, text('We')), makeParty(null, text('They'))];
  const agreement = titled('A', { parties: [ours, theirs] });
  await client.agreements.add(agreement);
  const before = dump(context.connection);
  const copy = {
    id: newId(),
    keeperPartyId: theirs.id,
    languages: ['ru', 'zh', 'ru'] as const,
    signingOrder: [theirs.id, ours.id],
  };
  await client.agreements.saveTerms({
    id: agreement.id,
    languages: [
      { language: 'zh', standing: 'authentic' },
      { language: 'ru', standing: 'authentic' },
      { language: 'en', standing: 'working' },
    ],
    authenticity: 'prevails',
    authenticLanguage: 'en',
    copies: [{ ...copy, languages: [...copy.languages] }],
    renewal: 'automatic',
    renewalMonths: 12,
  });
  const read = async () => (await client.agreements.get({ id: agreement.id, today })).terms;
  expect(await read()).toMatchObject({
    languages: [
      { language: 'en', standing: 'working' },
      { language: 'ru', standing: 'authentic' },
      { language: 'zh', standing: 'authentic' },
    ],
    authenticity: 'prevails',
    authenticLanguage: 'en',
    copies: [{ ...copy, languages: ['ru', 'zh'] }],
    renewalMonths: 12,
  });
  await client.agreements.saveTerms({ id: agreement.id, authenticity: 'equal', renewal: 'none', languages: [] });
  expect(await read()).toMatchObject({ languages: [], authenticLanguage: null, renewalMonths: null, copies: [{}] });
  // A party that leaves the agreement keeps no copy and signs none.
  await client.agreements.update({ id: agreement.id, parties: [ours] });
  expect((await read()).copies).toEqual([
    { ...copy, keeperPartyId: null, languages: ['ru', 'zh'], signingOrder: [ours.id] },
  ]);
  const { error } = await safe(client.agreements.saveTerms({ id: agreement.id, copies: [{ ...copy, languages: [] }] }));
  expect(error).toMatchObject({ code: 'NOT_FOUND', data: { kind: 'agreement_party' } });
  for (let step = 0; step < 3; step++) await client.history.undo();
  expect(dump(context.connection)).toEqual(before);
  // What says nothing leaves no trace.
  await client.agreements.saveTerms({ id: agreement.id, note: '', validTo: null });
  expect(dump(context.connection)).toEqual(before);
});

test('a renewal carries it on, is reported, and is refused when it would end no later', async () => {
  const { client, context } = openTestBackend().backend;
  const [agreement, person, meeting] = [titled('A'), makePerson(), makeMeeting({ date: '2026-05-20' })];
  await client.agreements.add(agreement);
  await client.people.create(person);
  await client.meetings.create(meeting);
  await client.agreements.saveTerms({ id: agreement.id, validTo: '2026-06-30', noticeDays: 90 });
  const before = dump(context.connection);
  const renew = (validTo: string | null, on: string, more: object = {}) =>
    client.agreements.renew({
      id: newId(),
      agreementId: agreement.id,
      validTo,
      ...saidOn(on, 'Exchange of notes'),
      ...more,
    });
  const early = await safe(renew('2026-06-30', '2026-05-20'));
  expect(early.error).toMatchObject({ code: 'RENEWAL_TOO_EARLY', data: { validTo: '2026-06-30' } });
  expect(dump(context.connection)).toEqual(before);
  const { id } = await renew('2028-06-30', '2026-05-20', { reporterId: person.id, meetingId: meeting.id });
  expect((await client.agreements.get({ id: agreement.id, today: '2026-05-19' })).standing).toBe('expiring');
  const renewed = await client.agreements.get({ id: agreement.id, today });
  expect(renewed).toMatchObject({
    standing: 'in_force',
    validTo: '2028-06-30',
    noticeOn: '2028-04-01',
    terms: { validTo: '2026-06-30' },
    renewals: [{ id, renewedOn: '2026-05-20', validTo: '2028-06-30', note: 'Exchange of notes' }],
  });
  expect(renewed.history).toMatchObject([
    {
      on: '2026-05-20',
      source: 'reported',
      state: null,
      changed: ['renewed'],
      reporterId: person.id,
      reporter: 'Hu Yidong',
      meeting: { id: meeting.id },
      note: 'Exchange of notes',
    },
  ]);
  await renew(null, '2028-06-01');
  expect(await client.agreements.get({ id: agreement.id, today: '2040-01-01' })).toMatchObject({
    standing: 'in_force',
    validTo: null,
  });
  await client.history.undo();
  await client.history.undo();
  expect(dump(context.connection)).toEqual(before);
  for (const [kind, more] of [
    ['person', { reporterId: newId() }],
    ['meeting', { meetingId: newId() }],
    ['agreement', { agreementId: newId() }],
  ] as const) {
    expect((await safe(renew('2030-01-01', today, more))).error).toMatchObject({ code: 'NOT_FOUND', data: { kind } });
  }
});

test('what renews itself is carried on by the day that is asked for', async () => {
  const { client } = openTestBackend().backend;
  const agreement = titled('A', { signedOn: '2020-02-29' });
  await client.agreements.add(agreement);
  const terms = { validTo: '2024-02-29', renewal: 'automatic', renewalMonths: 12, noticeDays: 30 } as const;
  await client.agreements.saveTerms({ id: agreement.id, ...terms });
  const on = (day: string) => client.agreements.get({ id: agreement.id, today: day });
  expect(await on('2026-11-21')).toMatchObject({ standing: 'in_force', validTo: '2027-02-28', noticeOn: '2027-01-29' });
  expect(await on('2027-03-01')).toMatchObject({ standing: 'in_force', validTo: '2028-02-29' });
  const early = await safe(
    client.agreements.renew({ id: newId(), agreementId: agreement.id, validTo: '2026-12-31', ...saidOn(today) }),
  );
  expect(early.error).toMatchObject({ code: 'RENEWAL_TOO_EARLY', data: { validTo: '2027-02-28' } });
});

test('one is replaced by another, never in a ring; it may come back into force', async () => {
  const { client, context } = openTestBackend().backend;
  const [first, second, third] = [titled('First'), titled('Second'), titled('Third')];
  for (const agreement of [first, second, third]) await client.agreements.add(agreement);
  const replace = (old: Agreement, by: Agreement | null, on = '2026-01-15') =>
    client.agreements.setState({
      agreementId: old.id,
      state: 'replaced',
      replacedById: by?.id ?? null,
      ...saidOn(on),
    });
  await replace(first, second);
  await replace(second, third);
  const before = dump(context.connection);
  const chainOf = async (call: Promise<unknown>): Promise<unknown> => {
    const { error } = await safe(call);
    return (error as { data?: { chain: { en: string }[] } } | null)?.data?.chain.map(({ en }) => en);
  };
  expect(await chainOf(replace(third, first))).toEqual(['Third', 'First', 'Second', 'Third']);
  expect(await chainOf(replace(third, third))).toEqual(['Third', 'Third']);
  expect(dump(context.connection)).toEqual(before);
  expect(await client.agreements.get({ id: second.id, today })).toMatchObject({
    standing: 'replaced',
    stateOn: '2026-01-15',
    replacedBy: { kind: 'agreement', id: third.id },
    replaces: [{ id: first.id }],
    history: [{ state: 'replaced', on: '2026-01-15', changed: [] }],
  });
  await replace(second, null, '2026-02-01');
  await client.agreements.setState({
    agreementId: second.id,
    state: 'standing',
    replacedById: third.id,
    ...saidOn('2026-03-01', 'By mistake'),
  });
  const back = await client.agreements.get({ id: second.id, today });
  expect(back).toMatchObject({ standing: 'in_force', state: 'standing', stateOn: null, replacedBy: null });
  expect(back.history.map(({ state, changed }) => [state, changed])).toEqual([
    ['standing', []],
    [null, ['replacement']],
    ['replaced', []],
  ]);
  // What took its place is removed: it stays replaced, by nothing that is known here.
  await client.agreements.remove({ id: second.id });
  expect(await client.agreements.get({ id: first.id, today })).toMatchObject({ state: 'replaced', replacedBy: null });
  expect((await client.app.check()).integrity).toBe('ok');
});
