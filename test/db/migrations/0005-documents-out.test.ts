import { expect, test } from 'vitest';
import { type Connection, openConnection } from '../../../electron/db/connection.ts';
import { migrate } from '../../../electron/db/migrate.ts';
import { migrations } from '../../../electron/db/migrations/index.ts';
import { makeFolder, openTestBackend } from '../../support/backend.ts';
import { dump } from '../../support/dump.ts';

const id = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [meetingId, versionId, circulationId, attendanceId] = [1, 2, 3, 4].map(id) as [string, string, string, string];
const kinds = ['invitation', 'reminder', 'circulation', 'circulation_reminder', 'agreed'] as const;
const letterIds = kinds.map((_kind, index) => id(10 + index));

const localized = (name: string, [en, ru, zh]: readonly [string, string, string] = ['', '', '']) => ({
  [`${name}_en`]: en,
  [`${name}_ru`]: ru,
  [`${name}_zh`]: zh,
});

type Row = Record<string, string | number | null>;

const meeting: Row = {
  id: meetingId,
  group_id: null,
  number: '3',
  kind: 'bilateral',
  format: 'hybrid',
  status: 'draft',
  minutes_kind: 'minutes',
  ...localized('title', ['Third meeting', 'Третье заседание', '第三次会议']),
  ...localized('theme'),
  ...localized('framework'),
  date: '2026-05-20',
  end_date: null,
  start_time: '10:00',
  end_time: '12:00',
  zone: 'Asia/Shanghai',
  working_languages: '["ru","zh"]',
  head_count: null,
  ...localized('part_of'),
  next_meeting_date: null,
  ...localized('next_meeting_note'),
  ...localized('note'),
  parent_id: null,
  calendar_sequence: 2,
};

const version: Row = {
  id: versionId,
  meeting_id: meetingId,
  number: 1,
  at_ms: 1_790_000_000_000,
  purpose: 'circulation',
  reason: '',
  content_sha256: 'a'.repeat(64),
  agreed_at_ms: null,
};

const circulation: Row = {
  id: circulationId,
  meeting_id: meetingId,
  version_id: versionId,
  opened_at_ms: 1_790_000_000_000,
  comments_due: '2026-06-01',
  note: '',
  closed_at_ms: null,
  outcome: '',
};

const letters = kinds.map((kind, index): Row => ({
  id: letterIds[index] ?? '',
  meeting_id: meetingId,
  circulation_id: kind.startsWith('circulation') ? circulationId : null,
  kind,
  attendance_id: index === 1 ? null : attendanceId,
  name: 'Орлова Марина Ивановна',
  email: index === 2 ? '' : 'orlova@institute.example',
  language: (['ru', 'zh', 'en', 'ru', 'zh'] as const)[index] ?? 'en',
  due: index === 4 ? null : '2026-06-01',
  note: 'С уважением — 敬请查收',
  drafted_at_ms: 1_790_000_000_000 + index,
  sent_at_ms: index % 2 === 0 ? 1_790_000_100_000 : null,
}));

const keyOf: Record<string, string> = { meeting: 'id', version: 'id', circulation: 'id', letter: 'id' };

const sets: { name: string; changes: { table: string; row: Row }[] }[] = [
  { name: 'meeting.create', changes: [{ table: 'meeting', row: meeting }] },
  {
    name: 'circulation.open',
    changes: [
      { table: 'version', row: version },
      { table: 'circulation', row: circulation },
    ],
  },
  ...letters.map((row) => ({ name: 'letter.draft', changes: [{ table: 'letter', row }] })),
];

/** A folder as version 4 left it. */
function writeVersionFour(): { folder: string; before: Record<string, unknown[]> } {
  const folder = makeFolder();
  const connection = openConnection(folder);
  migrate(connection, folder, migrations.slice(0, 4));
  expect(connection.pragma('user_version')).toBe(4);
  const insert = (table: string, row: Row): void => {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?').join(', ');
    connection.sql(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, ...Object.values(row));
  };
  connection.transaction(() => {
    for (const [index, { name, changes }] of sets.entries()) {
      const head = { seq: index + 1, name, label: '', at_ms: 0, kind: 'do', target_seq: null, state: 'done' };
      insert('change_set', { ...head, group_id: null });
      for (const [position, { table, row }] of changes.entries()) {
        insert(table, row);
        const rowKey = String(row[keyOf[table] ?? '']);
        const images = { before: null, after: JSON.stringify(row) };
        insert('change', { change_set_seq: index + 1, position, table_name: table, row_key: rowKey, ...images });
      }
    }
  });
  const before = readRows(connection);
  connection.close();
  return { folder, before };
}

/** Every row that version 4 wrote, with the columns that it had. */
function readRows(connection: Connection): Record<string, unknown[]> {
  const of = (table: string, row: Row): [string, unknown[]] => [
    table,
    connection.sql(`SELECT ${Object.keys(row).join(', ')} FROM ${table} ORDER BY id`),
  ];
  return Object.fromEntries([
    of('meeting', meeting),
    of('version', version),
    of('circulation', circulation),
    of('letter', letters[0] ?? {}),
  ]);
}

test('letters of every kind are as they were; no draft of theirs was kept', async () => {
  const { folder, before } = writeVersionFour();
  const { client, context } = openTestBackend(folder).backend;
  expect(readRows(context.connection)).toEqual(before);
  expect(before['letter']).toEqual(letters);
  const found = await client.letters.list({ meetingId });
  expect(found.map(({ id: letterId, kind, sentAtMs }) => [letterId, kind, sentAtMs !== null])).toEqual(
    kinds.map((kind, index) => [letterIds[index], kind, index % 2 === 0]),
  );
  expect(context.connection.sql('SELECT DISTINCT draft_sha256 FROM letter')).toEqual([{ draft_sha256: '' }]);
  expect(await client.documents.journal({ meetingId })).toEqual([]);
  expect(await client.letterheads.list()).toEqual([]);
  expect(await client.app.check()).toMatchObject({ integrity: 'ok', schemaVersion: migrations.length });
});

test('the rebuilt table knows one kind more, refuses what it refused, and is found as fast', () => {
  const { folder } = writeVersionFour();
  const { connection } = openTestBackend(folder).backend.context;
  const run = (sql: string) => () => connection.sql(sql);
  const [first = ''] = letterIds;
  expect(run(`UPDATE letter SET kind = 'postcard' WHERE id = '${first}'`)).toThrow('CHECK');
  expect(run(`UPDATE letter SET circulation_id = '${id(99)}' WHERE id = '${first}'`)).toThrow('FOREIGN KEY');
  expect(run(`DELETE FROM circulation`)).toThrow('FOREIGN KEY');
  connection.sql(`UPDATE letter SET kind = 'documents' WHERE id = '${first}'`);
  const indexes = connection.sql<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('letter', 'export_log') AND sql IS NOT NULL",
  );
  expect(indexes.map(({ name }) => name).sort()).toEqual([
    'export_log_meeting',
    'letter_circulation',
    'letter_meeting',
  ]);
});

test('what was done in version 4 is undone and redone in the newest', async () => {
  const { folder } = writeVersionFour();
  const { client, context } = openTestBackend(folder).backend;
  const before = dump(context.connection);
  for (let step = 0; step < sets.length; step++) await client.history.undo();
  expect(await client.meetings.list()).toEqual([]);
  expect((await client.history.state()).undo).toBeNull();
  for (let step = 0; step < sets.length; step++) await client.history.redo();
  expect(dump(context.connection)).toEqual(before);
  expect((await client.app.check()).integrity).toBe('ok');
});
