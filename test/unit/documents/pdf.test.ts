import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { buildMinutesDocument } from '#shared/domain/minutes/index.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { exampleRecord } from '../minutes/example-record.ts';
import { openPdf, readPages, readStructure } from './open-pdf.ts';
import { startEngine } from './start-engine.ts';

const labels = readLabels();
const engine = startEngine();
afterAll(() => engine.close());

const allLanguages = buildMinutesDocument(exampleRecord(), { languages, labels });

test('one file holds the languages one after another, each from a new page, pages counted over the file', async () => {
  const { bytes, pageCount } = await engine.renderPdf(allLanguages);
  const pages = await readPages(bytes);
  expect(pages).toHaveLength(pageCount);
  const starts = allLanguages.sections.map(({ title }) =>
    pages.findIndex((page) => page.includes(title.replaceAll('\u00A0', ' '))),
  );
  expect(starts[0]).toBe(0);
  expect(starts[1]).toBeGreaterThan(0);
  expect(starts[2]).toBeGreaterThan(starts[1]!);
  expect(pages[0]).toContain(`Page 1 of ${pageCount}`);
  expect(pages[starts[1]!]).not.toMatch(new RegExp(`^${starts[1]! + 1} `, 'u'));
  expect(pages[starts[1]! + 1]).toMatch(new RegExp(`^${starts[1]! + 2} `, 'u'));
  expect(pages.at(-1)).toContain(`— ${pageCount} —`);
  for (const [index, page] of pages.entries()) {
    const mark = index < starts[1]! ? 'DRAFT' : index < starts[2]! ? 'ПРОЕКТ' : '草案';
    expect(page).toContain(mark);
  }
});

test('agreed minutes carry no mark', async () => {
  const record = exampleRecord();
  record.meeting.status = 'agreed';
  const { bytes } = await engine.renderPdf(buildMinutesDocument(record, { languages: ['en'], labels }));
  expect((await readPages(bytes)).join()).not.toContain('DRAFT');
});

describe('archive quality', () => {
  test.each(languages)('PDF/A-2a with language, title and outline (%s)', async (language) => {
    const document = buildMinutesDocument(exampleRecord(), { languages: [language], labels });
    const { bytes } = await engine.renderPdf(document);
    const pdf = await openPdf(bytes);
    const { info, metadata } = await pdf.getMetadata();
    expect(metadata.get('pdfaid:part')).toBe('2');
    expect(metadata.get('pdfaid:conformance')).toBe('A');
    expect((info as { Title: string }).Title).toBe(document.title);
    expect((info as { Language: string }).Language).toMatch(new RegExp(`^${language}`, 'u'));
    expect((info as { CreationDate: string }).CreationDate).toContain('20200616');
    const outline = await pdf.getOutline();
    expect(outline).toHaveLength(1);
    const titles = outline[0]!.items.map((item: { title: string }) => item.title);
    expect(titles).toHaveLength(6);
    const headings = labels[language].headings;
    expect(titles.join()).toContain(headings.agenda);
    expect(titles.join()).toContain(headings.actions);
    await pdf.loadingTask.destroy();
  });

  test('tagged: headings, a table with header cells, languages of parts', async () => {
    const { bytes } = await engine.renderPdf(allLanguages);
    const nodes = await readStructure(bytes);
    const roles = new Set(nodes.map(({ role }) => role));
    for (const role of ['H1', 'H2', 'H3', 'P', 'Table', 'TH', 'TD']) expect(roles).toContain(role);
    const tags = nodes.flatMap(({ lang }) => (lang === undefined ? [] : [lang.slice(0, 2)]));
    // The first language is the document's own and needs no tag.
    expect(new Set(tags)).toEqual(new Set(['ru', 'zh']));
  });

  test('the same record gives the same bytes, in another process too', async () => {
    const first = await engine.renderPdf(allLanguages);
    const other = startEngine();
    try {
      const second = await other.renderPdf(allLanguages);
      expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    } finally {
      await other.close();
    }
  });

  test('only the fonts that we bring are embedded', async () => {
    const { bytes } = await engine.renderPdf(allLanguages);
    const names =
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/BaseFont ?\/[A-Z]{6}\+[\w-]+/gu) ?? [];
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/\+(PTSerif|PTSans|NotoSerifSC|NotoSansSC)-/u);
  });
});

describe('text is never markup', () => {
  const hostile = [
    '#eval("1+1") #panic("x") $x^2$ *bold* _em_ @ref <label> [content] \\ // comment /* c */ `raw` = Title',
    '#import "@preview/cetz:0.3.0" #read("/etc/passwd") #include "x.typ"',
    '«ёлочки» „лапки“ “quotes” ‘single’ 100 % & < > " \' {{number}} $t(draft)',
  ];

  test.each(languages)('what is typed is what is printed (%s)', async (language) => {
    const record = exampleRecord();
    const [decision] = record.entries.filter((entry) => entry.kind === 'decision');
    for (const written of languages) decision!.texts[written].text = hostile.join('\n');
    record.meeting.number = '#3 $x$ *b*';
    const { bytes } = await engine.renderPdf(buildMinutesDocument(record, { languages: [language], labels }));
    // A long line may break anywhere: spaces do not count.
    const dense = (text: string): string => text.replace(/[\s\u00A0\u200B\u00AD]+/gu, '');
    const printed = dense((await readPages(bytes)).join(''));
    for (const line of hostile) expect(printed).toContain(dense(line));
    expect(printed).toContain('#3$x$*b*');
  });
});

test('characters that no font has are printed as a box and never stop an export', async () => {
  const record = exampleRecord();
  const [decision] = record.entries.filter((entry) => entry.kind === 'decision');
  decision!.texts.en.text = 'Signed 😀 ᚠ \u202Eabc\u202C e\u0301 ไทย 𠀀 👩‍👩‍👧 done';
  const { bytes } = await engine.renderPdf(buildMinutesDocument(record, { languages: ['en'], labels }));
  const text = (await readPages(bytes)).join('');
  expect(text).toContain('Signed □ □');
  expect(text).toContain('done');
});

test('a word without end stays on the page', async () => {
  const record = exampleRecord();
  const [decision] = record.entries.filter((entry) => entry.kind === 'decision');
  const address = `https://example.org/${'segment-'.repeat(60)}end`;
  decision!.texts.en.text = address;
  const [action] = record.entries.filter((entry) => entry.kind === 'action');
  action!.texts.en.text = 'x'.repeat(300);
  const { bytes } = await engine.renderPdf(buildMinutesDocument(record, { languages: ['en'], labels }));
  const pdf = await openPdf(bytes);
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) {
      if ('str' in item && item.str.trim() !== '')
        expect(Number(item.transform[4]) + item.width).toBeLessThan(596 - 40);
    }
  }
  await pdf.loadingTask.destroy();
  const dense = (await readPages(bytes)).join('').replace(/[-\s\u200B\u00AD]+/gu, '');
  expect(dense).toContain(address.replaceAll('-', ''));
});
