import { expect, test } from 'vitest';
import { type Connection, openConnection } from '../../../electron/db/connection.ts';
import { migrate } from '../../../electron/db/migrate.ts';
import { migrations } from '../../../electron/db/migrations/index.ts';
import { makeFolder, openTestBackend } from '../../support/backend.ts';
import { dump } from '../../support/dump.ts';

type Row = Record<string, string | number | null>;

const id = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [meetingId, attendanceId, organizationId, agreementId, partyId, signatoryId, groupId] = [1, 2, 3, 4, 5, 6, 7].map(
  id,
) as [string, string, string, string, string, string, string];

const localized = (name: string, [en, ru, zh]: readonly [string, string, string] = ['', '', '']) => ({
  [`${name}_en`]: en,
  [`${name}_ru`]: ru,
  [`${name}_zh`]: zh,
});

const group: Row = {
  id: groupId,
  ...localized('name', ['', 'Рабочая группа', '工作组']),
  ...localized('aims'),
  ...localized('tasks'),
  ...localized('areas'),
  founding_document: 'Протокол № 1',
};
const organization: Row = {
  id: organizationId,
  kind: 'institute',
  country: 'CN',
  note: '',
  ...localized('name', ['', '', '江苏省产业技术研究院']),
  ...localized('abbreviation'),
  ...localized('city'),
};
const meeting: Row = {
  id: meetingId,
  group_id: groupId,
  number: '4',
  kind: 'bilateral',
  format: 'online',
  status: 'draft',
  minutes_kind: 'minutes',
  ...localized('title', ['', 'Четвёртое заседание', '第四次会议']),
  ...localized('theme'),
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
const attendance: Row = {
  id: attendanceId,
  meeting_id: meetingId,
  person_id: null,
  organization_id: organizationId,
  head_count: null,
  side_id: null,
  roles: '["participant"]',
  category: 'participant',
  mode: 'in_person',
  response: 'none',
  presence: 'present',
  arrived_at: null,
  left_at: null,
  ...localized('name', ['', 'Лу Цзинь', '陆津']),
  ...localized('position', ['', 'директор', '院长']),
  ...localized('organization'),
  order_key: 'a0',
};
const agreement: Row = {
  id: agreementId,
  meeting_id: meetingId,
  kind: 'memorandum',
  ...localized('title', ['', 'Меморандум', '备忘录']),
  signed_on: '2026-06-20',
  several: 1,
  order_key: 'a0',
};
const party: Row = {
  id: partyId,
  agreement_id: agreementId,
  organization_id: organizationId,
  ...localized('description'),
  order_index: 0,
};
const signatory: Row = {
  id: signatoryId,
  agreement_id: agreementId,
  attendance_id: attendanceId,
  order_index: 0,
};

const rows: { table: string; row: Row }[] = [
  { table: 'working_group', row: group },
  { table: 'organization', row: organization },
  { table: 'meeting', row: meeting },
  { table: 'attendance', row: attendance },
  { table: 'agreement', row: agreement },
  { table: 'agreement_party', row: party },
  { table: 'agreement_signatory', row: signatory },
];

/** A folder as version 6 left it: a signed document came, and was taken out again if `isRemoved`. */
function writeVersionSix(isRemoved: boolean): string {
  const folder = makeFolder();
  const connection = openConnection(folder);
  migrate(connection, folder, migrations.slice(0, 6));
  expect(connection.pragma('user_version')).toBe(6);
  connection.transaction(() => {
    rows.forEach(({ table, row }, index) => {
      insert(connection, table, row);
      keepChange(connection, index + 1, { name: 'agreement.add', table, before: null, after: row });
    });
    if (!isRemoved) return;
    const removed = [...rows.slice(-3)].reverse();
    removed.forEach(({ table, row }, position) => {
      connection.sql(`DELETE FROM ${table} WHERE id = ?`, row['id']);
      const change = { name: 'agreement.remove', table, before: row, after: null };
      keepChange(connection, rows.length + 1, change, position);
    });
  });
  connection.close();
  return folder;
}

function insert(connection: Connection, table: string, row: Row): void {
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  connection.sql(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, ...Object.values(row));
}

interface Change {
  name: string;
  table: string;
  before: Row | null;
  after: Row | null;
}

function keepChange(connection: Connection, seq: number, { name, table, before, after }: Change, position = 0): void {
  const head = { seq, name, label: '', at_ms: 0, kind: 'do', target_seq: null, state: 'done', group_id: null };
  if (position === 0) insert(connection, 'change_set', head);
  insert(connection, 'change', {
    change_set_seq: seq,
    position,
    table_name: table,
    row_key: String((after ?? before)?.['id']),
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
  });
}

test('signed documents are as they were, with parties and signatories; nothing is said of them besides', async () => {
  const { client, context } = openTestBackend(writeVersionSix(false)).backend;
  for (const { table, row } of rows) {
    const columns = Object.keys(row).join(', ');
    expect(context.connection.sql(`SELECT ${columns} FROM ${table} WHERE id = ?`, row['id'])).toEqual([row]);
  }
  const detail = await client.agreements.get({ id: agreementId, today: '2026-07-01' });
  expect(detail.agreement).toEqual({
    id: agreementId,
    meetingId,
    kind: 'memorandum',
    title: { en: '', ru: 'Меморандум', zh: '备忘录' },
    signedOn: '2026-06-20',
    several: true,
    parties: [{ id: partyId, organizationId, description: { en: '', ru: '', zh: '' } }],
    signatories: [{ id: signatoryId, attendanceId }],
    orderKey: 'a0',
  });
  expect(detail).toMatchObject({ standing: 'in_force', validTo: null, state: 'standing', renewals: [], history: [] });
  expect(detail.signatories.map(({ name, position }) => [name.ru, position.zh])).toEqual([['Лу Цзинь', '院长']]);
  expect(await client.app.check()).toMatchObject({ integrity: 'ok', schemaVersion: migrations.length });
});

test('references hold: what signs a document cannot go, and a document leads to what is there', () => {
  const { connection } = openTestBackend(writeVersionSix(false)).backend.context;
  expect(connection.sql('PRAGMA foreign_key_check')).toEqual([]);
  for (const [table, gone] of [
    ['attendance', attendanceId],
    ['organization', organizationId],
    ['agreement', agreementId],
  ] as const) {
    expect(() => connection.sql(`DELETE FROM ${table} WHERE id = ?`, gone), table).toThrow(/FOREIGN KEY/u);
  }
  expect(() => insert(connection, 'agreement_party', { ...party, id: id(20), agreement_id: id(21) })).toThrow(
    /FOREIGN KEY/u,
  );
  expect(() => insert(connection, 'agreement_signatory', { ...signatory, id: id(22), attendance_id: id(23) })).toThrow(
    /FOREIGN KEY/u,
  );
});

test('what version 6 took out comes back, and what it put in is undone and redone', async () => {
  const { client, context } = openTestBackend(writeVersionSix(true)).backend;
  expect(await client.meetings.get({ id: meetingId })).toMatchObject({ agreements: [] });
  await client.history.undo();
  const [brought] = (await client.meetings.get({ id: meetingId })).agreements;
  expect(brought).toMatchObject({ id: agreementId, signatories: [{ id: signatoryId, attendanceId }] });
  const before = dump(context.connection);
  for (let step = 0; step < rows.length; step++) await client.history.undo();
  expect(await client.meetings.list()).toEqual([]);
  for (let step = 0; step < rows.length; step++) await client.history.redo();
  expect(dump(context.connection)).toEqual(before);
  expect((await client.app.check()).integrity).toBe('ok');
});
