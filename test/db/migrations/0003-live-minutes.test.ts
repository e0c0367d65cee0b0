import { expect, test } from 'vitest';
import { openConnection } from '../../../electron/db/connection.ts';
import { migrate } from '../../../electron/db/migrate.ts';
import { migrations } from '../../../electron/db/migrations/index.ts';
import { makeFolder, openTestBackend } from '../../support/backend.ts';

const meetingId = '019a0000-0000-7000-8000-000000000001';
const sideId = '019a0000-0000-7000-8000-000000000002';
const itemId = '019a0000-0000-7000-8000-000000000003';
const entryId = '019a0000-0000-7000-8000-000000000004';

const localized = (name: string, [en, ru, zh]: readonly [string, string, string] = ['', '', '']) => ({
  [`${name}_en`]: en,
  [`${name}_ru`]: ru,
  [`${name}_zh`]: zh,
});

const meetingImage = {
  id: meetingId,
  group_id: null,
  number: '2',
  kind: 'bilateral',
  format: 'online',
  status: 'draft',
  minutes_kind: 'minutes',
  ...localized('title', ['Second meeting', 'Второе заседание', '第二次会议']),
  ...localized('theme'),
  ...localized('framework'),
  date: '2026-05-20',
  end_date: null,
  start_time: '10:00',
  end_time: null,
  zone: 'Asia/Shanghai',
  working_languages: '["ru"]',
  head_count: null,
  ...localized('part_of'),
  next_meeting_date: null,
  ...localized('next_meeting_note'),
  ...localized('note'),
};
const sideImage = {
  id: sideId,
  meeting_id: meetingId,
  country: 'CN',
  ...localized('name', ['Chinese side', 'Китайская сторона', '中方']),
  zone: 'Asia/Shanghai',
  lead_organization_id: null,
  order_index: 0,
};
const itemImage = {
  id: itemId,
  meeting_id: meetingId,
  ...localized('title', ['Opening', 'Об открытии', '开幕']),
  presenter_attendance_id: null,
  planned_minutes: 10,
  state: 'open',
  order_key: 'a0',
};
const entryImage = {
  id: entryId,
  meeting_id: meetingId,
  agenda_item_id: itemId,
  kind: 'speech',
  speaker_attendance_id: null,
  source_language: 'ru',
  at_ms: 1_790_000_000_000,
  order_key: 'a0',
};
const textImage = {
  entry_id: entryId,
  language: 'ru',
  text: 'Открыл.',
  revision: 1,
  base_revision: null,
  status: 'draft',
};

/** A folder as version 2 left it: a meeting with a side and an agenda item, then an entry, then its text. */
function writeVersionTwo(): string {
  const folder = makeFolder();
  const connection = openConnection(folder);
  migrate(connection, folder, migrations.slice(0, 2));
  const insert = (table: string, row: Record<string, unknown>): void => {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?').join(', ');
    connection.sql(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, ...Object.values(row));
  };
  let position = 0;
  const add = (seq: number, table: string, key: string, row: Record<string, unknown>): void => {
    insert(table, row);
    insert('change', {
      change_set_seq: seq,
      position: position++,
      table_name: table,
      row_key: key,
      before: null,
      after: JSON.stringify(row),
    });
  };
  const head = { label: '', at_ms: 1_790_000_000_000, kind: 'do', target_seq: null, state: 'done' };
  connection.transaction(() => {
    insert('change_set', { seq: 1, name: 'meeting.create', ...head });
    add(1, 'meeting', meetingId, meetingImage);
    add(1, 'meeting_side', sideId, sideImage);
    add(1, 'agenda_item', itemId, itemImage);
    insert('change_set', { seq: 2, name: 'entry.add', ...head });
    add(2, 'entry', entryId, entryImage);
    insert('change_set', { seq: 3, name: 'entry.text', ...head });
    add(3, 'entry_text', `${entryId}/ru`, textImage);
    insert('entry_revision', { entry_id: entryId, language: 'ru', revision: 1, text: 'Открыл.', at_ms: 0 });
  });
  expect(connection.pragma('user_version')).toBe(2);
  connection.close();
  return folder;
}

test('a meeting of version 2 is as it was: no quorum, nobody mentioned, no time spent, nothing cut off', async () => {
  const { client } = openTestBackend(writeVersionTwo()).backend;
  const { meeting, entries } = await client.meetings.get({ id: meetingId });
  const name = { en: 'Chinese side', ru: 'Китайская сторона', zh: '中方' };
  expect(meeting.sides).toEqual([{ id: sideId, country: 'CN', name, zone: 'Asia/Shanghai', leadOrganizationId: null }]);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ id: entryId, texts: { ru: { text: 'Открыл.', revision: 1 } } });
  expect(entries[0]).not.toHaveProperty('mentions');
  expect(await client.minutes.open({ meetingId })).toMatchObject({ position: 3, spentSeconds: {} });
  expect(await client.minutes.recovered()).toEqual([]);
  expect(await client.app.check()).toMatchObject({ integrity: 'ok', schemaVersion: migrations.length });
});

test('what was done in version 2 belongs to no group, and is undone and redone in the newest', async () => {
  const { client } = openTestBackend(writeVersionTwo()).backend;
  const before = await client.meetings.get({ id: meetingId });
  const typed = { entryId, language: 'ru', text: 'Открыл заседание.', revision: 1, group: 'g' } as const;
  expect(await client.entries.saveText(typed)).toMatchObject({ revision: 2, position: 4 });
  const after = await client.meetings.get({ id: meetingId });
  const names = ['entry.text', 'entry.text', 'entry.add', 'meeting.create'];
  for (const name of names) expect((await client.history.undo()).name).toBe(name);
  expect(await client.meetings.list()).toEqual([]);
  for (const name of names.toReversed().slice(0, 3)) expect((await client.history.redo()).name).toBe(name);
  expect(await client.meetings.get({ id: meetingId })).toEqual(before);
  await client.history.redo();
  expect(await client.meetings.get({ id: meetingId })).toEqual(after);
});

test('a quorum set in the newest version is undone on a side of version 2', async () => {
  const { client } = openTestBackend(writeVersionTwo()).backend;
  const { meeting } = await client.meetings.get({ id: meetingId });
  const sides = meeting.sides.map((side) => ({ ...side, quorum: 5 }));
  await client.meetings.update({ id: meetingId, sides });
  expect((await client.meetings.get({ id: meetingId })).meeting.sides).toEqual(sides);
  await client.history.undo();
  expect((await client.meetings.get({ id: meetingId })).meeting).toEqual(meeting);
});
