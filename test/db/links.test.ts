import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { emptyText } from '#shared/domain/language.ts';
import { openTestBackend } from '../support/backend.ts';
import { refusalOf } from '../support/circulated.ts';
import { addAgreement, addMinutes } from '../support/follow-up.ts';

async function openLinks() {
  const { backend } = openTestBackend();
  const { client } = backend;
  const early = await addMinutes(client, [
    ['decision', 'Провести семинар.'],
    ['action', 'Подготовить программу.'],
    ['proposal', 'Заключить соглашение.'],
  ]);
  const late = await addMinutes(client, [['action', 'Напечатать программу.']], { date: '2027-02-10' });
  const agreementId = await addAgreement(client, early.meeting.id);
  const outside = await addAgreement(client, null, 'Соглашение');
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
  const [decision = '', action = '', proposal = ''] = early.ids;
  const [later = ''] = late.ids;
  const { connection } = backend.context;
  return { client, connection, early, late, decision, action, proposal, later, agreementId, outside, group };
}

test('links are seen from both ends, newest meeting first, what stands outside every meeting last', async () => {
  const { client, decision, action, later, agreementId, outside, proposal, group } = await openLinks();
  await client.links.add({ kind: 'decision-action', fromId: decision, toId: action });
  await client.links.add({ kind: 'decision-agreement', fromId: decision, toId: outside });
  await client.links.add({ kind: 'decision-action', fromId: decision, toId: later });
  await client.links.add({ kind: 'decision-agreement', fromId: decision, toId: agreementId });
  await client.links.add({ kind: 'proposal-agreement', fromId: proposal, toId: agreementId });
  await client.links.add({ kind: 'group-agreement', fromId: group.id, toId: agreementId });
  const of = async (kind: Parameters<typeof client.links.of>[0]['kind'], id: string): Promise<unknown[]> =>
    (await client.links.of({ kind, id })).map((found) => [found.kind, found.id]);
  expect(await of('decision', decision)).toEqual([
    ['action', later],
    ['agreement', agreementId],
    ['action', action],
    ['agreement', outside],
  ]);
  expect(await of('action', action)).toEqual([['decision', decision]]);
  expect(await of('agreement', agreementId)).toEqual([
    ['decision', decision],
    ['proposal', proposal],
  ]);
  expect(await of('group', group.id)).toEqual([['agreement', agreementId]]);
  expect(await client.links.of({ kind: 'agreement', id: outside })).toMatchObject([
    { number: '1.1', text: { ru: 'Провести семинар.' }, state: 'in_force', meeting: { date: '2026-11-20' } },
  ]);
  const [, signed] = await client.links.of({ kind: 'decision', id: decision });
  expect(signed).toMatchObject({ state: 'in_force', text: { ru: 'Меморандум' }, meeting: { date: '2026-11-20' } });
});

test('linking twice, unlinking, and undo', async () => {
  const { client, connection, decision, action } = await openLinks();
  const link = { kind: 'decision-action', fromId: decision, toId: action } as const;
  await client.links.add(link);
  const before = await client.history.state();
  await client.links.add(link);
  expect(await client.history.state()).toEqual(before);
  await client.links.remove(link);
  expect(await client.links.of({ kind: 'decision', id: decision })).toEqual([]);
  await client.history.undo();
  expect(connection.sql('SELECT * FROM record_link')).toHaveLength(1);
  await client.links.remove(link);
  expect(await refusalOf(client.links.remove(link))).toEqual({ error: 'NOT_FOUND', kind: 'link' });
});

test('only what is there, and of its kind, is linked', async () => {
  const { client, decision, action, agreementId } = await openLinks();
  expect(await refusalOf(client.links.add({ kind: 'decision-action', fromId: action, toId: action }))).toEqual({
    error: 'NOT_FOUND',
    kind: 'decision',
  });
  expect(await refusalOf(client.links.add({ kind: 'decision-agreement', fromId: decision, toId: newId() }))).toEqual({
    error: 'NOT_FOUND',
    kind: 'agreement',
  });
  expect(await refusalOf(client.links.add({ kind: 'group-agreement', fromId: newId(), toId: agreementId }))).toEqual({
    error: 'NOT_FOUND',
    kind: 'group',
  });
  expect(await refusalOf(client.links.of({ kind: 'proposal', id: action }))).toEqual({
    error: 'NOT_FOUND',
    kind: 'proposal',
  });
});

test('what was converted to another kind is not shown, and is again when it is converted back', async () => {
  const { client, decision, action } = await openLinks();
  await client.links.add({ kind: 'decision-action', fromId: decision, toId: action });
  await client.entries.update({ changes: [{ id: action, kind: 'note' }] });
  expect(await client.links.of({ kind: 'decision', id: decision })).toEqual([]);
  expect((await client.decisions.get({ entryId: decision })).links).toBe(0);
  await client.entries.update({ changes: [{ id: action, kind: 'action' }] });
  expect(await client.links.of({ kind: 'decision', id: decision })).toHaveLength(1);
});

test('areas of one list belong to records of every kind; one in use is not deleted', async () => {
  const { client, decision, early, agreementId, group } = await openLinks();
  const [polymers, physics] = [newId(), newId()];
  const name = { en: 'Polymers', ru: 'Полимеры', zh: '聚合物' };
  await client.areas.save({ id: polymers, name });
  await client.areas.save({ id: physics, name: { ...emptyText(), ru: 'Физика' } });
  const holders = [
    { kind: 'entry', id: decision },
    { kind: 'meeting', id: early.meeting.id },
    { kind: 'agreement', id: agreementId },
    { kind: 'group', id: group.id },
  ] as const;
  for (const holder of holders) await client.areas.set({ ...holder, areaIds: [physics, polymers, polymers] });
  for (const holder of holders)
    expect((await client.areas.of(holder)).map(({ id }) => id)).toEqual([polymers, physics]);
  expect((await client.areas.list()).map(({ id, uses }) => [id, uses])).toEqual([
    [polymers, 4],
    [physics, 4],
  ]);
  expect(await refusalOf(client.areas.remove({ id: physics }))).toEqual({
    error: 'IN_USE',
    uses: ['agreement', 'entry', 'group', 'meeting'].map((kind) => ({ kind, count: 1 })),
  });
  for (const holder of holders) await client.areas.set({ ...holder, areaIds: [polymers] });
  await client.areas.remove({ id: physics });
  await client.areas.save({ id: polymers, name: { ...name, en: 'Plastics' } });
  expect((await client.areas.of({ kind: 'entry', id: decision })).map((area) => area.name.en)).toEqual(['Plastics']);
  await client.history.undo();
  await client.history.undo();
  await client.history.undo();
  expect((await client.areas.of({ kind: 'group', id: group.id })).map(({ id }) => id)).toEqual([polymers, physics]);
  expect(await refusalOf(client.areas.set({ kind: 'entry', id: newId(), areaIds: [polymers] }))).toEqual({
    error: 'NOT_FOUND',
    kind: 'entry',
  });
  expect(await refusalOf(client.areas.set({ kind: 'entry', id: decision, areaIds: [newId()] }))).toEqual({
    error: 'NOT_FOUND',
    kind: 'area',
  });
  expect(await refusalOf(client.areas.remove({ id: newId() }))).toEqual({ error: 'NOT_FOUND', kind: 'area' });
});
