import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { buildMinutesDocument, type MinutesDocument } from '#shared/domain/minutes/index.ts';
import { renderDocx } from '../../../electron/documents/docx/index.ts';
import { splitByScript } from '../../../electron/documents/docx/runs.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { type DocxNode, find, parseXml, textOf } from '../../support/docx-parts.ts';
import { exampleRecord } from '../minutes/example-record.ts';

const labels = readLabels();
const allLanguages = buildMinutesDocument(exampleRecord(), { languages, labels });

async function read(document: MinutesDocument) {
  const bytes = await renderDocx(document);
  const entries = unzipSync(bytes);
  const part = (name: string): DocxNode => parseXml(strFromU8(entries[name]!));
  return { bytes, names: Object.keys(entries), part, body: part('word/document.xml') };
}

/** Runs with their text, fonts and language. */
function readRuns(body: DocxNode) {
  return find(body, 'w:r').map((run) => ({
    text: textOf(run),
    fonts: find(run, 'w:rFonts')[0]?.attributes ?? {},
    lang: find(run, 'w:lang')[0]?.attributes ?? {},
    isItalic: find(run, 'w:i').length > 0,
    isUnderlined: find(run, 'w:u').length > 0,
  }));
}

test('every part is well-formed, and all text is there', async () => {
  const { names, part, body } = await read(allLanguages);
  for (const name of names.filter((each) => each.endsWith('.xml') || each.endsWith('.rels'))) part(name);
  const text = textOf(body);
  for (const expected of [
    'Agreed Minutes No.\u00A03',
    'ПРОТОКОЛ ПЕРЕГОВОРОВ №\u00A03',
    '会谈纪要（第3号）',
    'Decision 2.1',
    'РЕШИЛИ:',
    '议定事项：',
  ]) {
    expect(text).toContain(expected);
  }
});

describe('runs', () => {
  test('every run names four fonts and its languages', async () => {
    const { body } = await read(allLanguages);
    const runs = readRuns(body).filter(({ text }) => text !== '');
    expect(runs.length).toBeGreaterThan(100);
    for (const { fonts, lang } of runs) {
      for (const slot of ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs']) expect(fonts[slot]).toBeTruthy();
      expect(lang['w:val']).toMatch(/^(en-GB|ru-RU)$/u);
      expect(lang['w:eastAsia']).toBe('zh-CN');
    }
  });

  test('the East Asian hint stands on Chinese only, never on Russian or English', async () => {
    const { body } = await read(allLanguages);
    for (const { text, fonts } of readRuns(body)) {
      const hinted = fonts['w:hint'] === 'eastAsia';
      if (/\p{Script=Han}/u.test(text)) expect({ text, hinted }).toEqual({ text, hinted: true });
      if (/[\p{Script=Cyrillic}A-Za-z]{2}/u.test(text) && !text.startsWith('UTC'))
        expect({ text, hinted }).toEqual({ text, hinted: false });
    }
  });

  test('Russian is marked as Russian', async () => {
    const { body } = await read(allLanguages);
    for (const { text, lang } of readRuns(body)) {
      if (/\p{Script=Cyrillic}/u.test(text)) expect(lang['w:val']).toBe('ru-RU');
    }
  });

  test('the Chinese faces of official papers are named', async () => {
    const { body } = await read(buildMinutesDocument(exampleRecord(), { languages: ['zh'], labels }));
    const runs = readRuns(body);
    const faceOf = (part: string): string | undefined =>
      runs.find(({ text }) => text.includes(part))?.fonts['w:eastAsia'];
    expect(faceOf('会谈纪要')).toBe('方正小标宋简体');
    expect(faceOf('一、出席情况')).toBe('黑体');
    expect(faceOf('（一）出席')).toBe('楷体');
    expect(faceOf('宣布会议开幕')).toBe('仿宋');
  });

  test('stand-ins and gaps can be seen', async () => {
    const { body } = await read(buildMinutesDocument(exampleRecord(), { languages: ['ru'], labels }));
    const runs = readRuns(body);
    expect(runs.find(({ text }) => text === 'Zhao Wei')?.isItalic).toBe(true);
    expect(runs.some(({ text }) => text.includes('[латиницей]'))).toBe(true);
    expect(runs.find(({ text }) => text === 'не указан')?.isUnderlined).toBe(true);
  });

  test.each([
    ['ru', 'Институт 江苏 «да»', ['Институт ', '江苏', ' «да»']],
    ['zh', '会议“听取”了 Rudskoi A. I. 的发言', ['会议“听取”了 ', 'Rudskoi A. I.', ' 的发言']],
    ['zh', '《Дыхание Китая》', ['《', 'Дыхание Китая', '》']],
    ['en', 'plain', ['plain']],
  ] as const)('scripts are told apart (%s: %s)', (language, text, expected) => {
    expect(splitByScript(text, language).map((part) => part.text)).toEqual(expected);
  });
});

describe('structure', () => {
  test('real heading styles', async () => {
    const { body, part } = await read(allLanguages);
    const styles = find(body, 'w:pStyle').map(({ attributes }) => attributes['w:val']);
    expect(styles.filter((style) => style === 'Title')).toHaveLength(3);
    expect(styles.filter((style) => style === 'Heading1').length).toBeGreaterThanOrEqual(18);
    expect(styles).toContain('Heading2');
    const defined = find(part('word/styles.xml'), 'w:style').map(({ attributes }) => attributes['w:styleId']);
    for (const style of ['Title', 'Heading1', 'Heading2', 'Normal']) expect(defined).toContain(style);
  });

  test('the action table repeats its head and keeps its rows whole', async () => {
    const { body } = await read(allLanguages);
    const tables = find(body, 'w:tbl').filter((table) => find(table, 'w:tblHeader').length > 0);
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      const [head, ...rows] = find(table, 'w:tr');
      expect(find(head!, 'w:tblHeader')).toHaveLength(1);
      expect(rows).toHaveLength(2);
      for (const row of rows) expect(find(row, 'w:cantSplit')).toHaveLength(1);
    }
  });

  test('one section per language, with its margins, its grid and its own header and footer', async () => {
    const { body } = await read(allLanguages);
    const sections = find(body, 'w:sectPr');
    const margins = sections.map((section) => find(section, 'w:pgMar')[0]!.attributes);
    expect(margins.map((margin) => margin['w:left'])).toEqual(['1417', '1701', '1587']);
    expect(margins[2]).toMatchObject({ 'w:top': '2098', 'w:right': '1474', 'w:bottom': '1984' });
    expect(find(sections[2]!, 'w:docGrid')[0]!.attributes).toMatchObject({ 'w:type': 'lines', 'w:linePitch': '580' });
    for (const section of sections) {
      expect(find(section, 'w:headerReference').length).toBeGreaterThan(0);
      expect(find(section, 'w:footerReference').length).toBeGreaterThan(0);
    }
  });

  test('page numbers as fields, and the draft mark, in each language', async () => {
    const { names, part } = await read(allLanguages);
    const margins = names.filter((name) => /word\/(header|footer)\d+\.xml/u.test(name)).map(part);
    const fields = margins.map((margin) =>
      find(margin, 'w:instrText')
        .map(({ text }) => text)
        .join(),
    );
    // Odd and even pages each have theirs: English «x of y», Russian above and Chinese below the number alone.
    expect(fields.filter((field) => field === 'PAGE,NUMPAGES')).toHaveLength(2);
    expect(fields.filter((field) => field === 'PAGE')).toHaveLength(4);
    const text = margins.map(textOf).join('|');
    for (const words of ['Page ', ' of ', '— ', 'DRAFT', 'ПРОЕКТ', '草案']) expect(text).toContain(words);
  });

  test('the last words before the signatures stay with them', async () => {
    const { body } = await read(buildMinutesDocument(exampleRecord(), { languages: ['en'], labels }));
    const children = body.children[0]!.children[0]!.children;
    const at = children.findIndex((child) => child.name === 'w:tbl' && textOf(child).includes('For the Chinese side'));
    for (const child of children.slice(at - 2, at)) expect(find(child, 'w:keepNext')).toHaveLength(1);
    const [outer] = find(children[at]!, 'w:tr');
    expect(outer!.children.find(({ name }) => name === 'w:trPr')?.children.map(({ name }) => name)).toContain(
      'w:cantSplit',
    );
  });
});

test('properties: title, subject, languages, the day of the meeting', async () => {
  const { part } = await read(allLanguages);
  const core = part('docProps/core.xml');
  const value = (name: string): string => find(core, name)[0]?.text ?? '';
  expect(value('dc:title')).toBe(allLanguages.title);
  expect(value('dc:subject')).toBe(allLanguages.subject);
  expect(value('dc:language')).toBe('en-GB, ru-RU, zh-Hans-CN');
  expect(value('dcterms:created')).toBe('2020-06-16T00:00:00Z');
});

test('what is typed is what is printed', async () => {
  const record = exampleRecord();
  const hostile = '<w:t>&amp; ]]> "x" \' {{number}} {PAGE} <!-- --> &#x41; \u00A0 C:\\new';
  for (const language of languages) record.entries[6]!.texts[language].text = hostile;
  const { body } = await read(buildMinutesDocument(record, { languages, labels }));
  expect(textOf(body).split(hostile)).toHaveLength(4);
});

test('the same record gives the same bytes', async () => {
  const [first, second] = [await renderDocx(allLanguages), await renderDocx(allLanguages)];
  expect(Buffer.compare(first, second)).toBe(0);
});
