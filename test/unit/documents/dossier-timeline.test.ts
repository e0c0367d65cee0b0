import { describe, expect, test } from 'vitest';
import type { TimelineEvent } from '#shared/contract/timeline.ts';
import { buildTimeline } from '#shared/domain/dossiers/timeline.ts';
import { listTicks, spanOf } from '#shared/domain/dossiers/timeline-drawing.ts';
import { emptyText, type Language } from '#shared/domain/language.ts';
import type { MinutesDrawing } from '#shared/domain/minutes/document.ts';
import { readDossierWords } from '../../../electron/documents/dossier-words.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { textOf } from '../../support/block-texts.ts';

const filter = {
  kinds: [],
  from: null,
  to: null,
  organizationIds: [],
  areaIds: [],
  groupIds: [],
  lanes: 'partner' as const,
};

const event = (date: string, changes: Partial<TimelineEvent> = {}): TimelineEvent => ({
  kind: 'meeting',
  id: date,
  date,
  endDate: null,
  title: { en: `Meeting of ${date}`, ru: '', zh: '' },
  meetingId: null,
  lanes: [0],
  ...changes,
});

function build(events: TimelineEvent[], language: Language = 'en', medium: 'pages' | 'word' = 'pages') {
  const lanes = [
    { id: 'a', name: { ...emptyText(), en: 'Institute' }, count: 1 },
    { id: null, name: emptyText(), count: 1 },
  ];
  const facts = { filter, today: '2026-11-21', lanes, events, undated: 0, partners: [], areas: [], groups: [] };
  const document = buildTimeline(facts, { language, labels: readLabels(), dossiers: readDossierWords() }, medium);
  const blocks = document.sections[0]?.blocks ?? [];
  const drawing = blocks.find((block): block is MinutesDrawing => block.kind === 'drawing');
  return { document, blocks, drawing, tables: blocks.filter((block) => block.kind === 'table') };
}

const marksOf = (drawing: MinutesDrawing | undefined, lane = 0) => drawing?.lanes[lane]?.rows ?? [];

describe('the drawing of a timeline', () => {
  test('has a row for each kind in a lane, so that none hides another', () => {
    const day = '2024-05-20';
    const { drawing } = build([event(day), event(day, { kind: 'signing' }), event(day, { kind: 'decision' })]);
    expect(marksOf(drawing).map((row) => row.map(({ shape }) => shape))).toEqual([
      ['circle'],
      ['diamond'],
      ['triangle'],
    ]);
    expect(drawing?.legend.map(({ label }) => label)).toEqual([
      'Meeting',
      'Signing',
      'Decision',
      'Numbers are those of the table.',
    ]);
  });

  test('makes one mark of what is too close, which says how many it stands for', () => {
    const days = ['01', '02', '03', '04', '05'].map((day) => event(`2010-06-${day}`));
    const { drawing } = build([...days, event('2029-06-01')]);
    const [row = []] = marksOf(drawing);
    expect(row.map(({ isMany, labels }) => [isMany, labels.map(textOf).at(-1)])).toEqual([
      [true, '×5'],
      [false, '6'],
    ]);
    expect(drawing?.legend.map(({ label }) => label)).toContain('Several close together');
  });

  test('writes the longest form of a title for which there is room, and at least the number of its row', () => {
    const long =
      'Conference on cooperation in the preservation and publication of historical records of both countries';
    const { drawing } = build([event('2024-05-20', { title: { ...emptyText(), en: long } })]);
    const labels = marksOf(drawing)[0]?.[0]?.labels.map(textOf) ?? [];
    expect(labels[0]).toContain(long);
    expect(labels.slice(1, -1).every((label) => label.endsWith('…') && long.includes(label.slice(3, -1)))).toBe(true);
    expect(labels.at(-1)).toBe('1');
  });

  test('a decision of many words and paragraphs has one short line', () => {
    const text = `${'Both sides agreed to go on. '.repeat(200)}\nSecond paragraph.`;
    const { drawing } = build([event('2024-05-20', { kind: 'decision', title: { ...emptyText(), en: text } })]);
    const labels = marksOf(drawing)[0]?.[0]?.labels.map(textOf) ?? [];
    expect(labels.every((label) => label.length < 70 && !label.includes('\n'))).toBe(true);
    expect(labels[0]).toMatch(/^1\s+Both sides agreed.*…$/u);
  });

  test('shows how long something took where that can be seen', () => {
    const { drawing } = build([
      event('2024-03-01', { endDate: '2024-05-31' }),
      event('2024-08-01', { endDate: '2024-08-02' }),
    ]);
    expect(marksOf(drawing)[0]?.map(({ until }) => until !== null)).toEqual([true, false]);
  });

  test('names a lane of nobody, and leaves out lanes without anything', () => {
    const { drawing } = build([event('2024-05-20', { lanes: [1] })], 'ru');
    expect(drawing?.lanes.map(({ label }) => textOf(label))).toEqual(['Без партнёра']);
  });

  test.each([
    [['2024-02-01'], 12, ['2024', 'Feb']],
    [['2020-02-01', '2024-02-01'], 5, ['2020', '2021']],
    [['1951-02-01', '2024-02-01'], 14, ['1955', '1960']],
  ])('has a scale with room for its words: %s', (dates, count, beginning) => {
    const ticks = listTicks(spanOf(dates), 'en');
    expect(ticks).toHaveLength(count);
    expect(ticks.slice(0, 2).map(({ label }) => label)).toEqual(beginning);
    expect(ticks.every(({ at }) => at >= 0 && at < 1)).toBe(true);
  });
});

describe('the table of a timeline', () => {
  test('has every event, a long one year by year with the numbers going on', () => {
    const events = Array.from({ length: 300 }, (_, index) =>
      event(`${index < 200 ? 2023 : 2024}-05-01`, { id: String(index) }),
    );
    const { blocks, tables } = build(events);
    expect(blocks.flatMap((block) => (block.kind === 'heading' ? [textOf(block.runs)] : []))).toEqual([
      'Events',
      '2023',
      '2024',
    ]);
    const rows = tables.flatMap((table) => table.rows);
    expect(rows.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(textOf(rows.at(-1)?.cells[0]?.[0] ?? [])).toBe('300');
  });

  test('that is too long for pages stands in the Word file, which is said', () => {
    const events = Array.from({ length: 1_001 }, (_, index) => event('2024-05-01', { id: String(index) }));
    const { blocks, tables } = build(events, 'ru');
    expect(tables).toEqual([]);
    const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.runs)] : []));
    expect(texts).toEqual(['Таблица, в которой 1001 событие,\u00A0— в файле Word (DOCX).']);
    const inWord = build(events, 'ru', 'word');
    expect(inWord.tables.flatMap((table) => table.rows)).toHaveLength(1_001);
  });
});
