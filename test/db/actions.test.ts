import { beforeEach, describe, expect, test } from 'vitest';
import { v7 as newId } from 'uuid';
import type { Group } from '#shared/contract/groups.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import type { Person } from '#shared/contract/people.ts';
import type { MeetingStatus } from '#shared/domain/meeting-moves.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { refusalOf } from '../support/circulated.ts';
import { dump } from '../support/dump.ts';
import { makeSide, seriesOf } from '../support/series.ts';

const today = '2027-03-10';
const said = { on: '2027-03-02', reporterId: null, reporter: 'Ван Ли', meetingId: null, note: '' };

let backend: ReturnType<typeof openTestBackend>['backend'];
let client: Client;
let series: ReturnType<typeof seriesOf>;
let group: Group;
let meeting: Meeting;
let hu: Person;
let orlov: Person;
let entryId: string;

const owns = ({ id }: Person) => ({ kind: 'person' as const, ownerId: id });
const setStatus = (status: MeetingStatus, { id } = meeting): void => {
  backend.context.connection.sql('UPDATE meeting SET status = ? WHERE id = ?', status, id);
};
const read = () => client.actions.get({ entryId, today });
const inMinutes = async () =>
  (await client.meetings.get({ id: meeting.id })).entries.find(({ id }) => id === entryId)?.action;

beforeEach(async () => {
  ({ backend } = openTestBackend());
  ({ client } = backend);
  series = seriesOf(client);
  hu = await series.addPerson('Hu');
  orlov = await series.addPerson('Орлов');
  group = await series.addGroup();
  meeting = await series.addMeeting(group, { date: '2027-01-10', sides: [makeSide('CN'), makeSide('RU')] });
  const item = await series.addItem(meeting, 'Plans', 'a0');
  const entry = await series.addAction(meeting, item.id, 'Отчёт', 'a0', {
    owners: [{ id: newId(), ...owns(hu) }],
    due: '2027-02-01',
  });
  entryId = entry.id;
});

describe('reports', () => {
  test('say how it stands, who said so, on which day and at which meeting', async () => {
    const next = await series.addMeeting(group, { date: '2027-03-01' });
    await client.actions.report({
      ...said,
      entryIds: [entryId],
      status: 'done',
      reporterId: orlov.id,
      reporter: '',
      meetingId: next.id,
      note: 'Сдан',
    });
    const { status, history } = await read();
    expect(status).toBe('done');
    expect(history).toEqual([
      {
        id: expect.any(String) as string,
        atMs: expect.any(Number) as number,
        on: '2027-03-02',
        source: 'reported',
        state: 'done',
        changed: [],
        reporterId: orlov.id,
        reporter: 'Орлов',
        meeting: { id: next.id, title: next.title, date: next.date, groupId: group.id },
        note: 'Сдан',
      },
    ]);
  });

  test('are free of the lock, and without a status keep the note alone', async () => {
    setStatus('agreed');
    await client.actions.report({ ...said, entryIds: [entryId], status: null, note: 'Ждём данных' });
    await client.actions.report({ ...said, entryIds: [entryId], status: 'in_progress', on: '2027-03-05' });
    const { status, history } = await read();
    expect(status).toBe('in_progress');
    expect(history.map(({ state, note, reporter }) => [state, note, reporter])).toEqual([
      ['in_progress', '', 'Ван Ли'],
      [null, 'Ждём данных', 'Ван Ли'],
    ]);
  });

  test('a change that nobody reported stands between them; what was undone does not', async () => {
    const set = async (status: 'in_progress' | 'cancelled') => {
      const action = await inMinutes();
      if (action === undefined || action === null) throw new Error('an action');
      await client.entries.update({ changes: [{ id: entryId, action: { ...action, status } }] });
    };
    await set('in_progress');
    await set('cancelled');
    await client.history.undo();
    await client.actions.report({ ...said, on: '2099-01-01', entryIds: [entryId], status: 'done' });
    const { history } = await read();
    expect(history.map(({ source, state }) => [source, state])).toEqual([
      ['reported', 'done'],
      ['changed', 'in_progress'],
    ]);
    await client.history.undo();
    expect((await read()).history.map(({ source, state }) => [source, state])).toEqual([['changed', 'in_progress']]);
    await client.history.redo();
    expect((await read()).history).toHaveLength(2);
  });

  test('of several at once are one step', async () => {
    const item = await series.addItem(meeting, 'More', 'a1');
    const entries = await Promise.all(
      Array.from({ length: 3 }, (_, index) => series.addAction(meeting, item.id, `Дело ${index}`, `a${index}`)),
    );
    const before = dump(backend.context.connection);
    const entryIds = [...entries.map(({ id }) => id), entryId, entryId];
    expect(await client.actions.report({ ...said, entryIds, status: 'done' })).toEqual({ changed: 4 });
    const { rows } = await client.actions.list({ today, statuses: ['done'] });
    expect(rows).toHaveLength(4);
    await client.history.undo();
    expect(dump(backend.context.connection)).toEqual(before);
    expect((await client.actions.list({ today, statuses: ['done'] })).rows).toEqual([]);
  });

  test('of what is not there are refused, and nothing is written', async () => {
    const before = dump(backend.context.connection);
    const report = (changes: object) =>
      refusalOf(client.actions.report({ ...said, entryIds: [entryId], status: 'done', ...changes }));
    expect(await report({ entryIds: [entryId, newId()] })).toEqual({ error: 'NOT_FOUND', kind: 'action' });
    expect(await report({ reporterId: newId() })).toEqual({ error: 'NOT_FOUND', kind: 'person' });
    expect(await report({ meetingId: newId() })).toEqual({ error: 'NOT_FOUND', kind: 'meeting' });
    expect(dump(backend.context.connection)).toEqual(before);
  });
});

describe('other owners, another date', () => {
  const due = { due: '2027-05-01', dueAtNextMeeting: false };

  test('change the minutes while they are being written', async () => {
    setStatus('draft');
    const answer = await client.actions.assign({ ...said, entryIds: [entryId], owners: [owns(orlov)], due });
    expect(answer).toEqual({ changed: 1, inMinutes: 1 });
    expect(await inMinutes()).toMatchObject({ due: '2027-05-01', owners: [{ ownerId: orlov.id }] });
    const row = await read();
    expect(row.agreed).toBeNull();
    expect(row.history).toMatchObject([{ changed: ['owners', 'due'], state: null }]);
  });

  test.each(['circulated', 'agreed', 'amended'] as const)('stand beside minutes that are %s', async (status) => {
    setStatus(status);
    const agreed = await inMinutes();
    const answer = await client.actions.assign({ ...said, entryIds: [entryId], owners: [owns(orlov)], due });
    expect(answer).toEqual({ changed: 1, inMinutes: 0 });
    expect(await inMinutes()).toEqual(agreed);
    const row = await read();
    expect(row).toMatchObject({ due: '2027-05-01', dueOn: '2027-05-01', owners: [{ ownerId: orlov.id }] });
    expect(row.agreed).toMatchObject({ due: '2027-02-01', owners: [{ ownerId: hu.id }] });
    expect(row.history).toMatchObject([{ changed: ['owners', 'due'], reporter: 'Ван Ли' }]);
  });

  test('hold wherever earlier actions are shown, until they are what was agreed again', async () => {
    setStatus('agreed');
    await client.actions.assign({ ...said, entryIds: [entryId], owners: [owns(orlov)] });
    const [proposed] = (await series.proposeFor(group)).actions;
    expect(proposed).toMatchObject({ owners: [{ en: 'Орлов' }], due: '2027-02-01' });
    const related = async ({ id }: Person) => (await client.people.related({ id })).actions.map((one) => one.entryId);
    expect(await related(hu)).toEqual([]);
    expect(await related(orlov)).toEqual([entryId]);
    const { rows } = await client.actions.list({ today, ownerKey: orlov.id });
    expect(rows.map(({ row }) => row.entryId)).toEqual([entryId]);
    const calendar = await (await client.documents.actionsCalendar({ meetingId: meeting.id, language: 'ru' })).text();
    expect(calendar).toContain('Орлов');

    await client.actions.assign({ ...said, entryIds: [entryId], owners: [owns(hu)], on: '2027-03-03' });
    const row = await read();
    expect(row.agreed).toBeNull();
    expect(row.history.map(({ changed }) => changed)).toEqual([['owners'], ['owners']]);
    expect(await related(hu)).toEqual([entryId]);
  });

  test('one after the other, and back by undo', async () => {
    setStatus('agreed');
    await client.actions.assign({ ...said, entryIds: [entryId], due });
    const before = dump(backend.context.connection);
    await client.actions.assign({ ...said, entryIds: [entryId], owners: [owns(orlov), owns(hu), owns(orlov)] });
    expect((await read()).owners.map(({ ownerId }) => ownerId)).toEqual([orlov.id, hu.id]);
    expect((await read()).due).toBe('2027-05-01');
    await client.history.undo();
    expect(dump(backend.context.connection)).toEqual(before);
    expect((await read()).history.map(({ changed }) => changed)).toEqual([['due']]);
  });

  test('that are the same change nothing; a note is kept all the same', async () => {
    setStatus('agreed');
    const assign = (note: string) => client.actions.assign({ ...said, entryIds: [entryId], owners: [owns(hu)], note });
    expect(await assign('')).toEqual({ changed: 0, inMinutes: 0 });
    expect((await read()).history).toEqual([]);
    expect(await assign('Остаётся')).toEqual({ changed: 0, inMinutes: 0 });
    expect((await read()).history).toMatchObject([{ note: 'Остаётся', changed: [], state: null }]);
  });

  test('a side must be of the meeting, people and organisations must be there', async () => {
    const other = await series.addMeeting(group, { date: '2027-02-10', sides: [makeSide('CN')] });
    const assign = (kind: 'side' | 'person' | 'organization', ownerId: string) =>
      refusalOf(client.actions.assign({ ...said, entryIds: [entryId], owners: [{ kind, ownerId }] }));
    expect(await assign('side', other.sides[0]?.id ?? '')).toMatchObject({ error: 'SIDE_NOT_OF_MEETING' });
    expect(await assign('side', newId())).toMatchObject({ error: 'SIDE_NOT_OF_MEETING' });
    expect(await assign('person', newId())).toEqual({ error: 'NOT_FOUND', kind: 'person' });
    expect(await assign('organization', newId())).toEqual({ error: 'NOT_FOUND', kind: 'organization' });
    await client.actions.assign({
      ...said,
      entryIds: [entryId],
      owners: [{ kind: 'side', ownerId: meeting.sides[0]?.id ?? '' }],
    });
    expect((await read()).owners).toMatchObject([{ kind: 'side', name: { zh: '中方' } }]);
  });
});

test('an action opened: its item, and the meetings that looked at it', async () => {
  const next = await series.addMeeting(group, { date: '2027-03-01', status: 'draft' });
  const coming = await series.addMeeting(group, { date: '2027-06-01', status: 'planned' });
  for (const { id } of [coming, next]) {
    await client.preparation.carryOver({ meetingId: id, agendaItemIds: [], actionIds: [entryId] });
  }
  const opened = await read();
  expect(opened.agendaItem).toMatchObject({ number: '1', title: { en: 'Plans' } });
  expect(opened.reviews.map(({ id }) => id)).toEqual([next.id]);
  expect(await refusalOf(client.actions.get({ entryId: newId(), today }))).toEqual({
    error: 'NOT_FOUND',
    kind: 'action',
  });
});
