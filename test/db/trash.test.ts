import { expect, test } from 'vitest';
import { openTestBackend } from '../support/backend.ts';
import { refusalOf } from '../support/circulated.ts';
import { dump } from '../support/dump.ts';
import { addMinutes, said } from '../support/follow-up.ts';
import { makeOrganization, makePerson } from '../support/records.ts';

test('a row whose meeting is gone comes back after it, or with it in one change set', async () => {
  const { client, context } = openTestBackend().backend;
  const { meeting, item, ids } = await addMinutes(client, [
    ['speech', 'Открыл заседание.'],
    ['decision', 'Провести семинар.'],
  ]);
  const before = dump(context.connection);
  const entry = { kind: 'entry', id: ids[1] ?? '' } as const;
  await client.entries.remove({ ids: [entry.id] });
  await client.meetings.remove({ id: meeting.id });
  const list = await client.trash.list();
  expect(list.map(({ kind, id, by, place }) => ({ kind, id, by, place }))).toEqual([
    { kind: 'meeting', id: meeting.id, by: 'meeting.remove', place: null },
    { kind: 'entry', id: entry.id, by: 'entry.remove', place: meeting.title },
  ]);
  const gone = dump(context.connection);
  const key = { kind: 'meeting', id: meeting.id } as const;
  expect(await refusalOf(client.trash.restore({ keys: [entry] }))).toEqual({
    error: 'TRASH_REFUSED',
    reason: 'missing',
    missing: [{ kind: 'meeting', title: meeting.title, key }],
  });
  expect(dump(context.connection)).toEqual(gone);
  await client.trash.restore({ keys: [key, entry] });
  expect(dump(context.connection)).toEqual(before);
  expect((await client.history.state()).undo).toMatchObject({ name: 'trash.restore', label: meeting.title.en });
  await client.history.undo();
  expect(dump(context.connection)).toEqual(gone);
  expect(await client.trash.list()).toEqual(list);
  expect(item.meetingId).toBe(meeting.id);
});

test('what it named and has gone for good stays away; what has taken its place is left alone', async () => {
  const { client, context } = openTestBackend().backend;
  const [person, other] = [makePerson(), makePerson()];
  await client.people.create(person);
  await client.people.create(other);
  await client.duplicates.setDistinct({ kind: 'person', aId: person.id, bId: other.id });
  await client.people.remove({ id: person.id });
  await client.people.remove({ id: other.id });
  await client.trash.restore({ keys: [{ kind: 'person', id: person.id }] });
  expect(dump(context.connection).person_distinct).toEqual([]);
  expect(await client.trash.list()).toMatchObject([{ kind: 'person', id: other.id }]);
  // Somebody has brought the record back from a file meanwhile: there is nothing left to bring back.
  await client.people.create({ ...other, note: 'new' });
  expect(await client.trash.list()).toEqual([]);
  expect(await refusalOf(client.trash.restore({ keys: [{ kind: 'person', id: other.id }] }))).toMatchObject({
    error: 'NOT_FOUND',
  });
});

test('a record that was joined into another one is not lost', async () => {
  const { client } = openTestBackend().backend;
  const [kept, merged] = [makeOrganization(), makeOrganization()];
  await client.organizations.create(kept);
  await client.organizations.create(merged);
  await client.duplicates.merge({ kind: 'organization', keepId: kept.id, mergeId: merged.id });
  expect(await client.trash.list()).toEqual([]);
});

test('nothing comes back into agreed minutes', async () => {
  const { client, context } = openTestBackend().backend;
  const { meeting, ids } = await addMinutes(client, [['speech', 'Открыл заседание.']]);
  const entry = { kind: 'entry', id: ids[0] ?? '' } as const;
  await client.entries.remove({ ids: [entry.id] });
  context.connection.sql("UPDATE meeting SET status = 'agreed' WHERE id = ?", meeting.id);
  expect(await refusalOf(client.trash.restore({ keys: [entry] }))).toMatchObject({ error: 'LOCKED' });
  expect(await client.trash.list()).toMatchObject([entry]);
});

test('whoever comes back is named again where nobody else was named meanwhile', async () => {
  const { client, context } = openTestBackend().backend;
  const person = makePerson();
  await client.people.create(person);
  const { ids } = await addMinutes(client, [['action', 'Подготовить программу.']]);
  await client.actions.report({
    entryIds: ids,
    status: 'in_progress',
    ...said({ reporterId: person.id, reporter: 'Ху' }),
  });
  const before = dump(context.connection);
  await client.people.remove({ id: person.id });
  expect(dump(context.connection).status_report).toMatchObject([{ reporter_person_id: null }]);
  await client.trash.restore({ keys: [{ kind: 'person', id: person.id }] });
  expect(dump(context.connection)).toEqual(before);
});
