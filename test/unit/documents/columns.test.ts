import { describe, expect, test } from 'vitest';
import type { DocumentKind } from '#shared/contract/documents.ts';
import { alignSections } from '#shared/domain/documents/columns.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import type { MinutesBlock, MinutesDocument, MinutesParagraph } from '#shared/domain/minutes/document.ts';
import { exampleRecord } from '../minutes/example-record.ts';
import { paragraphsOf, textOf } from '../../support/block-texts.ts';
import { build, readSamples } from './build-sample.ts';

const records = [...readSamples(), exampleRecord()];

/** The ids of what a cell speaks of. */
function idsOf(blocks: MinutesBlock[]): string[] {
  const ids = blocks.flatMap((block): (string | undefined)[] => {
    if (block.kind === 'heading' || block.kind === 'paragraph') return [block.id];
    if (block.kind === 'points') return block.points.map(({ id }) => id);
    return block.kind === 'list' ? (block.ids ?? []) : [];
  });
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** What a column reads like: numbers and texts in order; a table row by row, as a set, for its cells are arranged anew. */
function readBlocks(blocks: MinutesBlock[]): string[] {
  return blocks.filter(({ kind }) => kind !== 'signatures' && kind !== 'table').flatMap(paragraphsOf);
}

const cases = records.flatMap((record) =>
  (['minutes', 'short_minutes', 'actions', 'agenda', 'news'] as const).map(
    (kind) => [kind, record.meeting.title.en.slice(0, 40), record] as const,
  ),
);

describe.each(cases)('%s of %s', (kind, _, record) => {
  const chosen: Language[] = kind === 'actions' || kind === 'agenda' ? ['en', 'ru', 'zh'] : ['zh', 'ru'];
  const apart = build(record, { kind, languages: chosen });
  const aligned = build(record, { kind, languages: chosen, layout: 'columns' });
  const columns = aligned.columns!;

  test('every text stands once and in order in its column', () => {
    apart.sections.forEach(({ blocks }, column) => {
      const cells = columns.rows.map((row) => row.cells[column]!);
      const rowIds = new Set(blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(({ id }) => id) : [])));
      const isOfTable = (block: MinutesBlock): boolean =>
        block.kind === 'paragraph' && block.id !== undefined && rowIds.has(block.id);
      expect(readBlocks(cells.flat().filter((block) => !isOfTable(block)))).toEqual(readBlocks(blocks));
      for (const table of blocks) {
        if (table.kind !== 'table') continue;
        for (const row of table.rows) {
          const [cell, ...others] = cells.filter((candidate) => idsOf(candidate).includes(row.id));
          expect(others).toEqual([]);
          const text = cell!.flatMap(paragraphsOf).join('\n');
          for (const paragraph of row.cells.flat()) expect(text).toContain(textOf(paragraph));
        }
      }
    });
  });

  test('the cells of a row speak of the same', () => {
    for (const row of columns.rows) {
      expect(row.cells).toHaveLength(chosen.length);
      expect(new Set(row.cells.filter((cell) => cell.length > 0).map((cell) => idsOf(cell).join(' '))).size).toBe(1);
      expect(row.isHeading).toBe(row.cells.some(([first]) => first?.kind === 'heading'));
    }
    expect(new Set(columns.rows.map(({ id }) => id)).size).toBe(columns.rows.length);
  });

  test('the page is wide enough; titles and signatures stand apart', () => {
    expect(columns.page).toBe(chosen.length === 3 ? 'landscape' : 'portrait');
    expect(aligned.sections.map(({ blocks }) => blocks)).toEqual(chosen.map(() => []));
    expect(aligned.sections.map(({ title, subject }) => [title, subject])).toEqual(
      apart.sections.map(({ title, subject }) => [title, subject]),
    );
    const signed = apart.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'signatures'));
    expect(columns.signatures).toEqual(signed.length === 0 ? null : signed);
  });
});

test('rows have the same names in every export', () => {
  const [record] = readSamples();
  const names = (chosen: Language[]): string[] =>
    build(record!, { layout: 'columns', languages: chosen }).columns!.rows.map(({ id }) => id);
  expect(names(['ru', 'zh'])).toEqual(names(['zh', 'ru']));
  expect(new Set(names(['en', 'ru', 'zh']))).toEqual(new Set(names(['en', 'ru'])));
});

test('an action says who, by when and how far, each with its word', () => {
  const { columns } = build(exampleRecord(), { kind: 'actions', layout: 'columns' });
  const row = columns!.rows.find(({ cells }) => cells[0]?.some(({ kind }) => kind === 'paragraph'))!;
  expect(row.cells.map((cell) => cell.flatMap(paragraphsOf)[1])).toEqual([
    expect.stringMatching(/^Responsible: /u),
    expect.stringMatching(/^Ответственный: /u),
    expect.stringMatching(/^责任单位（人）：/u),
  ]);
});

const say = (text: string, language: Language): MinutesParagraph => [
  { text, language, isFallback: false, role: 'plain' },
];

function documentOf(parts: Partial<Record<Language, MinutesBlock[]>>): MinutesDocument {
  return {
    title: '',
    subject: '',
    date: '2020-06-16',
    sections: languages
      .filter((language) => parts[language] !== undefined)
      .map((language) => ({
        language,
        organisation: [],
        title: '',
        subject: [],
        draftMark: null,
        pageLabel: { before: '', between: '', after: '' },
        blocks: parts[language] ?? [],
      })),
  };
}

const paragraph = (id: string, language: Language = 'en'): MinutesBlock => ({
  kind: 'paragraph',
  id,
  runs: say(id, language),
});
const read = (document: MinutesDocument): string[] =>
  alignSections(document).columns!.rows.map(({ cells }) =>
    cells.map((cell) => cell.flatMap(paragraphsOf).join('+') || '-').join(' | '),
  );

test('what one language has alone stays in its place', () => {
  const document = documentOf({
    en: [paragraph('a'), paragraph('b'), paragraph('d')],
    ru: [paragraph('a'), paragraph('c'), paragraph('d')],
    zh: [paragraph('c'), paragraph('d'), paragraph('e')],
  });
  expect(read(document)).toEqual(['a | a | -', 'b | - | -', '- | c | c', 'd | d | d', '- | - | e']);
});

test('columns in different orders keep them', () => {
  const ids = (list: string): MinutesBlock[] => Array.from(list).map((id) => paragraph(id));
  const document = documentOf({ en: ids('abcd'), ru: ids('cdab') });
  const rows = read(document);
  expect(rows.map((row) => row[0]).filter((cell) => cell !== '-')).toEqual(Array.from('abcd'));
  expect(rows.map((row) => row.at(-1)).filter((cell) => cell !== '-')).toEqual(Array.from('cdab'));
  expect(rows.filter((row) => !row.includes('-'))).toHaveLength(2);
});

test('paragraphs of one entry and words before it stand together; an entry in two places does not', () => {
  const lead: MinutesBlock = { kind: 'lead', tone: 'step', runs: say('СЛУШАЛИ:', 'ru') };
  const document = documentOf({
    en: [paragraph('a'), paragraph('a'), paragraph('b'), paragraph('a')],
    ru: [lead, paragraph('a'), paragraph('b'), lead],
  });
  expect(read(document)).toEqual(['a+a | СЛУШАЛИ:+a', 'b | b', 'a | -', '- | СЛУШАЛИ:']);
});

test('many rows are aligned', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => paragraph(`entry ${index}`));
  const rows = alignSections(documentOf({ en: ids, ru: ids.filter((_, index) => index % 7 !== 0), zh: ids })).columns!;
  expect(rows.rows).toHaveLength(20_000);
});

test.each<[DocumentKind]>([['minutes'], ['short_minutes']])(
  'closing words of %s come last, in one row, with which the row before stays',
  (kind) => {
    const { columns } = build(exampleRecord(), {
      kind,
      layout: 'columns',
      languages: ['zh', 'ru'],
      authenticity: { kind: 'equal' },
      isNonBinding: true,
    });
    const { cells } = columns!.rows.at(-1)!;
    expect(cells.map((cell) => cell.length)).toEqual([2, 2]);
    expect(cells.flat().every((block) => block.kind === 'paragraph' && block.isClosing === true)).toBe(true);
  },
);
