import { beforeAll, describe, expect, test } from 'vitest';
import { v7 as newId } from 'uuid';
import type { ActionHead } from '#shared/contract/actions.ts';
import type { Group } from '#shared/contract/groups.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import type { Person } from '#shared/contract/people.ts';
import { emptyText } from '#shared/domain/language.ts';
import { type Client, makeSharedFolder, openSharedBackend } from '../support/backend.ts';
import { makeOrganization } from '../support/records.ts';
import { makeSide, seriesOf } from '../support/series.ts';

const today = '2027-03-10';
const backend = openSharedBackend(makeSharedFolder());

let client: Client;
let series: ReturnType<typeof seriesOf>;
let group: Group;
let first: Meeting;
let second: Meeting;
let hu: Person;
let orlov: Person;
let guest: Person;
const institute = makeOrganization({ country: 'RU' });

/** Names of the actions of a page, in groups, in order. */
async function listed(changes: Partial<Parameters<Client['actions']['list']>[0]> = {}): Promise<string[]> {
  const page = await client.actions.list({ today, ...changes });
  return page.rows.map(({ groupId, row }) => `${headWord(page.heads[groupId])}: ${row.text.ru}`);
}

function headWord(head: ActionHead | undefined): string {
  if (head === undefined) return '?';
  if (head.by === 'meeting') return head.meeting.date;
  return head.by === 'due' ? head.due : head.name.en || head.name.ru || '-';
}

const owner = (kind: 'person' | 'organization' | 'side', ownerId: string) => ({ id: newId(), kind, ownerId });

beforeAll(async () => {
  ({ client } = backend());
  series = seriesOf(client);
  await client.organizations.create(institute);
  hu = await series.addPerson('Hu', { country: 'CN' });
  orlov = await series.addPerson('Орлов', { country: 'RU' });
  guest = await series.addPerson('Guest', { country: 'KZ' });
  group = await series.addGroup([
    { personId: hu.id, to: '2027-02-28' },
    { personId: orlov.id, to: '2026-01-01' },
    { personId: orlov.id },
  ]);
  // The side of a meeting has another id each time.
  const sides = () => [makeSide('CN'), makeSide('RU')];
  first = await series.addMeeting(group, {
    date: '2027-01-10',
    sides: sides(),
    title: { ...emptyText(), zh: '首次会议' },
  });
  second = await series.addMeeting(group, { date: '2027-03-01', sides: sides(), nextMeetingDate: '2027-06-01' });
  const place = await series.addItem(first, 'Plans', 'a0');
  const later = await series.addItem(second, 'Later', 'a1');
  const early = await series.addItem(second, 'Early', 'a0');
  // Hu belongs to the Chinese side by country, Orlov attended the first meeting with it.
  await series.addAttendance(first, { personId: orlov.id, sideId: first.sides[0]?.id ?? null });
  await series.addAction(first, place.id, 'Ёлка', 'a0', { owners: [owner('person', hu.id)], due: '2027-03-09' });
  await series.addAction(first, place.id, 'Отчёт', 'a1', {
    owners: [owner('person', orlov.id), owner('organization', institute.id)],
    due: '2027-03-24',
  });
  await series.addAction(first, place.id, 'К следующему', 'a2', {
    owners: [owner('side', first.sides[0]?.id ?? '')],
    dueAtNextMeeting: true,
  });
  await series.addAction(second, later.id, 'Поздний пункт', 'a0', {
    owners: [owner('person', guest.id)],
    due: '2027-03-25',
  });
  await series.addAction(second, early.id, 'Ничей', 'a0', {});
  await series.addAction(second, early.id, 'Сделано', 'a1', {
    owners: [owner('side', second.sides[0]?.id ?? ''), owner('person', orlov.id)],
    due: '2027-02-01',
    status: 'done',
  });
  await series.addAction(second, early.id, 'К лету', 'a2', { dueAtNextMeeting: true });
});

describe('groups, in order', () => {
  test('meetings newest first, rows as in the minutes', async () => {
    const expected = [
      '2027-03-01: Ничей',
      '2027-03-01: Сделано',
      '2027-03-01: К лету',
      '2027-03-01: Поздний пункт',
      '2027-01-10: Ёлка',
      '2027-01-10: Отчёт',
      '2027-01-10: К следующему',
    ];
    expect(await listed()).toEqual(expected);
    expect(await listed({ isDescending: false })).toEqual([...expected.slice(4), ...expected.slice(0, 4)]);
    const page = await client.actions.list({ today });
    expect(page.rows.map(({ row }) => row.number)).toEqual(['1.1', '1.2', '1.3', '2.1', '1.1', '1.2', '1.3']);
  });

  test('nobody first, then owners by name, each with what they own', async () => {
    expect(await listed({ grouping: 'owner' })).toEqual([
      '-: Ничей',
      '-: К лету',
      'Chinese side: Сделано',
      'Chinese side: К следующему',
      'Guest: Поздний пункт',
      'Hu: Ёлка',
      'Institute of Applied Records: Отчёт',
      'Орлов: Сделано',
      'Орлов: Отчёт',
    ]);
    const page = await client.actions.list({ today, grouping: 'owner' });
    expect(page).toMatchObject({ all: 7, shown: 9 });
    expect(page.groups.reduce((sum, { count }) => sum + count, 0)).toBe(page.shown);
  });

  test('a side is the same over meetings, and has what its people and organisations do', async () => {
    // By attendance in January, by country in March; the institute by its country.
    expect(await listed({ grouping: 'side' })).toEqual([
      '-: Ничей',
      '-: К лету',
      '-: Поздний пункт',
      'Chinese side: Сделано',
      'Chinese side: Ёлка',
      'Chinese side: Отчёт',
      'Chinese side: К следующему',
      'Российская сторона: Сделано',
      'Российская сторона: Отчёт',
    ]);
  });

  test('how they stand with their time: what was due at a meeting that has been is overdue', async () => {
    expect(await listed({ grouping: 'due' })).toEqual([
      'overdue: Ёлка',
      'overdue: К следующему',
      'soon: Отчёт',
      'later: Поздний пункт',
      'next_meeting: К лету',
      'not_named: Ничей',
      'closed: Сделано',
    ]);
    const page = await client.actions.list({ today, due: 'next_meeting' });
    expect(page.rows.map(({ row }) => row.dueOn)).toEqual(['2027-06-01']);
  });

  test('inside the groups by date, without one last either way', async () => {
    const texts = async (isDescending: boolean) =>
      (await listed({ meetingId: first.id, sort: 'due', isDescending })).map((line) => line.split(': ')[1]);
    expect(await texts(false)).toEqual(['К следующему', 'Ёлка', 'Отчёт']);
    expect(await texts(true)).toEqual(['Отчёт', 'Ёлка', 'К следующему']);
    const lasts = await listed({ meetingId: second.id, sort: 'due', isDescending: true });
    expect(lasts.at(-1)).toBe('2027-03-01: Ничей');
  });
});

describe('filters', () => {
  test('by status, time, owner, side, group and meeting, one within the other', async () => {
    expect(await listed({ statuses: ['done', 'cancelled'] })).toEqual(['2027-03-01: Сделано']);
    expect(await listed({ due: 'soon' })).toEqual(['2027-01-10: Отчёт']);
    // Others own them as well, and are not shown as groups.
    expect(await listed({ ownerKey: orlov.id, grouping: 'owner' })).toEqual(['Орлов: Сделано', 'Орлов: Отчёт']);
    const { sides } = await client.actions.owners();
    const chinese = sides.find(({ name }) => name.zh === '中方');
    expect(chinese?.open).toBe(3);
    expect(await listed({ sideKey: chinese?.key ?? '', due: 'overdue' })).toEqual([
      '2027-01-10: Ёлка',
      '2027-01-10: К следующему',
    ]);
    expect(await listed({ groupId: newId() })).toEqual([]);
    expect(await listed({ meetingId: second.id, statuses: ['open'], due: 'later' })).toEqual([
      '2027-03-01: Поздний пункт',
    ]);
  });

  test('what was just changed stays in sight', async () => {
    const [done] = (await client.actions.list({ today, statuses: ['done'] })).rows;
    const keptIds = [done?.row.entryId ?? ''];
    expect(await listed({ due: 'soon', keptIds })).toEqual(['2027-03-01: Сделано', '2027-01-10: Отчёт']);
    expect(await listed({ due: 'soon', keptIds, ownerKey: guest.id })).toEqual([]);
  });

  test('every word is found somewhere: in the text, the title of the meeting, or a name, in any language', async () => {
    expect(await listed({ text: 'елка' })).toEqual(['2027-01-10: Ёлка']);
    expect(await listed({ text: 'ОРЛОВ от' })).toEqual(['2027-01-10: Отчёт']);
    expect(await listed({ text: '首次 指' })).toEqual([]);
    expect(await listed({ text: '首次会议 отчет' })).toEqual(['2027-01-10: Отчёт']);
    expect(await listed({ text: 'applied' })).toEqual(['2027-01-10: Отчёт']);
    expect(await listed({ text: '中方 следующему' })).toEqual(['2027-01-10: К следующему']);
    expect(await listed({ text: 'нет такого' })).toEqual([]);
  });
});

test('a page is cut out of the whole, with rows of several owners', async () => {
  const whole = await listed({ grouping: 'owner' });
  const parts: string[] = [];
  for (let offset = 0; offset < whole.length; offset += 2) {
    parts.push(...(await listed({ grouping: 'owner', offset, limit: 2 })));
  }
  expect(parts).toEqual(whole);
  const page = await client.actions.list({ today, grouping: 'owner', offset: 6, limit: 1 });
  expect(Object.values(page.heads)).toEqual([
    { by: 'owner', kind: 'organization', key: institute.id, name: institute.name },
  ]);
});

test('whoever left the group is said to have, on the day on which they did', async () => {
  const { rows } = await client.actions.list({ today });
  const left = (text: string) => rows.find(({ row }) => row.text.ru === text)?.row.owners.map(({ leftOn }) => leftOn);
  expect(left('Ёлка')).toEqual(['2027-02-28']);
  // Came back, and so never left.
  expect(left('Отчёт')).toEqual([null, null]);
  const before = await client.actions.list({ today: '2027-02-28', text: 'ёлка' });
  expect(before.rows[0]?.row.owners[0]?.leftOn).toBeNull();
});

test('a date before the meeting is flagged', async () => {
  const { rows } = await client.actions.list({ today, text: 'сделано' });
  expect(rows[0]?.row).toMatchObject({ due: '2027-02-01', isDueBeforeMeeting: true });
  const others = await client.actions.list({ today, text: 'отчет' });
  expect(others.rows[0]?.row.isDueBeforeMeeting).toBe(false);
});

describe('it follows what happens to the records', () => {
  test('names, titles, texts, kinds, attendance, membership', async () => {
    await client.people.update({
      id: guest.id,
      names: { ...guest.names, latin: { ...guest.names.latin, family: 'Abai' } },
    });
    expect(await listed({ text: 'abai' })).toEqual(['2027-03-01: Поздний пункт']);
    expect((await listed({ grouping: 'owner' }))[2]).toBe('Abai: Поздний пункт');
    const row = await series.addAttendance(second, { personId: guest.id, sideId: second.sides[1]?.id ?? null });
    expect(await listed({ grouping: 'side', text: 'поздний' })).toEqual(['Российская сторона: Поздний пункт']);
    await client.attendance.remove({ id: row.id });
    expect(await listed({ grouping: 'side', text: 'поздний' })).toEqual(['-: Поздний пункт']);
    await client.meetings.update({ id: first.id, date: '2027-03-05' });
    expect((await listed())[0]).toBe('2027-03-05: Ёлка');
    await client.meetings.update({ id: first.id, date: '2027-01-10' });
    const [found] = (await client.actions.list({ today, text: 'ничей' })).rows;
    const id = found?.row.entryId ?? '';
    await client.entries.update({ changes: [{ id, kind: 'note' }] });
    expect(await listed({ text: 'ничей' })).toEqual([]);
    await client.history.undo();
    expect(await listed({ text: 'ничей' })).toEqual(['2027-03-01: Ничей']);
    await client.entries.remove({ ids: [id] });
    expect((await client.actions.list({ today })).all).toBe(6);
    await client.history.undo();
    expect((await client.actions.list({ today })).all).toBe(7);
  });

  test('two people joined are one owner', async () => {
    const double = await series.addPerson('Orlov');
    const [found] = (await client.actions.list({ today, text: 'ничей' })).rows;
    const entryIds = [found?.row.entryId ?? ''];
    const said = { on: today, reporterId: null, reporter: '', meetingId: null, note: '' };
    await client.actions.assign({ entryIds, owners: [{ kind: 'person', ownerId: double.id }], ...said });
    expect(await listed({ ownerKey: double.id })).toEqual(['2027-03-01: Ничей']);
    await client.duplicates.merge({ kind: 'person', keepId: orlov.id, mergeId: double.id });
    expect(await listed({ ownerKey: double.id })).toEqual([]);
    expect(await listed({ ownerKey: orlov.id, text: 'ничей' })).toEqual(['2027-03-01: Ничей']);
  });
});
