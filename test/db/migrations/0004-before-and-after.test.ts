import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { type Connection, openConnection } from '../../../electron/db/connection.ts';
import { migrate } from '../../../electron/db/migrate.ts';
import { migrations } from '../../../electron/db/migrations/index.ts';
import { makeFolder, openTestBackend } from '../../support/backend.ts';
import { dump } from '../../support/dump.ts';

const id = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [meetingId, sideId, personId, organizationId, itemId, entryId, agreementId] = [1, 2, 3, 4, 5, 6, 7].map(id);
const presences = ['present', 'excused', 'absent', 'proxy'] as const;
const attendanceIds = presences.map((_presence, index) => id(10 + index));

const localized = (name: string, [en, ru, zh]: readonly [string, string, string] = ['', '', '']) => ({
  [`${name}_en`]: en,
  [`${name}_ru`]: ru,
  [`${name}_zh`]: zh,
});

/** One row of every table that refers to attendance or is altered, as version 3 wrote them; a speech of each. */
const rows: [changeSet: string, table: string, key: string, row: Record<string, unknown>][] = [
  [
    'organization.create',
    'organization',
    organizationId ?? '',
    {
      id: organizationId,
      kind: 'institute',
      country: 'RU',
      note: '',
      ...localized('name', ['Institute', 'Институт', '研究所']),
      ...localized('abbreviation'),
      ...localized('city'),
    },
  ],
  [
    'person.create',
    'person',
    personId ?? '',
    {
      id: personId,
      gender: '',
      country: 'RU',
      email: '',
      phone: '',
      messenger: '',
      languages: '',
      note: '',
      ...localized('title'),
    },
  ],
  [
    'meeting.create',
    'meeting',
    meetingId ?? '',
    {
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
      head_count: 4,
      ...localized('part_of'),
      next_meeting_date: null,
      ...localized('next_meeting_note'),
      ...localized('note'),
    },
  ],
  [
    'meeting.create',
    'meeting_side',
    sideId ?? '',
    {
      id: sideId,
      meeting_id: meetingId,
      country: 'RU',
      ...localized('name', ['Russian side', 'Российская сторона', '俄方']),
      zone: 'Europe/Moscow',
      lead_organization_id: organizationId,
      quorum: 2,
      order_index: 0,
    },
  ],
  ...presences.map((presence, index): (typeof rows)[number] => [
    'attendance.add',
    'attendance',
    attendanceIds[index] ?? '',
    {
      id: attendanceIds[index],
      meeting_id: meetingId,
      person_id: index === 0 ? personId : null,
      organization_id: index === 1 ? null : organizationId,
      head_count: index === 3 ? 7 : null,
      side_id: index === 2 ? null : sideId,
      roles: JSON.stringify(index === 0 ? ['head_of_delegation', 'speaker'] : ['participant']),
      category: index === 3 ? 'in_attendance' : 'participant',
      mode: index === 2 ? 'online' : 'in_person',
      response: (['none', 'invited', 'confirmed', 'declined'] as const)[index],
      presence,
      arrived_at: index === 0 ? '10:05' : null,
      left_at: index === 0 ? '11:30' : null,
      ...localized('name', [`Name ${String(index)}`, `Имя ${String(index)}`, `名字${String(index)}`]),
      ...localized('position', ['Director', 'Директор', '院长']),
      ...localized('organization', ['Institute', 'Институт', '研究所']),
      order_key: `a${String(index)}`,
    },
  ]),
  [
    'agenda.add',
    'agenda_item',
    itemId ?? '',
    {
      id: itemId,
      meeting_id: meetingId,
      ...localized('title', ['Opening', 'Об открытии', '开幕']),
      presenter_attendance_id: attendanceIds[0],
      planned_minutes: 10,
      state: 'discussed',
      order_key: 'a0',
    },
  ],
  [
    'entry.add',
    'entry',
    entryId ?? '',
    {
      id: entryId,
      meeting_id: meetingId,
      agenda_item_id: itemId,
      kind: 'speech',
      speaker_attendance_id: attendanceIds[3],
      source_language: 'ru',
      at_ms: 1_790_000_000_000,
      order_key: 'a0',
    },
  ],
  [
    'entry.add',
    'entry_text',
    `${entryId ?? ''}/ru`,
    { entry_id: entryId, language: 'ru', text: 'Открыл.', revision: 1, base_revision: null, status: 'reviewed' },
  ],
  [
    'agreement.add',
    'agreement',
    agreementId ?? '',
    {
      id: agreementId,
      meeting_id: meetingId,
      kind: 'memorandum',
      ...localized('title', ['Memorandum', 'Меморандум', '备忘录']),
      signed_on: '2026-05-20',
      several: 0,
      order_key: 'a0',
    },
  ],
  [
    'agreement.add',
    'agreement_signatory',
    id(8),
    { id: id(8), agreement_id: agreementId, attendance_id: attendanceIds[0], order_index: 0 },
  ],
];

/** A folder as version 3 left it; the change sets stand in the order of the rows. */
function writeVersionThree(): { folder: string; before: Record<string, unknown[]> } {
  const folder = makeFolder();
  const connection = openConnection(folder);
  migrate(connection, folder, migrations.slice(0, 3));
  const insert = (table: string, row: Record<string, unknown>): void => {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?').join(', ');
    connection.sql(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, ...Object.values(row));
  };
  let seq = 0;
  let name = '';
  connection.transaction(() => {
    for (const [position, [changeSet, table, key, row]] of rows.entries()) {
      if (changeSet !== name) {
        name = changeSet;
        insert('change_set', { seq: ++seq, name, label: '', at_ms: 0, kind: 'do', target_seq: null, state: 'done' });
      }
      insert(table, row);
      insert('change', {
        change_set_seq: seq,
        position,
        table_name: table,
        row_key: key,
        before: null,
        after: JSON.stringify(row),
      });
    }
    insert('entry_revision', { entry_id: entryId, language: 'ru', revision: 1, text: 'Открыл.', at_ms: 0 });
  });
  expect(connection.pragma('user_version')).toBe(3);
  const before = readRows(connection);
  connection.close();
  return { folder, before };
}

/** Every row that version 3 wrote, with the columns that it had. */
function readRows(connection: Connection): Record<string, unknown[]> {
  const tables = Map.groupBy(rows, ([, table]) => table);
  return Object.fromEntries(
    [...tables].map(([table, [first]]) => {
      const columns = Object.keys(first?.[3] ?? {});
      return [table, connection.sql(`SELECT ${columns.join(', ')} FROM ${table} ORDER BY ${columns[0] ?? '1'}`)];
    }),
  );
}

test('a meeting of version 3 is as it was: everybody as they attended, and every reference to them holds', async () => {
  const { folder, before } = writeVersionThree();
  const { backend } = openTestBackend(folder);
  const { connection } = backend.context;
  expect(readRows(connection)).toEqual(before);
  const { meeting, parentId, isAmending, attendance, agenda, entries, agreements } = await backend.client.meetings.get({
    id: meetingId ?? '',
  });
  expect([parentId, isAmending, meeting.sides[0]?.quorum]).toEqual([null, false, 2]);
  expect(attendance.map(({ id: attendanceId, presence, response }) => [attendanceId, presence, response])).toEqual([
    [attendanceIds[0], 'present', 'none'],
    [attendanceIds[1], 'excused', 'invited'],
    [attendanceIds[2], 'absent', 'confirmed'],
    [attendanceIds[3], 'proxy', 'declined'],
  ]);
  expect(agenda[0]).toMatchObject({ presenterAttendanceId: attendanceIds[0] });
  expect(agenda[0]).not.toHaveProperty('isRecurring');
  expect(agenda[0]).not.toHaveProperty('carriedFromId');
  expect(entries[0]).toMatchObject({ speakerAttendanceId: attendanceIds[3] });
  expect(agreements[0]?.signatories).toEqual([{ id: id(8), attendanceId: attendanceIds[0] }]);
  expect(await backend.client.versions.state({ meetingId: meetingId ?? '' })).toMatchObject({
    versions: [],
    amendments: [],
    openComments: 0,
  });
  expect(await backend.client.app.check()).toMatchObject({ integrity: 'ok', schemaVersion: migrations.length });
});

test('the rebuilt table still refuses what it refused, and nobody goes who is referred to', () => {
  const { folder } = writeVersionThree();
  const { connection } = openTestBackend(folder).backend.context;
  const run = (sql: string) => () => connection.sql(sql);
  const [first, second] = attendanceIds;
  expect(run(`UPDATE attendance SET presence = 'late' WHERE id = '${second ?? ''}'`)).toThrow('CHECK');
  expect(run(`UPDATE attendance SET person_id = '${newId()}' WHERE id = '${second ?? ''}'`)).toThrow('FOREIGN KEY');
  expect(run(`UPDATE entry SET speaker_attendance_id = '${newId()}'`)).toThrow('FOREIGN KEY');
  expect(run(`DELETE FROM attendance WHERE id = '${first ?? ''}'`)).toThrow('FOREIGN KEY');
  connection.sql(`UPDATE attendance SET presence = 'expected' WHERE id = '${second ?? ''}'`);
  const indexes = connection.sql<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'attendance'",
  );
  expect(indexes.map(({ name }) => name).sort()).toEqual([
    'attendance_meeting',
    'attendance_organization',
    'attendance_person',
  ]);
});

test('what was done in version 3 is undone and redone in the newest, with what was done since', async () => {
  const { folder } = writeVersionThree();
  const { backend } = openTestBackend(folder);
  const { client, context } = backend;
  const before = dump(context.connection);
  await client.attendance.update({ id: attendanceIds[1] ?? '', presence: 'expected' });
  await client.agenda.update({ id: itemId ?? '', isRecurring: true });
  const after = dump(context.connection);
  await client.history.undo();
  await client.history.undo();
  expect(dump(context.connection)).toEqual(before);
  const count = new Set(rows.map(([changeSet]) => changeSet)).size;
  for (let step = 0; step < count; step++) await client.history.undo();
  expect(await client.meetings.list()).toEqual([]);
  expect((await client.history.state()).undo).toBeNull();
  for (let step = 0; step < count; step++) await client.history.redo();
  expect(dump(context.connection)).toEqual(before);
  for (let step = 0; step < 2; step++) await client.history.redo();
  expect(dump(context.connection)).toEqual(after);
  expect((await client.app.check()).integrity).toBe('ok');
});
