import { expect, test } from 'vitest';
import { stateOf } from '#shared/domain/translations/state.ts';
import { type Connection, openConnection } from '../../../electron/db/connection.ts';
import { migrate } from '../../../electron/db/migrate.ts';
import { migrations } from '../../../electron/db/migrations/index.ts';
import { makeFolder, openTestBackend } from '../../support/backend.ts';
import { dump } from '../../support/dump.ts';

const id = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [meetingId, itemId, entryId, agreementId, partyId] = [1, 2, 3, 4, 5].map(id) as [
  string,
  string,
  string,
  string,
  string,
];

const localized = (name: string, [en, ru, zh]: readonly [string, string, string] = ['', '', '']) => ({
  [`${name}_en`]: en,
  [`${name}_ru`]: ru,
  [`${name}_zh`]: zh,
});

type Row = Record<string, string | number | null>;

const meeting: Row = {
  id: meetingId,
  group_id: null,
  number: '4',
  kind: 'bilateral',
  format: 'online',
  status: 'draft',
  minutes_kind: 'minutes',
  ...localized('title', ['', 'Четвёртое заседание', '第四次会议']),
  ...localized('theme', ['', 'Новые материалы', '']),
  ...localized('framework'),
  date: '2026-06-20',
  end_date: null,
  start_time: '10:00',
  end_time: null,
  zone: 'Asia/Shanghai',
  working_languages: '["zh","ru"]',
  head_count: null,
  ...localized('part_of'),
  next_meeting_date: null,
  ...localized('next_meeting_note'),
  ...localized('note'),
  parent_id: null,
  calendar_sequence: 0,
};
const item: Row = {
  id: itemId,
  meeting_id: meetingId,
  ...localized('title', ['Opening', 'Об открытии', '']),
  presenter_attendance_id: null,
  planned_minutes: null,
  state: 'open',
  is_recurring: 0,
  carried_from_id: null,
  order_key: 'a0',
};
const entry: Row = {
  id: entryId,
  meeting_id: meetingId,
  agenda_item_id: itemId,
  kind: 'decision',
  speaker_attendance_id: null,
  source_language: 'ru',
  at_ms: null,
  order_key: 'a0',
};
const texts: Row[] = [
  { entry_id: entryId, language: 'en', text: '', revision: 4, base_revision: 2, status: 'draft' },
  {
    entry_id: entryId,
    language: 'ru',
    text: 'Провести семинар осенью.',
    revision: 3,
    base_revision: null,
    status: 'reviewed',
  },
  { entry_id: entryId, language: 'zh', text: '春季举办研讨会。', revision: 1, base_revision: 2, status: 'reviewed' },
];
const revisions: Row[] = [
  { entry_id: entryId, language: 'ru', revision: 2, text: 'Провести семинар весной.', at_ms: 1 },
  { entry_id: entryId, language: 'ru', revision: 3, text: 'Провести семинар осенью.', at_ms: 2 },
];
const agreement: Row = {
  id: agreementId,
  meeting_id: meetingId,
  kind: 'memorandum',
  ...localized('title', ['', 'Меморандум', '']),
  signed_on: null,
  several: 0,
  order_key: 'a0',
};
const party: Row = {
  id: partyId,
  agreement_id: agreementId,
  organization_id: null,
  ...localized('description', ['', '', '江苏省产业技术研究院']),
  order_index: 0,
};

const sets: { name: string; changes: { table: string; key: string; row: Row }[] }[] = [
  { name: 'meeting.create', changes: [{ table: 'meeting', key: meetingId, row: meeting }] },
  { name: 'agenda.add', changes: [{ table: 'agenda_item', key: itemId, row: item }] },
  {
    name: 'entry.add',
    changes: [
      { table: 'entry', key: entryId, row: entry },
      ...texts.map((row) => ({ table: 'entry_text', key: `${entryId}/${String(row['language'])}`, row })),
    ],
  },
  {
    name: 'agreement.add',
    changes: [
      { table: 'agreement', key: agreementId, row: agreement },
      { table: 'agreement_party', key: partyId, row: party },
    ],
  },
];

/** A folder as version 5 left it. */
function writeVersionFive(): { folder: string; before: Record<string, unknown[]> } {
  const folder = makeFolder();
  const connection = openConnection(folder);
  migrate(connection, folder, migrations.slice(0, 5));
  expect(connection.pragma('user_version')).toBe(5);
  const insert = (table: string, row: Row): void => {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?').join(', ');
    connection.sql(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, ...Object.values(row));
  };
  connection.transaction(() => {
    for (const [index, { name, changes }] of sets.entries()) {
      const head = { seq: index + 1, name, label: '', at_ms: 0, kind: 'do', target_seq: null, state: 'done' };
      insert('change_set', { ...head, group_id: null });
      for (const [position, { table, key, row }] of changes.entries()) {
        insert(table, row);
        const images = { before: null, after: JSON.stringify(row) };
        insert('change', { change_set_seq: index + 1, position, table_name: table, row_key: key, ...images });
      }
    }
    for (const row of revisions) insert('entry_revision', row);
  });
  const before = readRows(connection);
  connection.close();
  return { folder, before };
}

/** Every row that version 5 wrote, with the columns that it had. */
function readRows(connection: Connection): Record<string, unknown[]> {
  const changes = sets.flatMap((set) => set.changes);
  return Object.fromEntries(
    changes.map(({ table, row }) => [
      table,
      connection.sql(`SELECT ${Object.keys(row).join(', ')} FROM ${table} ORDER BY 1, 2`),
    ]),
  );
}

test('texts are as they were, with the states that they had; titles are current drafts', async () => {
  const { folder, before } = writeVersionFive();
  const { client, context } = openTestBackend(folder).backend;
  expect(readRows(context.connection)).toEqual(before);
  expect(before['entry_text']).toEqual(texts);
  const [row] = (await client.meetings.get({ id: meetingId })).entries;
  if (row === undefined) throw new Error('the row is gone');
  expect([stateOf(row, 'en'), stateOf(row, 'ru'), stateOf(row, 'zh')]).toEqual(['empty', 'filled', 'outdated']);
  expect(await client.translations.bases({ meetingId })).toEqual([
    { kind: 'entry', id: entryId, language: 'zh', baseText: 'Провести семинар весной.' },
  ]);
  const headings = await client.translations.headings({ meetingId });
  expect(headings.map(({ kind, sourceLanguage }) => [kind, sourceLanguage])).toEqual([
    ['meeting_title', 'zh'],
    ['meeting_theme', 'ru'],
    ['agenda_title', 'ru'],
    ['agreement_title', 'ru'],
    ['party_description', 'zh'],
  ]);
  expect(headings.flatMap(({ texts: { en, ru, zh } }) => [en, ru, zh]).every(({ revision }) => revision === 0)).toBe(
    true,
  );
  const [progress] = await client.translations.progress({ meetingIds: [meetingId] });
  expect(progress?.languages.ru).toMatchObject({ total: 6, filled: 5, reviewed: 1, outdated: 0, empty: 1 });
  expect(await client.app.check()).toMatchObject({ integrity: 'ok', schemaVersion: migrations.length });
});

test('a title that version 5 wrote leaves its translations behind when it changes', async () => {
  const { client } = openTestBackend(writeVersionFive().folder).backend;
  await client.meetings.update({ id: meetingId, title: { en: '', ru: 'Четвёртое заседание', zh: '第四次工作会议' } });
  expect(await client.translations.bases({ meetingId })).toContainEqual({
    kind: 'meeting_title',
    id: meetingId,
    language: 'ru',
    baseText: '第四次会议',
  });
});

test('what was done in version 5 is undone and redone in the newest', async () => {
  const { client, context } = openTestBackend(writeVersionFive().folder).backend;
  const before = dump(context.connection);
  for (let step = 0; step < sets.length; step++) await client.history.undo();
  expect(await client.meetings.list()).toEqual([]);
  for (let step = 0; step < sets.length; step++) await client.history.redo();
  expect(dump(context.connection)).toEqual(before);
  expect((await client.app.check()).integrity).toBe('ok');
});
