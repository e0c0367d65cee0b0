import { safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { makeAgendaItem, makeEntry, makeMeeting, makePerson } from '../support/records.ts';

const failure = async (call: Promise<unknown>): Promise<unknown> => (await safe(call)).error;

/** A row in which two people are mentioned. */
async function openMentioned() {
  const { client, context } = openTestBackend().backend;
  const meeting = makeMeeting();
  await client.meetings.create(meeting);
  const item = makeAgendaItem(meeting.id);
  await client.agenda.add(item);
  const people = [makePerson(), makePerson()];
  for (const person of people) await client.people.create(person);
  const personIds = people.map(({ id }) => id).sort();
  const row = makeEntry(meeting.id, item.id, { mentions: personIds });
  await client.entries.add({ entries: [row] });
  const read = async () => (await client.meetings.get({ id: meeting.id })).entries;
  return { client, connection: context.connection, read, row, personIds };
}

test('mentions are named once each, absent when there are none, and gone with the row', async () => {
  const { client, connection, read, row, personIds } = await openMentioned();
  expect(await read()).toEqual([row]);
  const [first, second] = personIds;
  const change = async (mentions: string[]): Promise<void> => {
    await client.entries.update({ changes: [{ id: row.id, mentions }] });
  };
  await change([second!, second!]);
  expect((await read())[0]?.mentions).toEqual([second]);
  await change([second!, first!]);
  expect(await read()).toEqual([row]);
  await change([]);
  expect((await read())[0]).not.toHaveProperty('mentions');
  await client.history.undo();
  const before = dump(connection);
  await client.entries.remove({ ids: [row.id] });
  expect(connection.sql('SELECT * FROM entry_mention')).toEqual([]);
  await client.history.undo();
  expect(dump(connection)).toEqual(before);
  await client.meetings.remove({ id: row.meetingId });
  expect(connection.sql('SELECT * FROM entry_mention')).toEqual([]);
});

test('a mention holds the person', async () => {
  const { client, personIds } = await openMentioned();
  const remove = (personId: string) => failure(client.people.remove({ id: personId }));
  expect(await remove(personIds[0]!)).toMatchObject({
    code: 'IN_USE',
    data: { uses: [{ kind: 'mention', count: 1 }] },
  });
});

test('mentions follow a person who is joined with another, once', async () => {
  const { client, connection, read, row, personIds } = await openMentioned();
  const [keepId, mergeId] = personIds as [string, string];
  const other = makeEntry(row.meetingId, row.agendaItemId, { orderKey: 'a1', mentions: [mergeId] });
  await client.entries.add({ entries: [other] });
  const before = dump(connection);
  await client.duplicates.merge({ kind: 'person', keepId, mergeId });
  expect((await read()).map(({ mentions }) => mentions)).toEqual([[keepId], [keepId]]);
  await client.history.undo();
  expect(dump(connection)).toEqual(before);
  expect(await read()).toEqual([row, other]);
});

test('a person who is not in the register cannot be mentioned', async () => {
  const { client, read, row } = await openMentioned();
  const error = await failure(client.entries.update({ changes: [{ id: row.id, mentions: [newId()] }] }));
  expect(error).toMatchObject({ code: 'DANGLING_REFERENCE' });
  expect(await read()).toEqual([row]);
});
