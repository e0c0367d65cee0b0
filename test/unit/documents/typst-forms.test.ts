import { crc32, deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { type Language, languages } from '#shared/domain/language.ts';
import type {
  MinutesBlock,
  MinutesDocument,
  MinutesLogo,
  MinutesParagraph,
  MinutesSection,
} from '#shared/domain/minutes/document.ts';
import { exampleRecord } from '../minutes/example-record.ts';
import { build } from './build-sample.ts';
import { openPdf, readPages, readStructure } from './open-pdf.ts';
import { startEngine } from './start-engine.ts';

const engine = startEngine();
afterAll(() => engine.close());

const page = { width: 210, height: 297 };
const say = (text: string, language: Language): MinutesParagraph => [
  { text, language, isFallback: false, role: 'plain' },
];
const paragraph = (text: string, language: Language, id?: string): MinutesBlock => ({
  kind: 'paragraph',
  ...(id !== undefined && { id }),
  runs: say(text, language),
});

function section(language: Language, blocks: MinutesBlock[], changes: Partial<MinutesSection> = {}): MinutesSection {
  const pageLabel = { before: 'Page ', between: ' of ', after: '' };
  return { language, organisation: [], title: '', subject: [], draftMark: null, pageLabel, blocks, ...changes };
}
const documentOf = (sections: MinutesSection[], changes: Partial<MinutesDocument> = {}): MinutesDocument => ({
  title: 'A document',
  subject: '',
  date: '2020-06-16',
  sections,
  ...changes,
});

/** A line of a page: its text, edges and baseline in mm from the left and the top. */
interface Line {
  text: string;
  left: number;
  right: number;
  baseline: number;
}

async function readLines(bytes: Uint8Array, number: number): Promise<Line[]> {
  const pdf = await openPdf(bytes);
  const sheet = await pdf.getPage(number);
  const { height } = sheet.getViewport({ scale: 1 });
  const millimetres = (points: number): number => (points / 72) * 25.4;
  const lines = new Map<string, Line>();
  for (const item of (await sheet.getTextContent()).items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [x, y] = [Number(item.transform[4]), Number(item.transform[5])];
    const key = y.toFixed(1);
    const line = lines.get(key) ?? { text: '', left: page.height, right: 0, baseline: millimetres(height - y) };
    line.text += item.str;
    line.left = Math.min(line.left, millimetres(x));
    line.right = Math.max(line.right, millimetres(x + item.width));
    lines.set(key, line);
  }
  await pdf.loadingTask.destroy();
  return [...lines.values()].sort((a, b) => a.baseline - b.baseline);
}

/** An oval in colours on nothing. */
function drawPng(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width * 4 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isInside = ((2 * x) / width - 1) ** 2 + ((2 * y) / height - 1) ** 2 < 1;
      rows.set([20, (x * 255) / width, 160, isInside ? 255 : 0], y * (width * 4 + 1) + 1 + x * 4);
    }
  }
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
const logoOf = (width: number, height: number): MinutesLogo => ({
  mediaType: 'image/png',
  base64: drawPng(width, height).toString('base64'),
  width,
  height,
});

describe('a Chinese page (GB/T 9704)', () => {
  const text = '会议听取了各方关于科技合作进展情况的报告'.repeat(120);
  const document = documentOf([section('zh', [paragraph(text, 'zh')], { numbering: 'dashes' })]);

  test('22 lines of 28 characters on 156 × 225 mm', async () => {
    const { bytes, pageCount } = await engine.renderPdf(document);
    expect(pageCount).toBe(4);
    const lines = await readLines(bytes, 2);
    const body = lines.filter(({ text: line }) => !line.includes('—'));
    expect(body).toHaveLength(22);
    for (const line of body) {
      expect(Array.from(line.text)).toHaveLength(28);
      expect(line.left).toBeCloseTo(28, 0);
      expect(line.right).toBeCloseTo(page.width - 26, 0);
    }
    expect(body[1]!.baseline - body[0]!.baseline).toBeCloseTo(225 / 22, 1);
    expect(body.at(-1)!.baseline).toBeLessThan(page.height - 35);
  });

  test('the number between dashes at the outer edge, one character in, its dash 7 mm below the text', async () => {
    const { bytes } = await engine.renderPdf(document);
    const character = (14 / 72) * 25.4;
    for (const number of [1, 2, 3]) {
      const foot = (await readLines(bytes, number)).at(-1)!;
      expect(foot.text).toBe(`—${number}—`);
      if (number % 2 === 0) expect(foot.left).toBeCloseTo(28 + character, 1);
      else expect(foot.right).toBeCloseTo(page.width - 26 - character, 1);
      expect(foot.baseline - 0.38 * character).toBeCloseTo(page.height - 35 + 7, 1);
    }
  });
});

describe('a Russian page (GOST R 7.0.97)', () => {
  const text = 'Стороны приняли к сведению ход совместной работы. '.repeat(200);

  test('from the second page the number alone, in the middle, at least 10 mm from the edge', async () => {
    const document = documentOf([
      section('en', [paragraph('One page.', 'en')]),
      section('ru', [paragraph(text, 'ru')], { numbering: 'number' }),
    ]);
    const { bytes } = await engine.renderPdf(document);
    expect((await readPages(bytes))[1]).toMatch(/^Стороны/u);
    const [number, first] = await readLines(bytes, 3);
    // Pages count through the file.
    expect(number!.text).toBe('3');
    expect((number!.left + number!.right) / 2).toBeCloseTo((30 + page.width - 15) / 2, 0);
    const capitals = 0.7 * (11 / 72) * 25.4;
    expect(number!.baseline - capitals).toBeGreaterThan(10);
    expect(first!.left).toBeCloseTo(30, 0);
    expect(first!.right).toBeLessThan(page.width - 15 + 0.5);
    expect(first!.baseline).toBeGreaterThan(20);
  });
});

describe('a letterhead', () => {
  const letterhead = (language: Language): MinutesSection['letterhead'] => ({
    names: [say('Polytechnic University', language)],
    lines: [say('29 Long Street', language), say('tel. 1234', language)],
  });
  const written = (language: Language): MinutesSection =>
    section(language, [paragraph('Body text. '.repeat(600), language)], {
      letterhead: letterhead(language),
      title: 'Title',
    });

  test('stands above the title on the first page of each language, its picture with a text instead', async () => {
    const document = documentOf([written('en'), written('ru')], { logo: logoOf(400, 260) });
    const { bytes } = await engine.renderPdf(document);
    const pages = await readPages(bytes);
    const withHead = pages.flatMap((text, index) => (text.includes('29 Long Street') ? [index] : []));
    expect(withHead).toHaveLength(2);
    for (const index of withHead)
      expect(pages[index]).toMatch(/Polytechnic University ?29 Long Street ?tel. 1234 ?Title/u);
    const figures = (await readStructure(bytes)).filter(({ role }) => role === 'Figure');
    expect(figures.map((figure) => (figure as { alt?: string }).alt)).toEqual(Array(2).fill('Polytechnic University'));
  });

  test.each([
    ['never higher than 22 mm', logoOf(200, 400), { width: 11, height: 22 }],
    ['never wider than 60 mm', logoOf(900, 100), { width: 60, height: 60 / 9 }],
    ['never enlarged', logoOf(60, 30), { width: (60 / 150) * 25.4, height: (30 / 150) * 25.4 }],
  ])('a picture is %s', async (_, logo, expected) => {
    const { pages } = await engine.renderPages(documentOf([written('en')], { logo }));
    const [, width, height] = /<image width="([\d.]+)" height="([\d.]+)" href="data:image\/png;base64,/u.exec(
      pages[0]!,
    )!;
    expect((Number(width) / 72) * 25.4).toBeCloseTo(expected.width, 1);
    expect((Number(height) / 72) * 25.4).toBeCloseTo(expected.height, 1);
  });

  test('without a picture the names stand in the middle', async () => {
    const { bytes } = await engine.renderPdf(documentOf([written('en')]));
    const [name] = await readLines(bytes, 1);
    expect((name!.left + name!.right) / 2).toBeCloseTo(page.width / 2, 0);
  });

  test('a damaged picture is a failure of that document only', async () => {
    const logo: MinutesLogo = {
      mediaType: 'image/png',
      base64: Buffer.from('no picture').toString('base64'),
      width: 9,
      height: 9,
    };
    const damaged = engine.renderPdf(documentOf([written('en')], { logo }));
    await expect(damaged).rejects.toMatchObject({ name: 'DocumentFailure', reason: 'engine' });
    await expect(engine.renderPdf(documentOf([written('en')]))).resolves.toHaveProperty('pageCount');
  });
});

describe('a table to be signed', () => {
  test('has rows of at least 9 mm, empty ones too', async () => {
    const columns = [
      { label: 'No.', share: 0.2 },
      { label: 'Name', share: 0.8 },
    ];
    const rows = ['a', '', ''].map((text, index) => ({
      id: String(index),
      cells: [[say(text, 'en')], [say('', 'en')]],
    }));
    const last = { id: 'last', cells: [[say('end', 'en')], [say('', 'en')]] };
    const table: MinutesBlock = { kind: 'table', columns, rows: [...rows, last], isRoomy: true };
    const { bytes } = await engine.renderPdf(documentOf([section('en', [table])]));
    const lines = await readLines(bytes, 1);
    const [first, end] = ['a', 'end'].map((text) => lines.find((line) => line.text === text)!.baseline);
    expect((end! - first!) / 3).toBeGreaterThanOrEqual(9);
    expect((end! - first!) / 3).toBeLessThan(11);
  });
});

describe('languages side by side', () => {
  const row = (id: string, lengths: number[], used: readonly Language[], isHeading = false) => ({
    id,
    isHeading,
    cells: used.map((language, index) => [
      paragraph(`${id}${language}. ${'слово '.repeat(lengths[index]!)}`, language, id),
    ]),
  });
  const aligned = (used: readonly Language[], rows: ReturnType<typeof row>[]): MinutesDocument =>
    documentOf(
      used.map((language) => section(language, [], { title: `Title ${language}`, draftMark: `DRAFT ${language}` })),
      { columns: { page: used.length > 2 ? 'landscape' : 'portrait', rows, signatures: null } },
    );

  test('paragraphs of a row begin at one height, each in its column', async () => {
    const document = aligned(languages, [row('a', [30, 60, 5], languages), row('b', [5, 5, 5], languages)]);
    const { places, pages } = await engine.renderPages(document);
    expect(pages[0]).toContain('viewBox="0 0 842 596"');
    for (const id of ['a', 'b']) {
      const tops = places.filter((place) => place.id === id);
      expect(tops.map(({ language }) => language)).toEqual([...languages]);
      expect(tops.map(({ left }) => left)).toEqual(tops.map(({ left }) => left).sort((x, y) => x - y));
      for (const { top } of tops) expect(top).toBeCloseTo(tops[0]!.top, 2);
    }
  });

  test('a row stays on one page, a heading with what follows, and every text is there once', async () => {
    const used = ['en', 'ru'] as const;
    const rows = Array.from({ length: 24 }, (_, index) => [
      row(`h${index}-`, [1, 1], used, true),
      row(`r${index}-`, [60 + (index % 5) * 17, 50], used),
    ]).flat();
    const document = aligned(used, rows);
    const { places } = await engine.renderPages(document);
    const pageOf = (id: string): number[] => places.filter((place) => place.id === id).map((place) => place.page);
    for (let index = 0; index < 24; index += 1) {
      const [left, right] = pageOf(`r${index}-`);
      expect([left, right, left, left]).toEqual([...pageOf(`r${index}-`), ...pageOf(`h${index}-`)]);
    }
    const pages = await readPages((await engine.renderPdf(document)).bytes);
    expect(pages.length).toBeGreaterThan(2);
    for (const [number, text] of pages.entries()) {
      for (const language of used) expect(text).toContain(`DRAFT ${language}`);
      // No row goes on from the page before: the first text of a page is the beginning of one.
      expect(text.slice('DRAFT enDRAFT ru'.length, 40)).toMatch(number === 0 ? /Title/u : /[hr]\d+-en\./u);
    }
    for (const { id } of rows)
      for (const language of used) expect(pages.join('').split(`${id}${language}.`)).toHaveLength(2);
  });

  test('a row longer than a page goes on over pages', async () => {
    const { pageCount } = await engine.renderPdf(aligned(['en', 'ru'], [row('long', [3_000, 10], ['en', 'ru'])]));
    expect(pageCount).toBeGreaterThan(2);
  });

  test('is read row by row, with a title and languages for each column, and signed below all of them', async () => {
    const document = build(exampleRecord(), { layout: 'columns', languages: ['en', 'zh'] });
    const { bytes } = await engine.renderPdf(document);
    const pdf = await openPdf(bytes);
    expect((await pdf.getMetadata()).metadata.get('pdfaid:conformance')).toBe('A');
    // One outline: that of the first language.
    expect(await pdf.getOutline()).toHaveLength(1);
    await pdf.loadingTask.destroy();
    const nodes = await readStructure(bytes);
    for (const role of ['H1', 'H4']) expect(nodes.filter((node) => node.role === role)).toHaveLength(1);
    expect(nodes.some(({ lang }) => lang?.startsWith('zh'))).toBe(true);
    const text = (await readPages(bytes)).join('');
    const { signatures } = document.columns!;
    for (const { heading } of signatures!.flatMap(({ columns }) => columns)) expect(text).toContain(heading[0]!.text);
    // In the order of the tags, which is that of the content: both languages of a row before the next row.
    const [first, second] = ['Participants', 'Proceedings'].map((heading) => text.indexOf(heading));
    const [chinese] = ['出席情况'].map((heading) => text.indexOf(heading));
    expect(first).toBeLessThan(chinese!);
    expect(chinese).toBeLessThan(second!);
  });
});
