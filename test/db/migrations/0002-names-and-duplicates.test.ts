import { expect, test } from 'vitest';
import { openConnection } from '../../../electron/db/connection.ts';
import { migrate } from '../../../electron/db/migrate.ts';
import { migrations } from '../../../electron/db/migrations/index.ts';
import { makeFolder, openTestBackend } from '../../support/backend.ts';

const personId = '019a0000-0000-7000-8000-000000000001';
const aliasId = '019a0000-0000-7000-8000-000000000002';

const personImage = {
  id: personId,
  gender: 'm',
  title_en: 'Professor',
  title_ru: 'профессор',
  title_zh: '教授',
  country: 'CN',
  email: 'hu.yidong@example.org',
  phone: '',
  messenger: '',
  languages: 'zh, ru',
  note: '',
};
const nameImages = (['latin', 'cyrillic', 'han'] as const).map((script) => ({
  person_id: personId,
  script,
  family: { latin: 'Hu', cyrillic: 'Ху', han: '胡' }[script],
  given: { latin: 'Yidong', cyrillic: 'Идун', han: '义东' }[script],
  patronymic: '',
  display: '',
  source: 'entered',
  sort_key: '',
}));
const aliasImage = { id: aliasId, person_id: personId, text: 'Hu Yi-dong', order_index: 0 };

/** A folder as version 1 left it: a person, made in one change set, whose e-mail and alias came in a second. */
function writeVersionOne(): string {
  const folder = makeFolder();
  const connection = openConnection(folder);
  migrate(connection, folder, migrations.slice(0, 1));
  const insert = (table: string, row: Record<string, unknown>): void => {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?').join(', ');
    connection.sql(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, ...Object.values(row));
  };
  let position = 0;
  const keep = (seq: number, table: string, key: string, before: object | null, after: object): void => {
    insert('change', {
      change_set_seq: seq,
      position: position++,
      table_name: table,
      row_key: key,
      before: before && JSON.stringify(before),
      after: JSON.stringify(after),
    });
  };
  const head = { label: 'Hu Yidong', at_ms: 1_790_000_000_000, kind: 'do', target_seq: null, state: 'done' };
  connection.transaction(() => {
    insert('person', personImage);
    for (const name of nameImages) insert('person_name', name);
    insert('person_alias', aliasImage);
    insert('change_set', { seq: 1, name: 'person.create', ...head });
    keep(1, 'person', personId, null, { ...personImage, email: '' });
    for (const name of nameImages) keep(1, 'person_name', `${personId}/${name.script}`, null, name);
    insert('change_set', { seq: 2, name: 'person.update', ...head });
    keep(2, 'person', personId, { ...personImage, email: '' }, personImage);
    keep(2, 'person_alias', aliasId, null, aliasImage);
  });
  expect(connection.pragma('user_version')).toBe(1);
  connection.close();
  return folder;
}

test('people of version 1 are as they were, their names of no known system', async () => {
  const { client } = openTestBackend(writeVersionOne()).backend;
  const person = await client.people.get({ id: personId });
  const part = { patronymic: '', display: '', source: 'entered', sortKey: '' };
  expect(person.names).toEqual({
    latin: { ...part, family: 'Hu', given: 'Yidong' },
    cyrillic: { ...part, family: 'Ху', given: 'Идун' },
    han: { ...part, family: '胡', given: '义东' },
  });
  expect(person).toMatchObject({
    aliases: [{ id: aliasId, text: 'Hu Yi-dong' }],
    title: { en: 'Professor', ru: 'профессор', zh: '教授' },
    email: 'hu.yidong@example.org',
  });
  expect(await client.duplicates.listDistinct()).toEqual([]);
  expect(await client.app.check()).toMatchObject({ integrity: 'ok', schemaVersion: migrations.length });
});

test('what was done in version 1 is undone and redone in the newest', async () => {
  const { client } = openTestBackend(writeVersionOne()).backend;
  const person = await client.people.get({ id: personId });
  expect((await client.history.undo()).name).toBe('person.update');
  expect(await client.people.get({ id: personId })).toEqual({ ...person, email: '', aliases: [] });
  expect((await client.history.undo()).name).toBe('person.create');
  expect(await client.people.list()).toEqual([]);
  await client.history.redo();
  await client.history.redo();
  expect(await client.people.get({ id: personId })).toEqual(person);
});

test('a system set in the newest version counts as a later change of a row of version 1', async () => {
  const { client } = openTestBackend(writeVersionOne()).backend;
  const { names } = await client.people.get({ id: personId });
  await client.people.update({ id: personId, names: { ...names, latin: { ...names.latin, scheme: 'pinyin' } } });
  expect((await client.people.get({ id: personId })).names.latin.scheme).toBe('pinyin');
  await client.history.undo();
  expect((await client.people.get({ id: personId })).names).toEqual(names);
});
