import { describe, expect, test } from 'vitest';
import { type DocumentKind, documentKinds } from '#shared/contract/documents.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { emptyText, type Language, languages } from '#shared/domain/language.ts';
import type { MinutesBlock, MinutesDocument, MinutesSection } from '#shared/domain/minutes/document.ts';
import { chooseEntryText } from '#shared/domain/minutes/lookup.ts';
import { exampleRecord, id } from '../minutes/example-record.ts';
import { printSection } from '../minutes/print-section.ts';
import { paragraphsOf, textOf } from '../../support/block-texts.ts';
import { build, readSamples } from './build-sample.ts';

const centre = id(2, 2);
const samples = readSamples();
const entriesInOrder = (record: MeetingRecord, ...kinds: string[]): MeetingRecord['entries'] =>
  [...record.agenda]
    .sort((a, b) => (a.orderKey < b.orderKey ? -1 : 1))
    .flatMap((item) =>
      record.entries
        .filter((entry) => entry.agendaItemId === item.id && kinds.includes(entry.kind))
        .sort((a, b) => (a.orderKey < b.orderKey ? -1 : 1)),
    );

/** All of a part as one line, no-break spaces as spaces. */
const flatten = (section: MinutesSection): string =>
  section.blocks
    .flatMap(paragraphsOf)
    .join('\n')
    .replace(/\u00A0/gu, ' ');

/** Where each text stands; every one must be there once, in this order. */
function expectInOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect(at, `«${part}» after ${from}`).toBeGreaterThanOrEqual(0);
    expect(text.indexOf(part, at + 1), `«${part}» stands twice`).toBe(-1);
    from = at + part.length;
  }
}

const textsOf = (entries: MeetingRecord['entries'], language: Language): string[] =>
  entries
    .map((entry) => chooseEntryText(entry, language).text.split('\n'))
    .flat()
    .map((text) => text.trim())
    .filter((text) => text !== '');

const kindOf = <Kind extends MinutesBlock['kind']>(
  section: MinutesSection,
  kind: Kind,
): Extract<MinutesBlock, { kind: Kind }>[] =>
  section.blocks.filter((block): block is Extract<MinutesBlock, { kind: Kind }> => block.kind === kind);

const single = (record: MeetingRecord, kind: DocumentKind, language: Language = 'en'): MinutesSection =>
  build(record, { kind, languages: [language], organizationId: centre }).sections[0]!;

const idsOf = (document: MinutesDocument): string[][] =>
  document.sections.map(({ blocks }) =>
    blocks.flatMap((block): string[] => {
      if (block.kind === 'heading') return block.itemId === undefined ? [] : [block.itemId];
      if (block.kind === 'paragraph') return block.id === undefined ? [] : [block.id];
      if (block.kind === 'list') return block.ids ?? [];
      if (block.kind === 'points') return block.points.map((point) => point.id);
      return block.kind === 'table' ? block.rows.map((row) => row.id) : [];
    }),
  );

describe.each(documentKinds)('%s', (kind) => {
  test('has a part per language, each numbered as its country numbers, with the same rows in all', () => {
    for (const record of [...samples, exampleRecord()]) {
      const organizationId = record.meeting.sides[1]?.leadOrganizationId ?? centre;
      const document = build(record, { kind, organizationId });
      expect(document.sections.map((section) => section.language)).toEqual(languages);
      expect(document.sections.map((section) => section.numbering)).toEqual(['pages', 'number', 'dashes']);
      const [first, ...others] = idsOf(document);
      // A text that nobody wrote in a language has its own paragraphs; which rows are told is the same.
      for (const other of others) expect(new Set(other)).toEqual(new Set(first));
      expect(build(record, { kind, organizationId })).toEqual(document);
    }
  });

  test('a meeting of which nothing is known still makes one', () => {
    const record = exampleRecord();
    Object.assign(record, { attendance: [], agenda: [], entries: [], agreements: [], group: null, organizations: [] });
    Object.assign(record.meeting, {
      ...{ sides: [], title: emptyText(), theme: emptyText(), framework: emptyText(), number: '', venues: [] },
      ...{ organizers: [], startTime: null, endTime: null, headCount: null, nextMeetingDate: null },
      nextMeetingNote: emptyText(),
    });
    for (const section of build(record, { kind }).sections)
      expect(printSection(section)).not.toMatch(/undefined|null/u);
  });
});

test.each(languages)('short minutes: who spoke, decisions and actions, no speech and no proposal (%s)', (language) => {
  for (const record of [...samples, exampleRecord()]) {
    const text = flatten(single(record, 'short_minutes', language));
    const outcome = textsOf([...entriesInOrder(record, 'decision'), ...entriesInOrder(record, 'action')], language).map(
      (each) => each.replace(/\u00A0/gu, ' '),
    );
    expectInOrder(text.slice(text.indexOf(textsOf(entriesInOrder(record, 'decision'), language)[0] ?? '')), outcome);
    for (const said of textsOf(entriesInOrder(record, 'speech', 'proposal', 'note'), language)) {
      expect(text).not.toContain(said);
    }
  }
});

test('short minutes name each speaker of an item once, in the order of speaking', () => {
  expect(printSection(single(exampleRecord(), 'short_minutes', 'ru'))).toContain(
    '### 1. Открытие заседания [item-1]\n(Ван Вэньли, Кузнецов Антон Борисович)\n### 2.',
  );
});

describe('an extract', () => {
  test.each(languages)('keeps numbers, has the decisions of its items and only its actions (%s)', (language) => {
    const record = exampleRecord();
    const section = single(record, 'extract', language);
    const headings = kindOf(section, 'heading').flatMap(({ itemId }) => (itemId === undefined ? [] : [itemId]));
    expect(headings).toEqual([id(5, 1), id(5, 2)]);
    expect(kindOf(section, 'points').flatMap(({ points }) => points.map((point) => point.id))).toEqual([
      id(6, 7),
      id(6, 8),
    ]);
    const [table] = kindOf(section, 'table');
    expect(table?.rows.map((row) => [row.id, textOf(row.cells[0]![0]!)])).toEqual([[id(6, 9), '2.1']]);
    expect(kindOf(section, 'signatures')[0]!.columns[0]!.name.map(({ text }) => text)).toEqual([
      language === 'en' ? 'Li Na' : language === 'ru' ? 'Ли На' : '李娜',
    ]);
  });

  test('of one item alone keeps that number', () => {
    const record = exampleRecord();
    record.entries = record.entries.filter((entry) => entry.agendaItemId === id(5, 2));
    record.agenda[0]!.presenterAttendanceId = null;
    const [heading] = kindOf(single(record, 'extract', 'en'), 'heading').filter(({ itemId }) => itemId !== undefined);
    expect(textOf(heading!.runs)).toBe('2. Fields of cooperation');
  });
});

describe('the action list', () => {
  test.each(languages)('has every action once, with who, when and how far (%s)', (language) => {
    for (const record of [...samples, exampleRecord()]) {
      const actions = entriesInOrder(record, 'action');
      const section = single(record, 'actions', language);
      const tables = kindOf(section, 'table');
      expect(tables.flatMap(({ rows }) => rows.map((row) => row.id))).toEqual(actions.map((action) => action.id));
      if (actions.length > 0) continue;
      expect(section.blocks.at(-1)).toMatchObject({ kind: 'paragraph' });
    }
  });

  test('says of which minutes', () => {
    const lines = languages.map((language) => printSection(single(exampleRecord(), 'actions', language)));
    expect(lines[0]).toContain('[centre] to Agreed Minutes No.~3 of 16~June~2020');
    expect(lines[1]).toContain('[centre] к протоколу переговоров №~3 от 16~июня~2020~г.');
    expect(lines[2]).toContain('[centre] （会谈纪要第3号，2020年6月16日）');
  });
});

describe('the attendance sheet', () => {
  test('has a line to sign for everybody who may come, by side, and empty ones below', () => {
    const section = single(exampleRecord(), 'attendance_sheet');
    const [china, russia, others] = kindOf(section, 'table');
    const rows = (table: typeof china): string[][] =>
      table!.rows.map(({ cells }) => cells.map((cell) => cell.map(textOf).join('')));
    expect(rows(russia)).toEqual([
      ['1', 'Orlova Marina Ivanovna (co-chair)', 'Acting Chair, Saint Petersburg Research Centre', ''],
      ['2', 'Kuznetsov Anton Borisovich', 'Director, Saint Petersburg Research Centre', ''],
      ['3', 'Ivanova Anna (interpreter)', '', ''],
      ...['4', '5', '6'].map((number) => [number, '', '', '']),
    ]);
    // Two people, five of a delegation, three empty rows.
    expect(rows(china)).toHaveLength(10);
    expect(new Set(china!.rows.map((row) => row.id)).size).toBe(10);
    expect(others!.rows[0]!.id).toBe(id(3, 8));
    expect(kindOf(section, 'table').every(({ isRoomy }) => isRoomy)).toBe(true);
    expect(section.draftMark).toBeNull();
  });

  test('a delegation of hundreds has one line; who declined or excused themselves has none', () => {
    const record = exampleRecord();
    record.attendance[4]!.headCount = 300;
    record.attendance[1]!.response = 'declined';
    const [china, russia] = kindOf(single(record, 'attendance_sheet'), 'table');
    expect(china!.rows).toHaveLength(6);
    expect(russia!.rows.map((row) => row.id).slice(0, 2)).toEqual([id(3, 3), id(3, 6)]);
  });

  test('in several languages at once it is one sheet on which everybody signs once', () => {
    const languagesOf = { kind: 'attendance_sheet', layout: 'columns', languages: ['zh', 'ru'] } as const;
    const document = build(exampleRecord(), languagesOf);
    expect(document.columns?.page).toBe('landscape');
    expect(document.sections).toHaveLength(1);
    const rows = document.columns?.rows ?? [];
    const [section] = document.sections;
    const sheet = { ...section!, blocks: rows.flatMap(({ cells }) => cells.flat()) };
    expect(sheet.title).toBe('签到表 / ЛИСТ РЕГИСТРАЦИИ УЧАСТНИКОВ');
    const printed = printSection(sheet);
    expect(printed).toContain('[centre] Совместная рабочая группа\n[centre] Третье заседание рабочей группы');
    expect(printed).toContain('日期 / Дата: 2020年6月16日 | 16~июня~2020~г.');
    expect(printed).toContain('(side) 中方 / Китайская сторона');
    expect(printed).toContain('1 || 王文丽（共同主席） | Ван Вэньли (сопредседатель) || 总领事馆总领事 |');
    // A name that is written in one language only is not repeated.
    expect(printed).toContain('2 || Zhao Wei || 总领事馆 Consul | Consul, Генеральное консульство || \n');
    expect(kindOf(sheet, 'table').map((table) => table.rows.length)).toEqual([10, 6, 4]);
  });

  test('a meeting of several days leaves the day to be written', () => {
    const record = exampleRecord();
    record.meeting.endDate = '2020-06-18';
    expect(printSection(single(record, 'attendance_sheet', 'ru'))).toContain('Дата регистрации: ____');
  });
});

describe('agenda and invitation', () => {
  test('are those of the letters, dated with the day on which they are made, without an addressee', () => {
    const agenda = build(exampleRecord(), { kind: 'agenda' });
    expect(agenda.date).toBe('2026-11-20');
    expect(agenda.origin).toBeUndefined();
    expect(kindOf(agenda.sections[1]!, 'table')[0]!.rows.map((row) => row.id)).toEqual([id(5, 1), id(5, 2), id(5, 3)]);
    const invitation = build(exampleRecord(), { kind: 'invitation' });
    expect(invitation.sections.every(({ isLetter }) => isLetter)).toBe(true);
    expect(flatten(invitation.sections[1]!)).toContain('Уважаемые коллеги!');
  });
});

test('only minutes can be read back for comments', () => {
  expect(documentKinds.filter((kind) => build(exampleRecord(), { kind }).origin !== undefined)).toEqual(['minutes']);
});

test('whatever is taken from a text that is not agreed is marked as a draft, but for what is handed out before or after', () => {
  const marked = (record: MeetingRecord): string[] =>
    documentKinds.filter((kind) => single(record, kind).draftMark !== null);
  expect(marked(exampleRecord())).toEqual(['minutes', 'short_minutes', 'extract', 'actions']);
  const agreed = exampleRecord();
  agreed.meeting.status = 'agreed';
  expect(marked(agreed)).toEqual([]);
});
