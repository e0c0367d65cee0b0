import { ORPCError } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import {
  type AttendanceDecision,
  type AttendanceField,
  type AttendanceRow,
  maxAttendanceRows,
} from '#shared/contract/attendance-import.ts';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { Person } from '#shared/contract/people.ts';
import { emptyText } from '#shared/domain/language.ts';
import { readRoles } from '../../electron/features/attendance-import/roles.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { encodeText } from '../support/encode-text.ts';
import { makeAttendance, makeMeeting, makeOrganization, makePerson } from '../support/records.ts';

const noName = { family: '', given: '', patronymic: '', display: '', source: 'entered' as const, sortKey: '' };
const russian = { id: newId(), country: 'RU', name: { en: '', ru: 'Россия', zh: '' }, zone: 'Europe/Moscow', leadOrganizationId: null }; // prettier-ignore
const chinese = { id: newId(), country: 'CN', name: { en: '', ru: 'Китай', zh: '' }, zone: 'Asia/Shanghai', leadOrganizationId: null }; // prettier-ignore
const meeting = makeMeeting({ format: 'in_person', sides: [russian, chinese] });

const fileOf = (content: BlobPart, name = 'list.csv'): File => new File([content], name);
const textOf = (text: Partial<Record<'en' | 'ru' | 'zh', string>>) => ({ ...emptyText(), ...text });

async function sheetOf(rows: readonly (readonly (string | number)[])[]): Promise<File> {
  const data = rows.map((row) => row.map((value) => ({ value })));
  return fileOf(new Uint8Array(await writeXlsxFile(data).toBuffer()), 'list.xlsx');
}

function cyrillic(name: string, changes: Partial<Person> = {}): Person {
  const [family = '', given = '', patronymic = ''] = name.split(' ');
  const names = { latin: noName, cyrillic: { ...noName, family, given, patronymic }, han: noName };
  return makePerson({ names, country: 'RU', ...changes });
}

const held = (organizationId: string, position: string, from: string | null = null, to: string | null = null) => ({
  id: newId(), organizationId, position: textOf({ ru: position }), from, to,
}); // prettier-ignore

async function preview(client: Client, file: File, mapping?: (AttendanceField | null)[]) {
  let rows: AttendanceRow[] = [];
  let counts: Partial<Record<AttendanceRow['fate'], number>> = {};
  const input = { meetingId: meeting.id, file, ...(mapping && { mapping }) };
  for await (const event of await client.attendanceImport.preview(input)) {
    if (event.type === 'result') ({ rows, counts } = event);
  }
  return { rows, counts, fates: rows.map(({ fate }) => fate) };
}

const importList = (client: Client, file: File, decisions: AttendanceDecision[] = []) =>
  client.attendanceImport.import({ meetingId: meeting.id, file, decisions });

const attendanceOf = async (client: Client): Promise<Attendance[]> =>
  (await client.meetings.get({ id: meeting.id })).attendance;

async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error instanceof ORPCError ? error.data : error;
  }
  throw new Error('it was not refused');
}

async function openMeeting() {
  const { backend } = openTestBackend();
  await backend.client.meetings.create(meeting);
  return { client: backend.client, connection: backend.context.connection };
}

describe('who is meant', () => {
  const hall = makeOrganization({ country: 'RU', abbreviation: textOf({ ru: 'ИПЗ' }) });
  const other = makeOrganization({ name: textOf({ ru: 'Завод образцов' }), country: 'RU' });
  const kuznetsov = cyrillic('Кузнецов Семён Ильич', { affiliations: [held(hall.id, 'директор')] });
  const twin = cyrillic('Петров Иван Ильич', { affiliations: [held(hall.id, 'инженер')] });
  const otherTwin = cyrillic('Петров Иван Ильич', { affiliations: [held(other.id, 'инженер')] });
  const addressed = cyrillic('Орлова Анна Львовна', { email: 'orlova@example.org' });
  const hu = makePerson({
    names: { latin: noName, cyrillic: noName, han: { ...noName, family: '胡', given: '一东' } },
  });

  async function openRegister() {
    const opened = await openMeeting();
    for (const organization of [hall, other]) await opened.client.organizations.create(organization);
    for (const person of [kuznetsov, twin, otherTwin, addressed, hu]) await opened.client.people.create(person);
    return opened;
  }

  test.each([
    ['the whole name, ё or not', 'Кузнецов Семен Ильич;;', 'known', kuznetsov],
    ['in another order', 'Семён Ильич Кузнецов;;', 'known', kuznetsov],
    ['but somewhere else', 'Кузнецов Семён Ильич;Завод образцов;', 'suspected', kuznetsov],
    ['initials', 'Кузнецов С. И.;;', 'suspected', kuznetsov],
    ['of two, the one of the organisation', 'Петров Иван Ильич;Завод образцов;', 'known', otherTwin],
    ['of two, by the abbreviation', 'Петров Иван Ильич;ИПЗ;', 'known', twin],
    ['romanised, and the organisation', 'Kuznetsov Semen;ИПЗ;', 'known', kuznetsov],
    ['characters', '胡一东;;', 'known', hu],
    ['pinyin alone', 'Hu Yidong;;', 'suspected', hu],
    ['e-mail and initials', 'Орлова А. Л.;;Orlova@example.org', 'known', addressed],
    ['e-mail alone', ';;orlova@example.org', 'known', addressed],
    ['e-mail under another name', 'Соколова Вера;;orlova@example.org', 'suspected', addressed],
    ['nobody', 'Никто Никита;Завод образцов;', 'guest', null],
    ['an organisation', ';Завод образцов;', 'delegation', null],
    ['nothing', ';;', 'empty', null],
  ])('%s', async (_why, line, fate, person) => {
    const { client } = await openRegister();
    const { rows } = await preview(client, fileOf(`ФИО;Организация;E-mail;Место\n${line};5\n`));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ line: 2, fate });
    expect(rows[0]?.person?.id ?? null).toBe(person?.id ?? null);
  });

  test('two of one name and nothing to tell them apart wait for a decision', async () => {
    const { client } = await openRegister();
    const { rows } = await preview(client, fileOf('ФИО\nПетров Иван Ильич\n'));
    expect(rows[0]?.fate).toBe('suspected');
    expect([twin.id, otherTwin.id]).toContain(rows[0]?.person?.id);
    expect(rows[0]?.match?.verdict).toBe('same');
  });

  test('who is on the list already, as a person, a guest or a delegation, does not come again', async () => {
    const { client } = await openRegister();
    await client.attendance.add(makeAttendance(meeting.id, { personId: kuznetsov.id }));
    await client.attendance.add(makeAttendance(meeting.id, { name: textOf({ ru: 'Гостев Пётр' }), orderKey: 'a1' }));
    await client.attendance.add(makeAttendance(meeting.id, { organizationId: other.id, headCount: 9, orderKey: 'a2' }));
    const file = fileOf(
      'ФИО;Организация\nКузнецов Семён Ильич;\nГостев Петр;\nГостев Петр;\n;«Завод образцов»\nПетров Иван Ильич;ИПЗ\nИван Ильич Петров;ИПЗ\n',
    );
    const { fates } = await preview(client, file);
    expect(fates).toEqual(['attending', 'attending', 'guest', 'attending', 'known', 'attending']);
    expect((await importList(client, file)).added).toBe(2);
    expect((await preview(client, file)).fates).toEqual(Array.from({ length: 6 }, () => 'attending'));
    expect((await importList(client, file)).added).toBe(0);
  });
});

describe('what is written', () => {
  test('a forum from a workbook: snapshots, sides, roles, head-counts, order, one change set', async () => {
    const { client, connection } = await openMeeting();
    const hall = makeOrganization({ country: 'RU' });
    const guests = makeOrganization({ name: { en: 'Sample Works', ru: '', zh: '样品厂' }, country: 'CN' });
    for (const organization of [hall, guests]) await client.organizations.create(organization);
    const known = cyrillic('Кузнецов Семён Ильич', {
      affiliations: [
        held(hall.id, 'директор', '2027-01-01'),
        held(hall.id, 'заместитель директора', null, '2026-12-31'),
      ],
    });
    const homeless = cyrillic('Орлов Пётр Львович');
    for (const person of [known, homeless]) await client.people.create(person);
    await client.attendance.add(makeAttendance(meeting.id, { name: textOf({ ru: 'Первов Иван' }), orderKey: 'a5' }));
    const before = dump(connection);
    const file = await sheetOf([
      ['№', 'ФИО', 'Организация', 'Должность', 'Страна', 'Роль', 'Численность'],
      [1, 'Кузнецов Семён Ильич', '', 'ректор', '', 'Глава российской делегации', ''],
      [2, 'Орлов Пётр Львович', 'Завод образцов', 'мастер', '', 'заместитель главы делегации', ''],
      [3, '范例', 'Sample Works', '工程师', '', '翻译', ''],
      [4, 'Anna SAMPLE', '', 'Counsellor', 'Китай', 'Keynote speaker, observer', ''],
      [5, '', 'Sample Works', '', '', '', 40],
    ]);
    const inspected = await client.attendanceImport.inspect({ file });
    expect(inspected).toMatchObject({ encoding: null, rows: 5 });
    expect(inspected.columns.map(({ field }) => field)).toEqual([
      null, 'full_name', 'organization', 'position', 'country', 'role', 'head_count',
    ]); // prettier-ignore
    const { fates, counts } = await preview(client, file);
    expect(fates).toEqual(['known', 'known', 'guest', 'guest', 'delegation']);
    expect(counts).toEqual({ known: 2, suspected: 0, guest: 2, delegation: 1, attending: 0, empty: 0 });
    expect(dump(connection)).toEqual(before);

    const { added, position } = await importList(client, file);
    expect(added).toBe(5);
    const [, ...rows] = await attendanceOf(client);
    expect(rows.every(({ presence, response }) => presence === 'expected' && response === 'confirmed')).toBe(true);
    expect(rows.every(({ mode, arrivedAt }) => mode === 'in_person' && arrivedAt === null)).toBe(true);
    expect(rows).toMatchObject([
      { personId: known.id, sideId: russian.id, roles: ['head_of_delegation'], category: 'participant',
        position: textOf({ ru: 'заместитель директора' }), organization: hall.name },
      { personId: homeless.id, sideId: russian.id, roles: [], position: textOf({ ru: 'мастер' }),
        organization: textOf({ ru: 'Завод образцов' }) },
      { personId: null, organizationId: guests.id, sideId: chinese.id, roles: ['interpreter'], category: 'in_attendance',
        name: textOf({ zh: '范例' }), position: textOf({ zh: '工程师' }), organization: guests.name },
      { personId: null, sideId: chinese.id, roles: ['speaker', 'observer'], category: 'participant',
        name: textOf({ en: 'Anna SAMPLE' }), position: textOf({ en: 'Counsellor' }) },
      { personId: null, organizationId: guests.id, sideId: chinese.id, headCount: 40, name: emptyText(),
        organization: guests.name },
    ]); // prettier-ignore
    expect((await client.history.state()).undo).toMatchObject({
      seq: position,
      name: 'attendance.import',
      label: 'list.xlsx',
    });
    await client.history.undo();
    expect(dump(connection)).toEqual(before);
  });

  test('decisions stand above fates; new contacts come with their organisations and go with them', async () => {
    const { client, connection } = await openMeeting();
    const known = cyrillic('Кузнецов Семён Ильич');
    await client.people.create(known);
    const before = dump(connection);
    const file = fileOf(
      'ФИО;Организация;Должность;E-mail\nКузнецов С. И.;;;\nНовиков Пётр Ильич;Новый завод;инженер;n@example.org\nЛишний Лев;;;\nКузнецов С.;;;\n',
    );
    expect((await preview(client, file)).fates).toEqual(['suspected', 'guest', 'guest', 'suspected']);
    const { added } = await importList(client, file, [
      { line: 2, fate: 'known', personId: known.id },
      { line: 3, fate: 'register', personId: null },
      { line: 4, fate: 'skip', personId: null },
    ]);
    expect(added).toBe(3);
    const rows = await attendanceOf(client);
    const novikov = (await client.people.list()).find(({ email }) => email === 'n@example.org');
    expect(rows).toMatchObject([
      { personId: known.id },
      { personId: novikov?.id, name: { ru: 'Новиков Пётр Ильич' }, position: { ru: 'инженер' }, organization: { ru: 'Новый завод' } },
      // Nobody decided: nobody is left out.
      { personId: null, name: { ru: 'Кузнецов С.' } },
    ]); // prettier-ignore
    expect(novikov?.organizationId).not.toBeNull();
    await client.history.undo();
    expect(dump(connection)).toEqual(before);
  });

  test('a decision that does not fit refuses the whole list', async () => {
    const { client, connection } = await openMeeting();
    const before = dump(connection);
    const file = fileOf('ФИО;Организация\nЛишний Лев;\n;Завод\n');
    const decisions: AttendanceDecision[] = [
      { line: 2, fate: 'known', personId: newId() },
      { line: 3, fate: 'register', personId: null },
      { line: 9, fate: 'skip', personId: null },
    ];
    expect(await refusalOf(importList(client, file, decisions))).toMatchObject({
      problems: [2, 3, 9].map((line) => ({ code: 'wrong_decision', line })),
    });
    expect(dump(connection)).toEqual(before);
  });
});

describe('files', () => {
  test('Russian and Chinese encodings, cards, and a mapping of one’s own', async () => {
    const { client } = await openMeeting();
    const russianFile = fileOf(encodeText('ФИО;Статус\r\nОбразцова Анна;наблюдатель\r\n', 'windows-1251') as BlobPart);
    expect((await client.attendanceImport.inspect({ file: russianFile })).encoding).toBe('windows-1251');
    const chineseFile = fileOf(encodeText('姓名,单位,人数\n范例,样品厂,\n,样品大学,12人\n', 'gb18030') as BlobPart);
    const card = fileOf(
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Sample;Bo;;;\r\nFN:Bo Sample\r\nORG:Sample Hall\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Sample Hall\r\nORG:Sample Hall\r\nX-ABShowAs:COMPANY\r\nEND:VCARD\r\n',
      'list.vcf',
    );
    for (const file of [russianFile, chineseFile, card]) await importList(client, file);
    const mapped = fileOf('Chair;Sample Cy\n', 'plain.csv');
    const { rows } = await preview(client, mapped, ['role', 'full_name']);
    expect(rows).toMatchObject([{ line: 1, label: 'Sample Cy', fate: 'guest' }]);
    expect(await attendanceOf(client)).toMatchObject([
      { name: { ru: 'Образцова Анна' }, roles: ['observer'], category: 'in_attendance' },
      { name: { zh: '范例' }, organization: { zh: '样品厂' } },
      { name: emptyText(), organization: { zh: '样品大学' }, headCount: 12 },
      { name: { en: 'Sample Bo' }, organization: { en: 'Sample Hall' } },
      { name: emptyText(), organization: { en: 'Sample Hall' }, headCount: null },
    ]);
  });

  test.each([
    ['nobody is named', fileOf('Phone;Room\n+7 495 000-00-00;5\n'), 'nothing_mapped'],
    ['broken', fileOf(Uint8Array.of(0x50, 0x4b, 3, 4, 5, 6), 'a.xlsx'), 'broken_xlsx'],
    ['empty', fileOf(''), 'empty'],
    ['a picture', fileOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47)), 'unknown_format'],
    ['too long', fileOf(`ФИО\n${'Образцов Иван\n'.repeat(maxAttendanceRows + 1)}`), 'too_many_rows'],
    ['a name of a page', fileOf(`ФИО;Страна\n${'я'.repeat(501)};Луна\n`), 'too_long'],
  ])('refused, nothing written: %s', async (_why, file, code) => {
    const { client, connection } = await openMeeting();
    const before = dump(connection);
    expect(await refusalOf(importList(client, file))).toMatchObject({ problems: [{ code }] });
    expect(await refusalOf(preview(client, file))).toMatchObject({ problems: [{ code }] });
    expect(dump(connection)).toEqual(before);
  });

  test('into a meeting that is not there', async () => {
    const { client } = openTestBackend().backend;
    expect(await refusalOf(importList(client, fileOf('ФИО\nОбразцова Анна\n')))).toEqual({ kind: 'meeting' });
  });
});

test.each([
  ['Председатель совещания', ['chair']],
  ['Сопредседатель', ['co_chair']],
  ['Vice-chair', []],
  ['глава делегации; докладчик', ['head_of_delegation', 'speaker']],
  ['Head of the Chinese delegation', ['head_of_delegation']],
  ['中方代表团团长', ['head_of_delegation']],
  ['副团长', []],
  ['代表团团长兼主持人', ['head_of_delegation', 'chair']],
  ['Переводчик китайского языка', ['interpreter']],
  ['俄语翻译', ['interpreter']],
  ['Secretary and interpreter', ['secretary', 'interpreter']],
  ['приглашённый', ['guest']],
  ['Председатель совета директоров', []],
  ['директор', []],
])('the role «%s»', (text, roles) => {
  expect(readRoles(text)).toEqual(roles);
});
