import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { emptyText } from '#shared/domain/language.ts';
import { openTestBackend } from '../support/backend.ts';
import { refusalOf } from '../support/circulated.ts';
import { addMinutes, said, today } from '../support/follow-up.ts';
import { makeAttendance, makeOrganization } from '../support/records.ts';

const nobody = {
  proposer: null,
  partners: [],
  areas: [],
  decision: null,
  project: '',
  stage: 'proposed',
  stageOn: null,
};

/** A meeting with two proposals and the decision that adopts one of them; a later one with a proposal of a guest. */
async function openProposals() {
  const { backend } = openTestBackend();
  const { client } = backend;
  const early = await addMinutes(client, [
    ['proposal', 'Обмениваться аспирантами.'],
    ['decision', 'Обмениваться аспирантами ежегодно.'],
    ['proposal', 'Издавать журнал.'],
  ]);
  const late = await addMinutes(client, [['proposal', 'Открыть лабораторию.']], { date: '2027-02-10' });
  const guest = makeAttendance(late.meeting.id, {
    name: { en: 'Wei Lan', ru: 'Вэй Лань', zh: '魏兰' },
    position: { ...emptyText(), ru: 'директор' },
    organization: { ...emptyText(), ru: 'Институт полимеров' },
  });
  await client.attendance.add(guest);
  const institute = makeOrganization();
  const academy = makeOrganization({ name: { en: 'Academy', ru: 'Академия', zh: '科学院' } });
  for (const organization of [institute, academy]) await client.organizations.create(organization);
  const [exchange = '', decision = '', journal = ''] = early.ids;
  const [laboratory = ''] = late.ids;
  await client.entries.update({ changes: [{ id: laboratory, speakerAttendanceId: guest.id }] });
  const list = async (input: Partial<Parameters<typeof client.proposals.list>[0]> = {}) =>
    await client.proposals.list({ today, ...input });
  const shown = async (input: Parameters<typeof list>[0] = {}): Promise<string[]> =>
    (await list(input)).rows.map(({ row }) => row.text.ru);
  const { connection } = backend.context;
  return {
    client,
    connection,
    early,
    late,
    guest,
    institute,
    academy,
    exchange,
    decision,
    journal,
    laboratory,
    list,
    shown,
  };
}

test('a proposal tells who made it, as of the meeting, and that nothing more is known yet', async () => {
  const { client, list, laboratory, exchange, guest } = await openProposals();
  expect(await client.proposals.get({ entryId: laboratory })).toMatchObject({
    ...nobody,
    number: '1.1',
    proposer: { personId: null, name: guest.name, position: guest.position, organization: guest.organization },
    funding: emptyText(),
    agendaItem: { number: '1' },
    history: [],
    linked: [],
  });
  expect((await list()).rows.map(({ row }) => [row.number, row.text.ru])).toEqual([
    ['1.1', 'Открыть лабораторию.'],
    ['1.1', 'Обмениваться аспирантами.'],
    ['1.2', 'Издавать журнал.'],
  ]);
  expect(await client.proposals.get({ entryId: exchange })).toMatchObject(nobody);
});

test('what the minutes do not say is written beside them, also when they are agreed; undo takes each step back', async () => {
  const { client, connection, exchange, institute, academy, early } = await openProposals();
  connection.sql("UPDATE meeting SET status = 'agreed' WHERE id = ?", early.meeting.id);
  const funding = { en: 'Half each', ru: 'Поровну', zh: '各半' };
  await client.proposals.update({ entryId: exchange, funding });
  await client.proposals.update({ entryId: exchange, partnerIds: [academy.id, institute.id, academy.id] });
  await client.proposals.update({ entryId: exchange, partnerIds: [institute.id, academy.id], project: '№ 7' });
  expect(await client.proposals.get({ entryId: exchange })).toMatchObject({
    funding,
    project: '№ 7',
    stage: 'proposed',
    partners: [
      { organizationId: institute.id, name: institute.name },
      { organizationId: academy.id, name: academy.name },
    ],
  });
  await client.history.undo();
  expect(await client.proposals.get({ entryId: exchange })).toMatchObject({
    funding,
    project: '',
    partners: [{ organizationId: academy.id }, { organizationId: institute.id }],
  });
  await client.history.undo();
  await client.history.undo();
  expect(connection.sql('SELECT * FROM proposal')).toEqual([]);
  expect(connection.sql('SELECT * FROM proposal_partner')).toEqual([]);
  expect(await refusalOf(client.proposals.update({ entryId: exchange, partnerIds: [newId()] }))).toEqual({
    error: 'NOT_FOUND',
    kind: 'organization',
  });
});

test('a proposal is looked at, adopted as a decision, and becomes a project', async () => {
  const { client, exchange, decision } = await openProposals();
  const move = (stage: 'under_review' | 'adopted' | 'project', on: string, decisionId: string | null = null) =>
    client.proposals.setStage({ entryIds: [exchange], stage, decisionId, ...said({ on, reporter: 'Секретарь' }) });
  await move('under_review', '2027-01-10');
  await move('adopted', '2027-01-20', decision);
  expect(await client.proposals.get({ entryId: exchange })).toMatchObject({
    stage: 'adopted',
    stageOn: '2027-01-20',
    decision: { kind: 'decision', id: decision, number: '1.1', state: 'in_force' },
  });
  expect((await client.decisions.get({ entryId: decision })).adopted).toMatchObject([
    { kind: 'proposal', id: exchange, number: '1.1', state: 'adopted' },
  ]);
  await move('project', '2027-02-20');
  const { stage, decision: adoptedAs, history } = await client.proposals.get({ entryId: exchange });
  expect([stage, adoptedAs]).toEqual(['project', null]);
  expect(history.map(({ on, state, changed, reporter }) => ({ on, state, changed, reporter }))).toEqual([
    { on: '2027-02-20', state: 'project', changed: [], reporter: 'Секретарь' },
    { on: '2027-01-20', state: 'adopted', changed: ['decision'], reporter: 'Секретарь' },
    { on: '2027-01-10', state: 'under_review', changed: [], reporter: 'Секретарь' },
  ]);
});

test('many proposals move at once; what is not there changes nothing', async () => {
  const { client, connection, exchange, journal, decision, list } = await openProposals();
  const move = (entryIds: string[], decisionId: string | null = null) =>
    client.proposals.setStage({ entryIds, stage: 'adopted', decisionId, ...said() });
  expect(await refusalOf(move([exchange, decision]))).toEqual({ error: 'NOT_FOUND', kind: 'proposal' });
  expect(await refusalOf(move([exchange], journal))).toEqual({ error: 'NOT_FOUND', kind: 'decision' });
  expect(connection.sql('SELECT * FROM status_report')).toEqual([]);
  expect(await move([exchange, journal], decision)).toEqual({ changed: 2 });
  expect((await list({ stages: ['adopted'] })).shown).toBe(2);
  const byStage = await list({ grouping: 'stage' });
  expect(byStage.groups).toEqual([
    { id: 'proposed', count: 1 },
    { id: 'adopted', count: 2 },
  ]);
  expect(byStage.heads['adopted']).toEqual({ by: 'stage', stage: 'adopted' });
});

test('a proposal stands under each of its areas and partners, one without under none', async () => {
  const { client, list, shown, exchange, journal, laboratory, institute, academy } = await openProposals();
  const [polymers, physics] = [newId(), newId()];
  await client.areas.save({ id: polymers, name: { en: 'Polymers', ru: 'Полимеры', zh: '聚合物' } });
  await client.areas.save({ id: physics, name: { en: 'Physics', ru: 'Физика', zh: '物理' } });
  await client.areas.set({ kind: 'entry', id: laboratory, areaIds: [physics, polymers] });
  await client.areas.set({ kind: 'entry', id: exchange, areaIds: [polymers] });
  await client.proposals.update({ entryId: exchange, partnerIds: [academy.id] });
  await client.proposals.update({ entryId: journal, partnerIds: [academy.id, institute.id] });
  const byArea = await list({ grouping: 'area' });
  expect(byArea).toMatchObject({ all: 3, shown: 4 });
  expect(byArea.groups).toEqual([
    { id: polymers, count: 2 },
    { id: physics, count: 1 },
    { id: '', count: 1 },
  ]);
  expect(byArea.heads['']).toEqual({ by: 'area', area: null });
  expect(byArea.heads[physics]).toMatchObject({ by: 'area', area: { id: physics, name: { ru: 'Физика' } } });
  const byPartner = await list({ grouping: 'partner' });
  expect(byPartner.groups.map(({ id, count }) => [id, count])).toEqual([
    [academy.id, 2],
    [institute.id, 1],
    ['', 1],
  ]);
  expect(byPartner.heads[academy.id]).toEqual({ by: 'partner', organizationId: academy.id, name: academy.name });
  expect(await shown({ organizationId: institute.id })).toEqual(['Издавать журнал.']);
  expect(await shown({ areaId: polymers })).toEqual(['Открыть лабораторию.', 'Обмениваться аспирантами.']);
  // By words of partners, of whoever proposed, of areas.
  expect(await shown({ text: 'академия' })).toEqual(['Обмениваться аспирантами.', 'Издавать журнал.']);
  expect(await shown({ text: 'вэй лань' })).toEqual(['Открыть лабораторию.']);
  expect(await shown({ text: '聚合物 лаборатор' })).toEqual(['Открыть лабораторию.']);
  await client.organizations.update({ id: academy.id, name: { ...academy.name, ru: 'Отделение наук' } });
  expect(await shown({ text: 'отделение' })).toEqual(['Обмениваться аспирантами.', 'Издавать журнал.']);
});
