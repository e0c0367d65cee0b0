import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { TimelineInput } from '#shared/contract/timeline.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { Backend } from '../../electron/backend.ts';
import { listTimeline } from '../../electron/features/timeline/index.ts';
import { openTestBackend, transports } from '../support/backend.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting, makeOrganization } from '../support/records.ts';

const everything: TimelineInput = {
  kinds: [],
  from: null,
  to: null,
  organizationIds: [],
  areaIds: [],
  groupIds: [],
  lanes: 'partner',
};

/** Two meetings of a group, each with another partner beside the host, a decision, and a memorandum of the second one. */
async function prepare() {
  const { backend } = openTestBackend();
  const { client } = backend;
  const [host, guest, away] = [makeOrganization(), makeOrganization(), makeOrganization()];
  for (const organization of [host, guest, away]) await client.organizations.create(organization);
  const area = { id: newId(), name: { ...emptyText(), en: 'Photonics' } };
  await client.areas.save(area);
  const group = {
    id: newId(),
    name: { ...emptyText(), en: 'Group' },
    aims: emptyText(),
    tasks: emptyText(),
    areas: emptyText(),
    foundingDocument: '',
    sides: [],
    members: [],
  };
  await client.groups.create(group);
  const organizers = () => [{ id: newId(), organizationId: host.id }];
  const first = makeMeeting({ groupId: group.id, date: '2020-05-04', endDate: '2020-05-06', organizers: organizers() });
  const second = makeMeeting({ groupId: group.id, date: '2021-05-04', organizers: organizers() });
  for (const meeting of [second, first]) await client.meetings.create(meeting);
  await client.attendance.add(makeAttendance(second.id, { organizationId: guest.id, headCount: 2 }));
  await client.attendance.add(
    makeAttendance(second.id, { organizationId: away.id, headCount: 1, presence: 'excused' }),
  );
  const item = makeAgendaItem(second.id);
  await client.agenda.add(item);
  const decision = makeEntry(second.id, item.id, { kind: 'decision' });
  decision.texts.en = { ...decision.texts.en, text: 'To go on' };
  await client.entries.add({ entries: [decision] });
  const memorandum = {
    id: newId(),
    meetingId: second.id,
    kind: 'memorandum' as const,
    title: { ...emptyText(), en: 'Memorandum' },
    signedOn: null,
    several: false,
    parties: [{ id: newId(), organizationId: away.id, description: emptyText() }],
    orderKey: 'a0',
  };
  await client.agreements.add(memorandum);
  return { backend, client, host, guest, away, area, group, first, second, decision, memorandum };
}

const read = (backend: Backend, input: Partial<TimelineInput> = {}) =>
  listTimeline(backend.context.connection, { ...everything, ...input });

const idsIn = async (backend: Backend, input: Partial<TimelineInput>) =>
  (await read(backend, input)).events.map(({ id }) => id);

describe('the timeline', () => {
  test('puts meetings, decisions and signings in the order of their days', async () => {
    const { backend, first, second, decision, memorandum } = await prepare();
    const { events } = await read(backend);
    expect(events.map(({ kind, id, date, endDate }) => [kind, id, date, endDate])).toEqual([
      ['meeting', first.id, '2020-05-04', '2020-05-06'],
      ['meeting', second.id, '2021-05-04', null],
      ['decision', decision.id, '2021-05-04', null],
      // Its own day is not known.
      ['signing', memorandum.id, '2021-05-04', null],
    ]);
    expect(events.map(({ title }) => title.en)).toEqual(['Second meeting', 'Second meeting', 'To go on', 'Memorandum']);
  });

  test('has a lane for each partner: who organises, is present, or is a party; not who was excused', async () => {
    const { backend, host, guest, away, memorandum } = await prepare();
    const { lanes, events } = await read(backend);
    expect(lanes.map(({ id, count }) => [id, count])).toEqual([
      [host.id, 3],
      [guest.id, 2],
      [away.id, 1],
    ]);
    expect(lanes[0]?.name).toEqual(host.name);
    const signing = events.find(({ id }) => id === memorandum.id);
    expect(signing?.lanes.map((lane) => lanes[lane]?.id)).toEqual([away.id]);
  });

  test('takes areas from the record, its meeting and its group; the rest stands in a lane of its own', async () => {
    const { backend, client, area, group, first, second, decision, memorandum } = await prepare();
    await client.areas.set({ kind: 'entry', id: decision.id, areaIds: [area.id] });
    const inArea = { lanes: 'area' as const, areaIds: [area.id] };
    expect(await idsIn(backend, inArea)).toEqual([decision.id]);
    const { lanes } = await read(backend, { lanes: 'area' });
    expect(lanes.map(({ id, count }) => [id, count])).toEqual([
      [area.id, 1],
      [null, 3],
    ]);
    await client.areas.set({ kind: 'meeting', id: second.id, areaIds: [area.id] });
    expect(await idsIn(backend, inArea)).toEqual([second.id, decision.id, memorandum.id]);
    await client.areas.set({ kind: 'group', id: group.id, areaIds: [area.id] });
    expect(await idsIn(backend, inArea)).toEqual([first.id, second.id, decision.id, memorandum.id]);
  });

  test('leaves what the filter says: kinds, a period that something of several days reaches into, partners, groups', async () => {
    const { backend, first, second, decision, memorandum, guest, group } = await prepare();
    expect(await idsIn(backend, { kinds: ['decision', 'signing'] })).toEqual([decision.id, memorandum.id]);
    expect(await idsIn(backend, { from: '2020-05-06', to: '2020-12-31' })).toEqual([first.id]);
    expect(await idsIn(backend, { from: '2020-05-07' })).toEqual([second.id, decision.id, memorandum.id]);
    const ofGuest = await read(backend, { organizationIds: [guest.id] });
    expect(ofGuest.lanes.map(({ id }) => id)).toEqual([guest.id]);
    expect(ofGuest.events.map(({ id }) => id)).toEqual([second.id, decision.id]);
    expect((await read(backend, { groupIds: [group.id], lanes: 'group' })).lanes).toEqual([
      { id: group.id, name: group.name, count: 4 },
    ]);
    expect(await idsIn(backend, { groupIds: [newId()] })).toEqual([]);
  });

  test('follows every change, undo included', async () => {
    const { backend, client, first, second, decision, memorandum } = await prepare();
    await read(backend);
    await client.meetings.update({ id: first.id, date: '2022-01-10', endDate: null });
    await client.agreements.update({ id: memorandum.id, signedOn: '2019-01-01' });
    expect(await idsIn(backend, {})).toEqual([memorandum.id, second.id, decision.id, first.id]);
    await client.entries.remove({ ids: [decision.id] });
    expect(await idsIn(backend, {})).toEqual([memorandum.id, second.id, first.id]);
    await client.history.undo();
    expect(await idsIn(backend, {})).toEqual([memorandum.id, second.id, decision.id, first.id]);
  });

  test('counts agreements that have no day, and leaves them out', async () => {
    const { backend, client, memorandum } = await prepare();
    await client.agreements.add({ ...memorandum, id: newId(), meetingId: null, parties: [] });
    const { events, undated } = await read(backend);
    expect([events.length, undated]).toEqual([4, 1]);
  });

  test.each(Object.entries(transports))('comes in parts %s, and says what its events are', async (_name, connect) => {
    const { backend, first, second, decision, memorandum } = await prepare();
    const client = await connect(backend);
    const parts = [];
    for await (const part of await client.timeline.list({})) parts.push(part);
    const [lanes, events, ...rest] = parts;
    expect(rest).toEqual([]);
    expect(lanes).toMatchObject({ type: 'lanes', events: 4, undated: 0 });
    expect(events).toMatchObject({
      type: 'events',
      kinds: ['meeting', 'meeting', 'decision', 'signing'],
      ids: [first.id, second.id, decision.id, memorandum.id],
      sets: [0, 1, 1, 2],
      laneSets: [[0], [0, 1], [2]],
    });
    const described = await client.timeline.describe({
      events: [
        { kind: 'decision', id: decision.id },
        { kind: 'meeting', id: newId() },
        { kind: 'signing', id: memorandum.id },
      ],
    });
    expect(described.map(({ kind, title, meeting }) => [kind, title.en, meeting?.id])).toEqual([
      ['decision', 'To go on', second.id],
      ['signing', 'Memorandum', second.id],
    ]);
  });
});
