import { isDefinedError, safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyText } from '#shared/domain/language.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { makeOrganization } from '../support/records.ts';
import { date, makeSide, seriesOf } from '../support/series.ts';

let backend: ReturnType<typeof openTestBackend>['backend'];
let client: Client;
let series: ReturnType<typeof seriesOf>;
beforeEach(() => {
  ({ backend } = openTestBackend());
  ({ client } = backend);
  series = seriesOf(client);
});

describe('what is carried over', () => {
  test('of the last meeting: what recurs, was not discussed, or has an open action; nothing else', async () => {
    const group = await series.addGroup();
    const older = await series.addMeeting(group, { date: '2026-05-01' });
    await series.addItem(older, 'Only on the older one', 'a0');
    const last = await series.addMeeting(group, { date: '2026-11-20', number: '7' });
    const next = await series.addMeeting(group, { date: '2027-01-10', status: 'planned', number: '9' });
    await series.addItem(next, 'Planned', 'a0');
    const recurring = await series.addItem(last, 'Recurring', 'a0', {
      state: 'discussed',
      isRecurring: true,
      plannedMinutes: 20,
    });
    await series.addItem(last, 'Done', 'a1', { state: 'discussed' });
    const open = await series.addItem(last, 'Open', 'a2');
    const postponed = await series.addItem(last, 'Postponed', 'a3', { state: 'postponed', isRecurring: true });
    const withAction = await series.addItem(last, 'Action', 'a4', { state: 'discussed' });
    await series.addAction(last, withAction.id, 'Открыто', 'a0', { status: 'in_progress' });
    const settled = await series.addItem(last, 'Settled', 'a5', { state: 'discussed' });
    await series.addAction(last, settled.id, 'Сделано', 'a1', { status: 'done' });
    const unmarked = await series.addItem(last, 'Dealt with, not marked', 'a6');
    await series.addAction(last, unmarked.id, 'Сделано', 'a2', { status: 'done' });

    const { base, number, items } = await series.proposeFor(group);
    expect(base).toEqual({ id: last.id, title: last.title, date: last.date, number: '7' });
    expect(number).toBe('8');
    expect(items.map(({ agendaItemId, reasons }) => [agendaItemId, reasons])).toEqual([
      [recurring.id, ['recurring']],
      [open.id, ['not_discussed']],
      [postponed.id, ['recurring', 'not_discussed']],
      [withAction.id, ['open_action']],
    ]);
    expect(items.map(({ plannedMinutes }) => plannedMinutes)).toEqual([20, null, null, null]);
  });

  test('a row that was an action once does not keep its item open', async () => {
    const group = await series.addGroup();
    const last = await series.addMeeting(group);
    const item = await series.addItem(last, 'Item', 'a0', { state: 'discussed' });
    const entry = await series.addAction(last, item.id, 'Уже решение', 'a0');
    await client.entries.update({ changes: [{ id: entry.id, kind: 'decision' }] });
    const { items, actions } = await series.proposeFor(group);
    expect(items).toEqual([]);
    expect(actions).toEqual([]);
  });

  test('open actions of all earlier meetings, the newest first, numbered as in their minutes', async () => {
    const person = await series.addPerson('Hu');
    const organization = makeOrganization();
    await client.organizations.create(organization);
    const group = await series.addGroup();
    const sides = [makeSide('CN')];
    const older = await series.addMeeting(group, { date: '2026-05-01', sides });
    const last = await series.addMeeting(group, { date: '2026-11-20' });
    const later = await series.addMeeting(group, { date: '2027-03-01' });
    const [first, second] = [await series.addItem(older, 'First', 'a0'), await series.addItem(older, 'Second', 'a1')];
    const owner = (kind: 'person' | 'organization' | 'side', ownerId: string) => ({ id: newId(), kind, ownerId });
    await series.addAction(older, second.id, 'Второй пункт', 'a0', {
      owners: [owner('side', sides[0]!.id), owner('person', person.id), owner('organization', organization.id)],
      due: '2026-12-01',
    });
    await series.addAction(older, first.id, 'Сделано', 'a1', { status: 'done' });
    await series.addAction(older, first.id, 'После сделанного', 'a2', { dueAtNextMeeting: true });
    const item = await series.addItem(last, 'Item', 'a0');
    for (let index = 1; index <= 11; index++) {
      await series.addAction(
        last,
        item.id,
        `Поручение ${String(index)}. ${'Очень длинный текст. '.repeat(60)}`,
        `b${String(index).padStart(2, '0')}z`,
      );
    }
    await series.addAction(later, (await series.addItem(later, 'Later', 'a0')).id, 'Позже', 'a0');

    const { actions } = await series.proposeFor(group);
    expect(actions.map(({ meetingDate, number }) => `${meetingDate} ${number}`)).toEqual([
      ...Array.from({ length: 11 }, (_, index) => `2026-11-20 1.${String(index + 1)}`),
      '2026-05-01 1.2',
      '2026-05-01 2.1',
    ]);
    expect(actions.at(-1)).toMatchObject({
      owners: [{ zh: '中方' }, { en: 'Hu' }, { ru: 'Институт прикладных записей' }],
      due: '2026-12-01',
      isReviewed: false,
    });
    expect(actions.at(-2)?.dueAtNextMeeting).toBe(true);
  });

  test('a meeting of the same day is the last one only if it began before', async () => {
    const group = await series.addGroup();
    const morning = await series.addMeeting(group, { date, startTime: '09:00' });
    const afternoon = await series.addMeeting(group, { date, startTime: '15:00' });
    expect((await series.proposeFor(group, afternoon.id)).base?.id).toBe(morning.id);
    expect((await series.proposeFor(group, morning.id)).base).toBeNull();
    expect((await series.proposeFor(group)).base?.id).toBe(afternoon.id);
  });

  test('a group without meetings begins with its members', async () => {
    const person = await series.addPerson('Hu');
    const group = await series.addGroup([{ personId: person.id, role: 'co_chair' }]);
    const { base, number, items, actions, people } = await series.proposeFor(group);
    expect({ base, number, items, actions }).toEqual({ base: null, number: '', items: [], actions: [] });
    expect(people).toMatchObject([{ personId: person.id, from: 'member' }]);
    const { id } = await series.prepare(group, null, { number: '1' });
    const { meeting, attendance } = await client.meetings.get({ id });
    expect(meeting).toMatchObject({
      number: '1',
      status: 'planned',
      minutesKind: 'minutes_of_talks',
      title: emptyText(),
    });
    expect(meeting.sides.map(({ country, zone }) => [country, zone])).toEqual([
      ['CN', 'Asia/Shanghai'],
      ['RU', 'Europe/Moscow'],
    ]);
    expect(attendance).toMatchObject([{ personId: person.id, roles: ['co_chair'], presence: 'expected' }]);
  });
});

describe('carrying over into a meeting that is there', () => {
  async function arrange() {
    const person = await series.addPerson('Presenter');
    const group = await series.addGroup();
    const last = await series.addMeeting(group);
    const presenter = await series.addAttendance(last, { personId: person.id });
    const item = await series.addItem(last, 'Report', 'a0', { presenterAttendanceId: presenter.id });
    const action = await series.addAction(last, item.id, 'Поручение', 'a0');
    const next = await series.addMeeting(group, { date, status: 'planned' });
    const here = await series.addAttendance(next, { personId: person.id, presence: 'expected' });
    const own = await series.addItem(next, 'Own', 'a0');
    return { group, last, item, action, next, here, own };
  }

  test('adds at the end, once', async () => {
    const { item, action, next, here, own } = await arrange();
    const chosen = { meetingId: next.id, agendaItemIds: [item.id], actionIds: [action.id] };
    expect(await client.preparation.carryOver(chosen)).toEqual({ items: 1, actions: 1 });
    const { agenda } = await client.meetings.get({ id: next.id });
    expect(agenda.map(({ title }) => title.en)).toEqual([own.title.en, 'Report']);
    expect(agenda[1]?.presenterAttendanceId).toBe(here.id);
    const before = dump(backend.context.connection);
    expect(await client.preparation.carryOver(chosen)).toEqual({ items: 0, actions: 0 });
    expect(dump(backend.context.connection)).toEqual(before);
  });

  test('the list of actions follows them; one can be taken off it', async () => {
    const { item, action, last, next } = await arrange();
    const second = await series.addAction(last, item.id, 'Второе', 'a1');
    const meetingId = next.id;
    await client.preparation.carryOver({ meetingId, agendaItemIds: [], actionIds: [second.id, action.id, newId()] });
    const numbers = async () =>
      (await client.preparation.reviews({ meetingId })).map(({ number, status }) => `${number} ${status}`);
    expect(await numbers()).toEqual(['1.2 open', '1.1 open']);
    await client.entries.update({
      changes: [{ id: second.id, action: { owners: [], due: null, dueAtNextMeeting: false, status: 'done' } }],
    });
    expect(await numbers()).toEqual(['1.2 done', '1.1 open']);
    await client.entries.remove({ ids: [second.id] });
    expect(await numbers()).toEqual(['1.1 open']);
    await client.history.undo();
    expect(await numbers()).toEqual(['1.2 done', '1.1 open']);
    await client.preparation.removeReview({ meetingId, entryId: action.id });
    expect(await numbers()).toEqual(['1.2 done']);
    const { error } = await safe(client.preparation.removeReview({ meetingId, entryId: action.id }));
    expect(isDefinedError(error) && error.code).toBe('NOT_FOUND');
    expect((await client.history.undo()).name).toBe('action.review');
    expect(await numbers()).toEqual(['1.2 done', '1.1 open']);
  });

  test('agreed minutes take nothing more', async () => {
    const { group, item } = await arrange();
    const agreed = await series.addMeeting(group, { date, status: 'agreed' });
    const before = dump(backend.context.connection);
    const { error } = await safe(
      client.preparation.carryOver({ meetingId: agreed.id, agendaItemIds: [item.id], actionIds: [] }),
    );
    expect(isDefinedError(error) && error.code).toBe('LOCKED');
    expect(dump(backend.context.connection)).toEqual(before);
  });
});

test('readiness follows the records', async () => {
  const reader = await series.addPerson('Reader', { email: 'reader@example.org' });
  const silent = await series.addPerson('Silent');
  const group = await series.addGroup();
  const meeting = await series.addMeeting(group, { status: 'planned', startTime: null });
  await series.addAttendance(meeting, { personId: reader.id, presence: 'expected', roles: ['chair'] });
  const open = await series.addAttendance(meeting, { personId: silent.id, presence: 'expected' });
  const stateOf = async (code: string) =>
    (await client.preparation.readiness({ meetingId: meeting.id })).find((line) => line.code === code);
  expect(await stateOf('time-missing')).toMatchObject({ isReady: false });
  expect(await stateOf('chair-missing')).toMatchObject({ isReady: true });
  expect(await stateOf('email-missing')).toMatchObject({
    isReady: false,
    count: 1,
    place: { tab: 'participants', id: open.id },
  });
  await client.meetings.update({ id: meeting.id, startTime: '10:00' });
  await client.people.update({ id: silent.id, email: 'silent@example.org' });
  expect(await stateOf('time-missing')).toMatchObject({ isReady: true });
  expect(await stateOf('email-missing')).toMatchObject({ isReady: true, count: 0 });
  const { error } = await safe(client.preparation.readiness({ meetingId: newId() }));
  expect(isDefinedError(error) && error.code).toBe('NOT_FOUND');
});
