import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { safe } from '@orpc/client';
import type { Backend } from '../../electron/backend.ts';
import { commit } from '../../electron/context.ts';
import type { Connection } from '../../electron/db/connection.ts';
import { makeFolder, openTestBackend } from '../support/backend.ts';
import { makeAgendaItem, makeEntry, makeMeeting, makeOrganization, makePerson } from '../support/records.ts';

type Client = Backend['client'];

const find = async (client: Client, query: string): Promise<string[]> =>
  (await client.search.find({ query })).map(({ id }) => id);

/** Every word of the index with its place, by record: what must not depend on how the index came to be. */
function contents(connection: Connection): unknown[] {
  const tables = ['search_register', 'search_entry'];
  return tables.flatMap((table) => {
    const terms = `temp.instance_of_${table}`;
    connection.sql(`CREATE VIRTUAL TABLE IF NOT EXISTS ${terms} USING fts5vocab('main', '${table}', 'instance')`);
    return connection.sql(
      `SELECT i.term, i.col, i.offset, hex(r.id) AS id, r.keys FROM ${terms} i
       JOIN search_record r ON r.row = i.doc ORDER BY i.term, id, i.col, i.offset`,
    );
  });
}

const rowCounts = (connection: Connection): unknown =>
  connection.sql(
    `SELECT (SELECT count(*) FROM search_record) AS records,
       (SELECT count(*) FROM search_register_docsize) + (SELECT count(*) FROM search_entry_docsize) AS rows,
       (SELECT building FROM search_state) AS building`,
  );

async function addMeeting(client: Client) {
  const meeting = makeMeeting();
  await client.meetings.create(meeting);
  const item = makeAgendaItem(meeting.id);
  await client.agenda.add(item);
  return { meeting, item };
}

describe('what was written is found by the next search', () => {
  test('people, through change, removal, undo and redo', async () => {
    const { client } = openTestBackend().backend;
    const person = makePerson({ note: 'canary' });
    await client.people.create(person);
    expect(await find(client, 'canary')).toEqual([person.id]);
    await client.people.update({ id: person.id, note: 'sparrow' });
    expect(await find(client, 'canary')).toEqual([]);
    expect(await find(client, 'sparrow')).toEqual([person.id]);
    await client.history.undo();
    expect(await find(client, 'canary')).toEqual([person.id]);
    await client.history.redo();
    expect(await find(client, 'sparrow')).toEqual([person.id]);
    await client.people.remove({ id: person.id });
    expect(await find(client, 'sparrow')).toEqual([]);
    await client.history.undo();
    expect(await find(client, 'sparrow')).toEqual([person.id]);
  });

  test('entries: a saved text, a kind, a removal', async () => {
    const { client } = openTestBackend().backend;
    const { meeting, item } = await addMeeting(client);
    const entry = makeEntry(meeting.id, item.id);
    await client.entries.add({ entries: [entry] });
    await client.entries.saveText({ entryId: entry.id, language: 'ru', text: 'Отметил канарейку.', revision: 0 });
    expect((await client.search.find({ query: 'канарейку' })).map(({ kind }) => kind)).toEqual(['entry']);
    await client.entries.update({
      changes: [
        {
          id: entry.id,
          kind: 'action',
          action: { due: null, dueAtNextMeeting: true, status: 'open', owners: [] },
        },
      ],
    });
    expect((await client.search.find({ query: 'канарейку' })).map(({ kind }) => kind)).toEqual(['action']);
    await client.entries.saveText({ entryId: entry.id, language: 'ru', text: 'Отметил воробья.', revision: 1 });
    expect(await find(client, 'канарейку')).toEqual([]);
    await client.entries.remove({ ids: [entry.id] });
    expect(await find(client, 'воробья')).toEqual([]);
  });

  test('the people of a renamed organisation', async () => {
    const { client } = openTestBackend().backend;
    const organization = makeOrganization();
    await client.organizations.create(organization);
    const affiliation = { id: newId(), organizationId: organization.id, from: null, to: null };
    const person = makePerson({ affiliations: [{ ...affiliation, position: { en: '', ru: '', zh: '' } }] });
    await client.people.create(person);
    await client.organizations.update({ id: organization.id, name: { en: 'Canary House', ru: '', zh: '' } });
    expect(await find(client, 'canary')).toEqual([organization.id, person.id]);
  });

  test('groups, meetings and agreements, and a whole record that was read in', async () => {
    const { client } = openTestBackend().backend;
    const { meeting } = await addMeeting(client);
    const title = { en: 'Canary memorandum', ru: '', zh: '' };
    const agreement = { id: newId(), meetingId: meeting.id, kind: 'memorandum' as const, title, orderKey: 'a0' };
    await client.agreements.add({ ...agreement, signedOn: null, several: false, parties: [], signatories: [] });
    expect(await find(client, 'canary')).toEqual([agreement.id]);
    await client.meetings.update({ id: meeting.id, theme: { en: 'Sparrows', ru: '', zh: '' } });
    expect(await find(client, 'sparrows')).toEqual([meeting.id]);
    const file = await client.records.export({ meetingId: meeting.id });
    const other = openTestBackend().backend.client;
    await other.records.import({ file });
    expect(await find(other, 'canary')).toEqual([agreement.id]);
    expect(await find(other, 'sparrows')).toEqual([meeting.id]);
  });

  test('row changes of any feature, also one that does not index by itself', async () => {
    const { client, context } = openTestBackend().backend;
    const person = makePerson();
    await client.people.create(person);
    commit(context, { name: 'person.update', label: '' }, (write) => {
      write.update('person', { id: person.id }, { note: 'canary' });
    });
    expect(await find(client, 'canary')).toEqual([person.id]);
  });
});

test('open pages are told once when catching up gave people other search keys, and not otherwise', async () => {
  const { client, context } = openTestBackend().backend;
  const person = makePerson();
  await client.people.create(person);
  await find(client, 'nothing');
  const events: unknown[] = [];
  context.events.subscribe('change', (event) => events.push(event));
  const write = (work: Parameters<typeof commit<void>>[2]) => {
    commit(context, { name: 'person.update', label: '' }, work);
    return events.splice(0).at(-1);
  };
  const written = write((to) => {
    to.insert('person_alias', { id: newId(), person_id: person.id, text: 'Canary', order_index: 0 });
  });
  await find(client, 'nothing');
  await find(client, 'nothing');
  expect(events.splice(0)).toEqual([{ ...Object(written), tables: ['person'] }]);
  const [row] = await client.people.list();
  expect(row?.keys.split(' ')).toContain('canary');
  write((to) => {
    to.update('person', { id: person.id }, { note: 'sparrow' });
  });
  expect(await find(client, 'sparrow')).toEqual([person.id]);
  expect(events).toEqual([]);
  context.connection.sql('UPDATE search_state SET version = 0');
  await find(client, 'nothing');
  expect(events).toMatchObject([{ tables: ['person'] }]);
});

test('what no search or timer came to before the end is found after it', async () => {
  const folder = makeFolder();
  const { backend } = openTestBackend(folder);
  const { client, context } = backend;
  const { meeting, item } = await addMeeting(client);
  await find(client, 'nothing');
  const entry = makeEntry(meeting.id, item.id);
  await client.entries.add({
    entries: [{ ...entry, texts: { ...entry.texts, ru: { ...entry.texts.ru, text: 'Канарейка.' } } }],
  });
  // Closing brings nothing up to date, as a kill would not.
  expect(rowCounts(context.connection)).toMatchObject([{ records: 1 }]);
  await backend.close();
  const { client: next } = openTestBackend(folder).backend;
  expect(await find(next, 'канарейка')).toEqual([entry.id]);
});

test('a build that was cut off goes on, and an index of another version is built anew', async () => {
  const folder = makeFolder();
  const first = openTestBackend(folder).backend;
  const person = makePerson({ note: 'canary' });
  await first.client.people.create(person);
  await addMeeting(first.client);
  await find(first.client, 'canary');
  const whole = contents(first.context.connection);
  const { connection } = first.context;
  connection.sql('DELETE FROM search_register');
  connection.sql('DELETE FROM search_entry');
  connection.sql('DELETE FROM search_record');
  connection.sql('UPDATE search_state SET building = ?', JSON.stringify({ step: 0, afterId: '' }));
  await first.close();
  const second = openTestBackend(folder).backend;
  expect(await find(second.client, 'canary')).toEqual([person.id]);
  expect(contents(second.context.connection)).toEqual(whole);
  second.context.connection.sql('UPDATE search_state SET version = 0');
  second.context.connection.sql('DELETE FROM search_record');
  await second.close();
  const third = openTestBackend(folder).backend;
  expect(await find(third.client, 'canary')).toEqual([person.id]);
  expect(contents(third.context.connection)).toEqual(whole);
});

test('a build lets other calls through', async () => {
  const { client, context } = openTestBackend().backend;
  for (let index = 0; index < 20; index++) await client.people.create(makePerson({ note: `canary ${String(index)}` }));
  // Its handlers are loaded at the first call, which is not what is looked at here.
  await client.settings.get();
  context.connection.sql('UPDATE search_state SET version = 0');
  const order: string[] = [];
  const searching = find(client, 'canary').then(() => order.push('search'));
  await client.settings.get().then(() => order.push('settings'));
  await searching;
  expect(order).toEqual(['settings', 'search']);
});

test('the words of a removed person leave the file when it is closed', async () => {
  const folder = makeFolder();
  const { backend } = openTestBackend(folder);
  const removed = makePerson({ note: 'quetzalcoatlus' });
  await backend.client.people.create(removed);
  await backend.client.people.create(makePerson({ note: 'canary' }));
  const blocks = (connection: Connection): string =>
    connection
      .sql<{ block: Buffer }>('SELECT block FROM search_register_data')
      .map(({ block }) => block.toString('latin1'))
      .join('');
  expect(blocks(backend.context.connection)).toContain('quetzalcoatlus');
  await backend.client.people.remove({ id: removed.id });
  await backend.close();
  const { context, client } = openTestBackend(folder).backend;
  expect(blocks(context.connection)).not.toContain('etzalcoatlus');
  expect(await find(client, 'canary')).toHaveLength(1);
});

test('an index kept step by step is the one that a build makes', async () => {
  const step = fc.record({
    kind: fc.nat(9),
    pick: fc.nat(),
    text: fc.constantFrom('Хутор', '产业技术', 'Canary 7', ''),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const { backend, logged } = openTestBackend();
      const { connection } = backend.context;
      const { meeting, item } = await addMeeting(backend.client);
      // Undo may have taken away what a step needs; that is refused, and no bug.
      for (const one of steps) await safe(work(backend.client, meeting.id, item.id, one));
      expect(logged).toEqual([]);
      await find(backend.client, 'nothing');
      const kept = contents(connection);
      const counts = rowCounts(connection);
      connection.sql('UPDATE search_state SET version = 0');
      await find(backend.client, 'nothing');
      expect(kept).toEqual(contents(connection));
      expect(counts).toEqual(rowCounts(connection));
      await backend.close();
    }),
    { numRuns: 12 },
  );
});

/** One random, valid step; skips what is not possible yet. */
async function work(
  client: Client,
  meetingId: string,
  itemId: string,
  { kind, pick, text }: { kind: number; pick: number; text: string },
): Promise<unknown> {
  const choose = <Item>(list: readonly Item[]): Item | undefined => list[pick % Math.max(list.length, 1)];
  const person = choose(await client.people.list());
  const organization = choose(await client.organizations.list());
  const entry = choose((await client.meetings.get({ id: meetingId })).entries);
  switch (kind) {
    case 0:
      return client.people.create(makePerson({ note: text }));
    case 1:
      return client.organizations.create(makeOrganization({ abbreviation: { en: text, ru: '', zh: '' } }));
    case 2:
      return person && client.people.update({ id: person.id, aliases: [{ id: newId(), text }] });
    case 3:
      return (
        person && organization && client.people.update({ id: person.id, affiliations: [affiliate(organization.id)] })
      );
    case 4:
      return organization && client.organizations.update({ id: organization.id, name: { en: text, ru: '', zh: '' } });
    case 5:
      return client.entries.add({ entries: [makeEntry(meetingId, itemId)], group: 'typed' });
    case 6:
      return (
        entry &&
        client.entries.saveText({
          entryId: entry.id,
          language: 'ru',
          text,
          revision: entry.texts.ru.revision,
          group: 'typed',
        })
      );
    case 7:
      return person && client.people.remove({ id: person.id });
    case 8:
      return client.history.undo();
    default:
      return client.history.redo();
  }
}

const affiliate = (organizationId: string) => ({
  id: newId(),
  organizationId,
  position: { en: '', ru: '', zh: '' },
  from: null,
  to: null,
});
