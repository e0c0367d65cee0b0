import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Language, languages } from '#shared/domain/language.ts';
import type { MinutesBlock, MinutesDocument, MinutesParagraph } from '#shared/domain/minutes/document.ts';
import { sourceAssets } from '../../../electron/documents/assets.ts';
import { exampleRecord } from '../minutes/example-record.ts';
import { build } from './build-sample.ts';
import { readPages } from './open-pdf.ts';
import { projectFolder, startEngine } from './start-engine.ts';

/** That of the application; a test that needs longer fails with it. */
const engine = startEngine({ deadlineMs: 30_000 });
afterAll(() => engine.close());

const markup = [
  '#read("/etc/passwd")',
  '#import "@preview/cetz:0.3.0": *',
  '#include "minutes.typ"',
  '#json("/data.json").title',
  '#image("/logo.png")',
  '$x^2 + y_1$',
  '\\u{1F600} \\ \\n',
  '@label <label>',
  '[content] ] [ }{ )(',
  '*strong* _emph_ `raw` ~ -- --- ...',
  '= heading',
  '- item',
  '+ item',
  '/ term: text',
  '// comment /* comment */',
  '"quoted" \'single\' https://example.org',
].join(' ');

const say = (text: string, language: Language): MinutesParagraph => [
  { text, language, isFallback: false, role: 'plain' },
];

/** The same text wherever a text can stand. */
function fill(text: string, language: Language): MinutesDocument {
  const runs = say(text, language);
  const blocks: MinutesBlock[] = [
    { kind: 'heading', id: 'a', level: 2, runs },
    { kind: 'heading', id: 'b', level: 3, runs },
    { kind: 'lead', tone: 'step', runs },
    { kind: 'lead', tone: 'side', runs },
    { kind: 'paragraph', id: 'c', runs },
    { kind: 'split', left: say('x', language), right: runs },
    { kind: 'fields', rows: [{ label: 'label', values: [runs] }] },
    { kind: 'list', items: [runs], ids: ['d'] },
    { kind: 'points', points: [{ id: 'e', number: '1.', paragraphs: [runs, runs] }] },
    { kind: 'table', columns: [{ label: 'column', share: 1 }], rows: [{ id: 'f', cells: [[runs]] }], isRoomy: true },
    { kind: 'placed', place: 'centre', lines: [runs] },
    { kind: 'sign-off', office: [runs], name: say('x', language) },
    { kind: 'signatures', columns: [{ heading: runs, office: runs, name: runs }] },
  ];
  return {
    title: text,
    subject: text,
    date: '2020-06-16',
    keeper: text,
    sections: [
      {
        language,
        letterhead: { names: [runs], lines: [runs] },
        organisation: runs,
        title: text,
        subject: runs,
        draftMark: null,
        pageLabel: { before: '', between: '/', after: '' },
        blocks,
      },
    ],
  };
}
/** In the file that {@link fill} makes. */
const placesOfText = 21;

/** Line breaks, spaces and the hyphens of divided words do not count; a reader sees the rest. */
const dense = (text: string): string => text.normalize('NFC').replace(/[\s\u00A0\u200B\u00AD-]+/gu, '');

/** How often each word of the markup stands in a file; a page may end within a text, but not within a word of it. */
async function countMarkup(document: MinutesDocument): Promise<Set<number>> {
  const printed = dense((await readPages((await engine.renderPdf(document)).bytes)).join(''));
  const words = [
    '#read("/etc/passwd")',
    '#import"@preview/cetz:0.3.0":*',
    '$x^2+y_1$',
    '\\u{1F600}',
    '@label<label>',
    '*strong*_emph_`raw`',
  ];
  return new Set(words.map((word) => printed.split(dense(word)).length - 1));
}

describe('a text is never markup', () => {
  test.each(languages)('wherever it stands it prints as it was typed (%s)', async (language) => {
    expect(await countMarkup(fill(markup, language))).toEqual(new Set([placesOfText]));
  });

  test('nor on a drawing', async () => {
    const { sections, ...rest } = fill(markup, 'en');
    const runs = say(markup, 'en');
    const drawing: MinutesBlock = {
      kind: 'drawing',
      alt: markup,
      ticks: [{ at: 0, label: '2024', isMajor: true }],
      lanes: [
        {
          label: runs,
          rows: [[{ shape: 'circle', at: 0.5, until: null, isMany: false, labels: [say('=h', 'en')] }]],
        },
      ],
      legend: [{ shape: 'circle', isMany: true, label: '*x*' }],
    };
    const [section] = sections;
    const document = { ...rest, sections: [{ ...section!, page: 'landscape' as const, blocks: [drawing] }] };
    // Letterhead (twice), organisation, title, subject; then the lane.
    expect(await countMarkup(document)).toEqual(new Set([6]));
    const { bytes } = await engine.renderPdf(document);
    const printed = (await readPages(bytes)).join('');
    expect(printed).toContain('=h');
    expect(printed).toContain('*x*');
  });

  test('side by side too', async () => {
    const { sections, ...rest } = fill(markup, 'en');
    const document: MinutesDocument = {
      ...rest,
      sections: sections.map((section) => ({ ...section, blocks: [] })),
      columns: {
        page: 'portrait',
        rows: sections[0]!.blocks
          .slice(0, -1)
          .map((block, index) => ({ id: String(index), isHeading: false, cells: [[block]] })),
        signatures: sections[0]!.blocks.flatMap((block) => (block.kind === 'signatures' ? [block] : [])),
      },
    };
    expect(await countMarkup(document)).toEqual(new Set([placesOfText]));
  });
});

describe('characters that cannot be printed never stop a document', () => {
  const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join('');
  test.each([
    ['lone surrogates', 'before \uD800 between \uDFFF after \uDE00\uD83D end'],
    ['control characters', `before ${controls} end`],
    ['noncharacters and private ones', 'before \uFFFE\uFFFF\u{1FFFF}\uE000\uFDD0 end'],
    ['directions and joiners', 'before \u202E\u2066\u200F\u200D\u2060\uFEFF end'],
    ['emoji', 'before 😀 👩‍👩‍👧 🇷🇺 👍🏽 ❤️ 1️⃣ end'],
    ['combining marks', `before ${'Z' + '\u0335\u0349\u036F'.repeat(200)} e\u0301 й \u0338 end`],
    ['other scripts', 'before العربية हिन्दी ไทย 한국어 𠀀𪚥 end'],
    ['nothing but blanks', 'before \u2003\u3000\u00A0\u202F\u2028\u2029 end'],
  ])('%s', async (_, text) => {
    for (const language of languages) {
      const document = fill(text, language);
      const printed = (await readPages((await engine.renderPdf(document)).bytes)).join('');
      expect(printed).toMatch(/before/u);
      expect(printed).toMatch(/end/u);
      expect((await engine.renderPages(document)).pages.length).toBeGreaterThan(0);
    }
  });

  test('an emoji of several characters is one sign, an accent stays on its letter', async () => {
    const document = fill('a👩‍👩‍👧b🇷🇺c👍🏽d e\u0301f', 'en');
    const printed = (await readPages((await engine.renderPdf(document)).bytes)).join('');
    expect(printed).toContain('a□b□c□d éf');
  });
});

describe('very long texts', () => {
  const sentence: Record<Language, string> = {
    en: 'The parties took note of the progress achieved in the joint work. ',
    ru: 'Стороны приняли к сведению ход совместной работы и планы на год. ',
    zh: '双方注意到共同工作取得的进展以及来年的计划，并商定继续合作。',
  };
  const cut = (language: Language, length: number): string =>
    sentence[language].repeat(Math.ceil(length / sentence[language].length)).slice(0, length);

  test('an entry of 50,000 characters', async () => {
    const record = exampleRecord();
    const [entry] = record.entries;
    entry!.texts.ru.text = cut('ru', 50_000);
    const { bytes, pageCount } = await engine.renderPdf(build(record, { languages: ['ru'] }));
    expect(pageCount).toBeGreaterThan(10);
    const pages = (await readPages(bytes)).map((text) => dense(text).replace(/^\d*ПРОЕКТ/u, ''));
    expect(pages.join('')).toContain(dense(cut('ru', 50_000).trim()));
  });

  test('the same side by side', async () => {
    const record = exampleRecord();
    const [entry] = record.entries;
    for (const language of languages) entry!.texts[language].text = cut(language, 50_000);
    const { pageCount } = await engine.renderPdf(build(record, { layout: 'columns', languages: ['en', 'zh'] }));
    expect(pageCount).toBeGreaterThan(10);
  });

  test('one word of 50,000 characters, and a title no reader would read', async () => {
    const [section] = fill('x', 'en').sections;
    const blocks: MinutesBlock[] = [{ kind: 'paragraph', runs: say('x'.repeat(50_000), 'en') }];
    const document = { ...fill('y'.repeat(50_000), 'en'), sections: [{ ...section!, blocks }] };
    const { pageCount } = await engine.renderPdf(document);
    expect(pageCount).toBeGreaterThan(5);
  });

  test.each(['single', 'columns'] as const)('a table of 500 actions (%s)', async (layout) => {
    const record = exampleRecord();
    const [action] = record.entries.filter(({ kind }) => kind === 'action');
    for (let index = 0; index < 500; index += 1) {
      const id = `00000000-0000-4fff-8000-${String(index).padStart(12, '0')}`;
      record.entries.push({ ...structuredClone(action!), id, orderKey: `z${String(index).padStart(4, '0')}` });
    }
    const used: Language[] = layout === 'single' ? ['en'] : ['en', 'zh'];
    const { pages, places } = await engine.renderPages(build(record, { kind: 'actions', layout, languages: used }));
    expect(pages.length).toBeGreaterThan(10);
    expect(new Set(places.map(({ id }) => id)).size).toBeGreaterThanOrEqual(500);
  });
});

test('a link among the templates cannot be followed by them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trilogue-template-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const secret = join(folder, 'secret.txt');
  await writeFile(secret, 'secret');
  for (const [name, source] of [
    ['link.txt', '#read("link.txt")'],
    ['link', '#read("link/secret.txt")'],
  ] as const) {
    const templateFolder = await mkdtemp(join(folder, 'templates-'));
    await symlink(name === 'link' ? folder : secret, join(templateFolder, name));
    await writeFile(join(templateFolder, 'minutes.typ'), source);
    const other = startEngine({ assets: { ...sourceAssets(projectFolder), templateFolder } });
    onTestFinished(() => other.close());
    await expect(other.renderPages(fill('x', 'en'))).rejects.toMatchObject({ reason: 'engine' });
  }
});
