import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Language } from '#shared/domain/language.ts';
import type {
  MinutesBlock,
  MinutesDocument,
  MinutesParagraph,
  MinutesSection,
} from '#shared/domain/minutes/document.ts';
import { renderDocx } from '../../../electron/documents/docx/index.ts';
import { readCommentedDocx } from '../../../electron/exchange/docx/index.ts';
import { type DocxNode, find, parseXml, textOf } from '../../support/docx-parts.ts';

const say = (text: string, language: Language = 'en'): MinutesParagraph => [
  { text, language, isFallback: false, role: 'plain' },
];
const paragraph = (text: string, language: Language = 'en', id?: string): MinutesBlock => ({
  kind: 'paragraph',
  runs: say(text, language),
  ...(id === undefined ? {} : { id }),
});
const section = (language: Language, more: Partial<MinutesSection> = {}): MinutesSection => ({
  language,
  organisation: [],
  title: `Title ${language}`,
  subject: [],
  draftMark: null,
  pageLabel: { before: 'p ', between: ' of ', after: '' },
  blocks: [paragraph(`Text ${language}`, language)],
  ...more,
});
const documentOf = (sections: MinutesSection[], more: Partial<MinutesDocument> = {}): MinutesDocument => ({
  title: 'Minutes',
  subject: '16 June 2020',
  date: '2020-06-16',
  sections,
  ...more,
});

async function read(document: MinutesDocument) {
  const bytes = await renderDocx(document);
  const entries = unzipSync(bytes);
  const names = Object.keys(entries);
  const part = (name: string): DocxNode => parseXml(strFromU8(entries[name]!));
  for (const name of names.filter((each) => /\.(?:xml|rels)$/u.test(each))) part(name);
  return { bytes, names, part, entries, body: find(part('word/document.xml'), 'w:body')[0]! };
}

/** Headers or footers of a section by type, in the order of sections: their texts with fields in brackets. */
function readMargins({ part, body }: Awaited<ReturnType<typeof read>>, kind: 'header' | 'footer') {
  const targets = new Map(
    find(part('word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes['Id'],
      attributes['Target'],
    ]),
  );
  return find(body, 'w:sectPr').map((properties) => ({
    hasFirst: find(properties, 'w:titlePg').length > 0,
    margins: Object.fromEntries<{ text: string; content: DocxNode } | undefined>(
      find(properties, `w:${kind}Reference`).map(({ attributes }) => {
        const content = part(`word/${targets.get(attributes['r:id'])!.replace(/^\/?word\//u, '')}`);
        const text = find(content, 'w:r')
          .map((run) => {
            const fields = find(run, 'w:instrText').map((code) => `[${code.text.trim()}]`);
            return textOf(run) || fields.join('');
          })
          .join('');
        return [attributes['w:type'] ?? '', { text, content }] as const;
      }),
    ),
  }));
}

describe('page numbers', () => {
  test('Russian: the number alone above the text, from the second page', async () => {
    const found = await read(documentOf([section('ru', { numbering: 'number', draftMark: 'ПРОЕКТ' })]));
    const [header] = readMargins(found, 'header');
    expect(header?.hasFirst).toBe(true);
    expect(header?.margins['default']?.text).toBe('[PAGE]ПРОЕКТ');
    expect(header?.margins['first']?.text).toBe('ПРОЕКТ');
    expect(Object.values(readMargins(found, 'footer')[0]!.margins).map((margin) => margin?.text)).toEqual(['', '']);
  });

  test('Chinese: between dashes at the outer edge, one character in; other languages of the file keep theirs', async () => {
    const found = await read(
      documentOf([section('en'), section('ru', { numbering: 'number' }), section('zh', { numbering: 'dashes' })]),
    );
    expect(find(found.part('word/settings.xml'), 'w:evenAndOddHeaders')).toHaveLength(1);
    const [english, russian, chinese] = readMargins(found, 'footer');
    expect(english?.margins['even']?.text).toBe('p [PAGE] of [NUMPAGES]');
    expect(russian?.margins['even']?.text).toBe('');
    expect(readMargins(found, 'header')[1]?.margins['even']?.text).toBe('[PAGE]');
    for (const [type, side] of [
      ['default', 'right'],
      ['even', 'left'],
    ] as const) {
      const { text, content } = chinese!.margins[type]!;
      expect(text).toBe('— [PAGE] —');
      expect(find(content, 'w:jc')[0]?.attributes['w:val']).toBe(side);
      expect(find(content, 'w:ind')[0]?.attributes[`w:${side}`]).toBe('280');
      expect(find(content, 'w:sz')[0]?.attributes['w:val']).toBe('28');
      expect(find(content, 'w:rFonts')[0]?.attributes).toMatchObject({ 'w:ascii': '宋体', 'w:eastAsia': '宋体' });
    }
    expect(chinese?.hasFirst).toBe(false);
  });

  test('one language without dashes knows no left and right pages', async () => {
    const { part } = await read(documentOf([section('en'), section('ru')]));
    const on = find(part('word/settings.xml'), 'w:evenAndOddHeaders').filter(
      ({ attributes }) => attributes['w:val'] !== 'false',
    );
    expect(on).toHaveLength(0);
  });
});

// One pixel, 8-bit grey.
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
const logo = { mediaType: 'image/png' as const, base64: pixel, width: 1200, height: 600 };
const letterhead = { names: [say('Institute «A»')], lines: [say('1 Road'), say('+7 812')] };

describe('letterhead', () => {
  test('before the title, with a picture of at most 22 mm that says what it is', async () => {
    const { body, names } = await read(
      documentOf([section('en', { letterhead }), section('ru', { letterhead })], { logo }),
    );
    expect(textOf(body)).toMatch(/^Institute «A»1 Road\+7 812Title enText enInstitute «A»/u);
    const pictures = find(body, 'wp:inline');
    expect(pictures).toHaveLength(2);
    const ids = pictures.map((picture) => find(picture, 'wp:docPr')[0]!.attributes);
    expect(ids.map(({ id }) => id)).toEqual(['1', '2']);
    expect(ids[0]?.['descr']).toBe('Institute «A»');
    const { cx, cy } = find(pictures[0]!, 'wp:extent')[0]!.attributes;
    expect(Number(cy)).toBeLessThanOrEqual(22 * 36_000);
    expect(Number(cx) / Number(cy)).toBeCloseTo(2, 1);
    expect(names.filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
  });

  test('none without one; a logo alone prints nothing', async () => {
    const { body } = await read(documentOf([section('en')], { logo }));
    expect(find(body, 'wp:inline')).toHaveLength(0);
    expect(textOf(body)).toBe('Title enText en');
  });

  test('pictures give the same bytes again', async () => {
    const document = documentOf([section('en', { letterhead })], { logo });
    const [first, second] = [await renderDocx(document), await renderDocx(document)];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});

const ids = ['0190a0b0-c0d0-7e0f-8a1b-2c3d4e5f6071', '0190a0b0-c0d0-7e0f-8a1b-2c3d4e5f6072'] as const;
const signatures = (language: Language) => ({
  kind: 'signatures' as const,
  columns: ['A', 'B'].map((side) => ({
    heading: say(`For ${side} ${language}`, language),
    office: say(`Office ${side} ${language}`, language),
    name: say(`Name ${side} ${language}`, language),
  })),
});
function columnsOf(languages: Language[], page: 'portrait' | 'landscape'): MinutesDocument {
  return documentOf(
    languages.map((language) => section(language, { blocks: [] })),
    {
      columns: {
        page,
        rows: [
          {
            id: 'h',
            isHeading: true,
            cells: languages.map((language) => [
              { kind: 'heading', id: 'h', level: 2, runs: say(`Heading ${language}`, language) },
            ]),
          },
          {
            id: ids[0],
            isHeading: false,
            cells: languages.map((language) => [paragraph(`Row ${language}`, language, ids[0])]),
          },
          {
            id: ids[1],
            isHeading: false,
            cells: languages.map((language, index) =>
              index === 0 ? [paragraph('x'.repeat(1_300), language, ids[1])] : [],
            ),
          },
        ],
        signatures: languages.map(signatures),
      },
    },
  );
}

describe('side by side', () => {
  test.each([
    ['portrait', ['en', 'ru'], '11906'],
    ['landscape', ['en', 'ru', 'zh'], '16838'],
  ] as const)('%s: one row per paragraph and its counterparts', async (page, languages, width) => {
    const { body } = await read(columnsOf([...languages], page));
    const [properties] = find(body, 'w:sectPr');
    expect(find(body, 'w:sectPr')).toHaveLength(1);
    expect(find(properties!, 'w:pgSz')[0]?.attributes['w:w']).toBe(width);
    const table = find(body, 'w:tbl')[0]!;
    expect(find(table, 'w:tblLayout')[0]?.attributes['w:type']).toBe('fixed');
    const rows = table.children.filter(({ name }) => name === 'w:tr');
    expect(
      rows.map((row) =>
        find(row, 'w:tc')
          .map(textOf)
          .filter((text) => text !== ''),
      ),
    ).toEqual([
      languages.map((language) => `Title ${language}`),
      languages.map((language) => `Heading ${language}`),
      languages.map((language) => `Row ${language}`),
      ['x'.repeat(1_300)],
    ]);
    // A long cell may go on on the next page; nothing else may.
    expect(rows.map((row) => find(row, 'w:cantSplit').length)).toEqual([1, 1, 1, 0]);
    for (const row of rows.slice(0, 2)) {
      for (const each of find(row, 'w:p').filter((one) => textOf(one) !== ''))
        expect(find(each, 'w:keepNext')).toHaveLength(1);
    }
    const grid = find(find(table, 'w:tblGrid')[0]!, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
    const [column] = grid;
    expect(grid.filter((_, index) => index % 2 === 0)).toEqual(languages.map(() => column));
  });

  test('each signatory once, in all languages, on one page', async () => {
    const { body } = await read(columnsOf(['zh', 'ru'], 'portrait'));
    const tables = body.children.filter(({ name }) => name === 'w:tbl');
    const last = tables.at(-1)!;
    const rows = find(find(last, 'w:tbl')[0]!, 'w:tr');
    expect(
      rows.map((row) =>
        find(row, 'w:tc')
          .map(textOf)
          .filter((text) => text !== ''),
      ),
    ).toEqual([
      ['For A zhFor A ru', 'For B zhFor B ru'],
      ['Office A zhOffice A ru', 'Office B zhOffice B ru'],
      ['Name A zhName A ru', 'Name B zhName B ru'],
    ]);
    const outer = last.children.filter(({ name }) => name === 'w:tr');
    expect(outer).toHaveLength(1);
    expect(find(outer[0]!.children[0]!, 'w:cantSplit')).toHaveLength(1);
    const between = body.children.slice(body.children.indexOf(last) - 1, body.children.indexOf(last));
    for (const each of between) expect(find(each, 'w:keepNext')).toHaveLength(1);
  });

  test('comments find their row and language', async () => {
    const { bytes, body } = await read(columnsOf(['en', 'zh'], 'portrait'));
    expect([...(await readCommentedDocx(bytes)).targetIds].sort()).toEqual([...ids]);
    const names = find(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    expect(names.filter((name) => name?.endsWith('_zh'))).toHaveLength(1);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('roomy rows are as high as a signature needs', async () => {
  const table = (isRoomy: boolean): MinutesBlock => ({
    kind: 'table',
    columns: [
      { label: 'Name', share: 0.5 },
      { label: 'Signature', share: 0.5 },
    ],
    rows: [{ id: 'a', cells: [[say('A')], []] }],
    ...(isRoomy ? { isRoomy } : {}),
  });
  const { body } = await read(documentOf([section('en', { blocks: [table(true), table(false)] })]));
  const heights = find(body, 'w:tr').map((row) => find(row, 'w:trHeight')[0]?.attributes);
  expect(heights).toEqual([undefined, { 'w:val': '510', 'w:hRule': 'atLeast' }, undefined, undefined]);
});

test('the copy says for whom it is', async () => {
  const { part } = await read(documentOf([section('en')], { keeper: 'Chinese <side>' }));
  expect(find(part('docProps/core.xml'), 'cp:keywords')[0]?.text).toBe('Chinese <side>');
  const property = find(part('docProps/custom.xml'), 'property').find(
    ({ attributes }) => attributes['name'] === 'TrilogueKeeper',
  );
  expect(find(property!, 'vt:lpwstr')[0]?.text).toBe('Chinese <side>');
});

describe('whatever is in a text', () => {
  const awkward = 'a\u0000b\u0007c\uD800d\uDC00e\uFFFEf\uFFFF 👩‍🚀 e\u0301 ]]> <w:p/> &amp; "\'';

  test('characters that XML forbids are left out in every part', async () => {
    const document = documentOf(
      [
        section('en', {
          title: awkward,
          subject: say(awkward),
          organisation: say(awkward),
          draftMark: awkward,
          letterhead: { names: [say(awkward)], lines: [say(awkward)] },
          pageLabel: { before: awkward, between: awkward, after: awkward },
          blocks: [
            paragraph(awkward, 'zh'),
            { kind: 'table', columns: [{ label: awkward, share: 1 }], rows: [{ id: 'a', cells: [[say(awkward)]] }] },
            { kind: 'fields', rows: [{ label: awkward, values: [say(awkward, 'ru')] }] },
            { kind: 'points', points: [{ id: 'p', number: awkward, paragraphs: [say(awkward)] }] },
          ],
        }),
      ],
      { title: awkward, subject: awkward, keeper: awkward, logo },
    );
    const { body } = await read(document);
    expect(textOf(body)).toContain('abc\uFFFDd\uFFFDef 👩‍🚀');
  });

  test('50,000 characters in a cell, 500 rows, two languages side by side', async () => {
    const long = 'Слово 字 word. '.repeat(3_600).slice(0, 50_000);
    const rows = Array.from({ length: 500 }, (_, index) => ({
      id: `row ${String(index)}`,
      cells: [[say(`${String(index)} action`)], [say('owner', 'ru')]],
    }));
    const table: MinutesBlock = {
      kind: 'table',
      columns: [
        { label: 'Action', share: 0.7 },
        { label: 'Owner', share: 0.3 },
      ],
      rows,
    };
    const sequential = await read(documentOf([section('ru', { blocks: [paragraph(long, 'ru'), table] })]));
    expect(find(sequential.body, 'w:tr')).toHaveLength(501);
    expect(textOf(sequential.body)).toContain(long);
    const side = await read(
      documentOf([section('en', { blocks: [] }), section('ru', { blocks: [] })], {
        columns: {
          page: 'portrait',
          rows: [{ id: 'a', isHeading: false, cells: [[paragraph(long, 'ru')], [table]] }],
          signatures: null,
        },
      }),
    );
    expect(textOf(side.body)).toContain('499 action');
  });
});
