import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { emptyText } from '#shared/domain/language.ts';
import { openTestBackend } from '../support/backend.ts';
import { refusalOf } from '../support/circulated.ts';
import { addAgreement, addMinutes, said, today } from '../support/follow-up.ts';
import { makePerson } from '../support/records.ts';

const open = () => {
  const { backend } = openTestBackend();
  return { client: backend.client, connection: backend.context.connection };
};

/** Two meetings of three and two decisions. */
async function openDecisions() {
  const { client, connection } = open();
  const early = await addMinutes(client, [
    ['decision', 'Провести семинар весной.'],
    ['speech', 'Выступил.'],
    ['decision', 'Создать рабочую команду.'],
    ['decision', 'Встречаться ежегодно.'],
  ]);
  const late = await addMinutes(
    client,
    [
      ['decision', 'Провести семинар осенью.'],
      ['decision', 'Открыть представительство.'],
    ],
    { date: '2027-02-10', title: { en: 'Third meeting', ru: 'Третье заседание', zh: '第三次会议' } },
  );
  const [seminar = '', , team = '', yearly = ''] = early.ids;
  const [autumn = '', office = ''] = late.ids;
  const list = async (input: Partial<Parameters<typeof client.decisions.list>[0]> = {}) =>
    await client.decisions.list({ today, ...input });
  const shown = async (input: Parameters<typeof list>[0] = {}) =>
    (await list(input)).rows.map(({ row }) => row.text.ru);
  return { client, connection, early, late, seminar, team, yearly, autumn, office, list, shown };
}

test('decisions stand by meeting, the newest first, numbered as printed', async () => {
  const { list, early, late } = await openDecisions();
  const page = await list();
  expect(page).toMatchObject({ all: 5, shown: 5 });
  expect(page.rows.map(({ row }) => `${row.number} ${row.text.ru}`)).toEqual([
    '1.1 Провести семинар осенью.',
    '1.2 Открыть представительство.',
    '1.1 Провести семинар весной.',
    '1.2 Создать рабочую команду.',
    '1.3 Встречаться ежегодно.',
  ]);
  expect(page.groups).toEqual([
    { id: late.meeting.id, count: 2 },
    { id: early.meeting.id, count: 3 },
  ]);
  expect(page.heads[early.meeting.id]).toEqual({
    by: 'meeting',
    meeting: { id: early.meeting.id, title: early.meeting.title, date: '2026-11-20', groupId: null },
  });
  expect((await list({ isDescending: false })).groups.map(({ id }) => id)).toEqual([early.meeting.id, late.meeting.id]);
  const second = await list({ offset: 1, limit: 2 });
  expect(second.rows.map(({ row }) => row.text.ru)).toEqual(['Открыть представительство.', 'Провести семинар весной.']);
});

test('words find decisions in every language, by area and by meeting; filters leave what is asked for', async () => {
  const { client, shown, early, team, autumn } = await openDecisions();
  const areaId = newId();
  await client.areas.save({ id: areaId, name: { en: 'New materials', ru: 'Новые материалы', zh: '新材料' } });
  await client.areas.set({ kind: 'entry', id: team, areaIds: [areaId] });
  expect(await shown({ text: 'семинар весной' })).toEqual(['Провести семинар весной.']);
  expect(await shown({ text: '新材料' })).toEqual(['Создать рабочую команду.']);
  expect(await shown({ text: 'third СЕМИНАР' })).toEqual(['Провести семинар осенью.']);
  expect(await shown({ areaId })).toEqual(['Создать рабочую команду.']);
  expect(await shown({ meetingId: early.meeting.id })).toHaveLength(3);
  await client.decisions.setState({ entryIds: [autumn], state: 'fulfilled', replacedById: null, ...said() });
  expect(await shown({ states: ['fulfilled'] })).toEqual(['Провести семинар осенью.']);
  await client.areas.save({ id: areaId, name: { en: 'Polymers', ru: 'Полимеры', zh: '聚合物' } });
  expect(await shown({ text: 'новые' })).toEqual([]);
  expect(await shown({ text: 'polymers' })).toEqual(['Создать рабочую команду.']);
});

test('decisions stand by state, and by working group with those of none at the end', async () => {
  const { client, list, seminar, yearly, late } = await openDecisions();
  const group = {
    id: newId(),
    name: { ...emptyText(), ru: 'Рабочая группа' },
    aims: emptyText(),
    tasks: emptyText(),
    areas: emptyText(),
    foundingDocument: '',
    sides: [],
    members: [],
  };
  await client.groups.create(group);
  await client.meetings.update({ id: late.meeting.id, groupId: group.id });
  await client.decisions.setState({ entryIds: [seminar, yearly], state: 'fulfilled', replacedById: null, ...said() });
  const byState = await list({ grouping: 'state' });
  expect(byState.groups).toEqual([
    { id: 'in_force', count: 3 },
    { id: 'fulfilled', count: 2 },
  ]);
  expect(byState.heads['fulfilled']).toEqual({ by: 'state', state: 'fulfilled' });
  const byGroup = await list({ grouping: 'group' });
  expect(byGroup.groups.map(({ id, count }) => [id, count])).toEqual([
    [group.id, 2],
    ['', 3],
  ]);
  expect(byGroup.heads).toEqual({
    [group.id]: { by: 'group', groupId: group.id, name: group.name },
    '': { by: 'group', groupId: null, name: emptyText() },
  });
  expect((await list({ groupId: group.id })).shown).toBe(2);
});

test('a decision that another took the place of says so, and so does the other; undo takes it back', async () => {
  const { client, seminar, autumn, early, late } = await openDecisions();
  const reporter = makePerson();
  await client.people.create(reporter);
  const note = said({ on: '2027-02-11', note: 'Перенесён.', reporterId: reporter.id });
  await client.decisions.setState({
    entryIds: [seminar],
    state: 'superseded',
    replacedById: autumn,
    ...note,
    meetingId: late.meeting.id,
  });
  const detail = await client.decisions.get({ entryId: seminar });
  expect(detail).toMatchObject({
    state: 'superseded',
    stateOn: '2027-02-11',
    replacedBy: { kind: 'decision', id: autumn, number: '1.1', state: 'in_force', meeting: { date: '2027-02-10' } },
    agendaItem: { number: '1', title: early.item.title },
  });
  expect(detail.history).toEqual([
    expect.objectContaining({
      on: '2027-02-11',
      source: 'reported',
      state: 'superseded',
      changed: ['replacement'],
      reporterId: reporter.id,
      reporter: 'Hu Yidong',
      note: 'Перенесён.',
      meeting: expect.objectContaining({ id: late.meeting.id }) as unknown,
    }),
  ]);
  expect((await client.decisions.get({ entryId: autumn })).replaces).toMatchObject([{ id: seminar, number: '1.1' }]);
  await client.history.undo();
  expect(await client.decisions.get({ entryId: seminar })).toMatchObject({
    state: 'in_force',
    stateOn: null,
    replacedBy: null,
    history: [],
  });
});

test('a note on several superseded decisions leaves each what it was superseded by; null takes it away', async () => {
  const { client, seminar, team, autumn } = await openDecisions();
  const supersede = (entryIds: string[], more: { replacedById?: string | null }) =>
    client.decisions.setState({ entryIds, state: 'superseded', ...more, ...said() });
  const replacement = async (entryId: string) => (await client.decisions.get({ entryId })).replacedBy?.id ?? null;
  await supersede([seminar], { replacedById: autumn });
  await supersede([seminar, team], {});
  expect([await replacement(seminar), await replacement(team)]).toEqual([autumn, null]);
  await supersede([seminar], { replacedById: null });
  expect(await replacement(seminar)).toBeNull();
});

test('a decision is not replaced by itself, directly or over others; the chain is named', async () => {
  const { client, seminar, team, autumn, connection } = await openDecisions();
  const replace = (entryIds: string[], replacedById: string) =>
    client.decisions.setState({ entryIds, state: 'superseded', replacedById, ...said() });
  await replace([seminar], team);
  await replace([team], autumn);
  const before = connection.sql('SELECT * FROM decision');
  expect(await refusalOf(replace([autumn], seminar))).toEqual({
    error: 'REPLACEMENT_CYCLE',
    chain: [
      { number: '1.1', date: '2027-02-10' },
      { number: '1.1', date: '2026-11-20' },
      { number: '1.2', date: '2026-11-20' },
      { number: '1.1', date: '2027-02-10' },
    ],
  });
  expect(await refusalOf(replace([autumn], autumn))).toMatchObject({ error: 'REPLACEMENT_CYCLE' });
  expect(await refusalOf(replace([team, autumn], team))).toMatchObject({ error: 'REPLACEMENT_CYCLE' });
  expect(connection.sql('SELECT * FROM decision')).toEqual(before);
  // Back in force it replaces nothing and is replaced by nothing: the chain is open again.
  await client.decisions.setState({ entryIds: [team], state: 'in_force', replacedById: null, ...said() });
  await replace([autumn], seminar);
  expect((await client.decisions.get({ entryId: seminar })).replaces.map(({ id }) => id)).toEqual([autumn]);
});

test('many decisions are reported on at once; what is not there changes nothing', async () => {
  const { client, connection, seminar, team, yearly, early } = await openDecisions();
  const report = (entryIds: string[], changes: object = {}) =>
    client.decisions.setState({ entryIds, state: 'fulfilled', replacedById: null, ...said(changes) });
  expect(await report([seminar, team, seminar])).toEqual({ changed: 2 });
  const speech = early.ids[1] ?? '';
  expect(await refusalOf(report([yearly, speech]))).toEqual({ error: 'NOT_FOUND', kind: 'decision' });
  expect(await refusalOf(report([yearly], { reporterId: newId() }))).toEqual({ error: 'NOT_FOUND', kind: 'person' });
  expect(
    await refusalOf(
      client.decisions.setState({ entryIds: [yearly], state: 'superseded', replacedById: newId(), ...said() }),
    ),
  ).toEqual({ error: 'NOT_FOUND', kind: 'decision' });
  expect(connection.sql('SELECT DISTINCT record_id AS id FROM status_report ORDER BY id')).toHaveLength(2);
  // A note about what stays as it is.
  await report([seminar], { on: '2027-02-20', note: 'Отчёт издан.' });
  const { stateOn, history } = await client.decisions.get({ entryId: seminar });
  expect(stateOn).toBe('2027-02-01');
  expect(history.map(({ on, state, note }) => ({ on, state, note }))).toEqual([
    { on: '2027-02-20', state: null, note: 'Отчёт издан.' },
    { on: '2027-02-01', state: 'fulfilled', note: '' },
  ]);
});

test('agreed minutes stay as they are while their decisions are fulfilled', async () => {
  const { client, connection, seminar, early } = await openDecisions();
  connection.sql("UPDATE meeting SET status = 'agreed' WHERE id = ?", early.meeting.id);
  await client.decisions.setState({ entryIds: [seminar], state: 'fulfilled', replacedById: null, ...said() });
  expect((await client.decisions.get({ entryId: seminar })).state).toBe('fulfilled');
  await client.history.undo();
  expect((await client.decisions.get({ entryId: seminar })).state).toBe('in_force');
});

test('the register follows the minutes: what is typed, converted, moved or removed', async () => {
  const { client, shown, list, seminar, team, yearly, early } = await openDecisions();
  const agreementId = await addAgreement(client, early.meeting.id);
  await shown();
  await client.links.add({ kind: 'decision-agreement', fromId: team, toId: agreementId });
  await client.entries.saveText({ entryId: seminar, language: 'ru', text: 'Провести конкурс.', revision: 1 });
  await client.entries.update({ changes: [{ id: yearly, kind: 'note' }] });
  expect(await shown({ text: 'конкурс' })).toEqual(['Провести конкурс.']);
  expect(await shown({ meetingId: early.meeting.id })).toEqual(['Провести конкурс.', 'Создать рабочую команду.']);
  expect((await list({ meetingId: early.meeting.id })).rows.map(({ row }) => row.links)).toEqual([0, 1]);
  await client.meetings.update({ id: early.meeting.id, date: '2027-02-28' });
  expect((await list()).groups[0]?.id).toBe(early.meeting.id);
  await client.entries.remove({ ids: [team] });
  expect(await shown({ meetingId: early.meeting.id })).toEqual(['Провести конкурс.']);
  expect(await refusalOf(client.decisions.get({ entryId: yearly }))).toEqual({ error: 'NOT_FOUND', kind: 'decision' });
});
