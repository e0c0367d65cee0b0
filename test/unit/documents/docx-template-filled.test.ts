import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Letterhead, placeholders } from '#shared/contract/letterheads.ts';
import { languages } from '#shared/domain/language.ts';
import { buildMinutesDocument, type MinutesDocument } from '#shared/domain/minutes/index.ts';
import { renderDocx } from '../../../electron/documents/docx/index.ts';
import { inspectTemplate, sampleTemplate } from '../../../electron/documents/docx/template.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { readCommentedDocx } from '../../../electron/exchange/docx/index.ts';
import { packParts, unpackParts } from '../../support/commented-docx.ts';
import { type DocxNode, find, parseXml, textOf } from '../../support/docx-parts.ts';
import { body, letterheadOf, line, office, page, relationship, run, word } from '../../support/letterhead-docx.ts';
import { exampleRecord } from '../minutes/example-record.ts';

const labels = readLabels();
function minutes(): MinutesDocument {
  const document = buildMinutesDocument(exampleRecord(), { languages, labels });
  Object.assign(document.sections[0]!, {
    facts: { organization: 'Institute «A» & B', address: '1 Road\nNanjing', number: '3', date: '16 June 2020' },
  });
  return document;
}

async function fill(template: Uint8Array, document = minutes()) {
  const bytes = await renderDocx(document, template);
  const entries = unzipSync(bytes);
  const part = (name: string): DocxNode => parseXml(strFromU8(entries[name]!));
  for (const name of Object.keys(entries).filter((each) => /\.(?:xml|rels)$/u.test(each))) part(name);
  return { bytes, part, main: part('word/document.xml'), names: Object.keys(entries) };
}

describe('filled', () => {
  test('text, header and properties; the look of the letterhead stays', async () => {
    const template = letterheadOf(
      [
        line(run('{{da'), run('te}} No. {{number}}', '<w:i/>')),
        line(run('{{title}}', '<w:sz w:val="40"/>')),
        line(run('{{address}}')),
        line(run('[{{phone}}]')),
        body,
        line(run('Last line')),
      ].join(''),
    );
    const document = minutes();
    const { main, part } = await fill(template, document);
    const children = find(main, 'w:body')[0]!.children;
    const texts = children.map(textOf);
    expect(texts[0]).toBe('16 June 2020 No. 3');
    expect(texts[1]).toContain(document.sections[0]!.title);
    expect(texts[2]).toBe('1 RoadNanjing');
    expect(find(children[2]!, 'w:br')).toHaveLength(1);
    expect(texts[3]).toBe('[]');
    expect(texts.at(-2)).toBe('Last line');
    const header = part('word/header1.xml');
    expect(textOf(header)).toBe('Institute «A» & B');
    expect(find(header, 'w:color')[0]?.attributes['w:val']).toBe('AA0000');
    expect(find(children[1]!, 'w:sz')[0]?.attributes['w:val']).toBe('40');
    const styles = find(part('word/styles.xml'), 'w:style').map(({ attributes }) => attributes['w:styleId']);
    expect(styles).toEqual(expect.arrayContaining(['a', '1', 'Title', 'Heading2', 'TrilogueTable']));
    // A Russian Word calls its first heading «1»: it is used, and there is no second one of the name.
    expect(styles).not.toContain('Heading1');
    const used = new Set(find(main, 'w:pStyle').map(({ attributes }) => attributes['w:val']));
    expect([...used].every((style) => styles.includes(style))).toBe(true);
    expect(used).toContain('1');
    expect(find(part('docProps/core.xml'), 'dc:title')[0]?.text).toBe(document.title);
    expect(find(part('docProps/core.xml'), 'dc:language')[0]?.text).toBe('en-GB, ru-RU, zh-Hans-CN');
  });

  test('all languages, each on a new page, everything that stands without a letterhead', async () => {
    const document = minutes();
    const { main, bytes } = await fill(letterheadOf(body), document);
    expect(find(main, 'w:pageBreakBefore')).toHaveLength(2);
    expect(find(main, 'w:sectPr')).toHaveLength(1);
    const plain = parseXml(strFromU8(unzipSync(await renderDocx(document))['word/document.xml']!));
    const withoutMarks = textOf(main).replaceAll(/DRAFT|ПРОЕКТ|草案/gu, '');
    expect(withoutMarks).toBe(textOf(plain));
    expect(textOf(main)).toContain('DRAFT');
    const tables = find(main, 'w:body')[0]!.children.filter(({ name }) => name === 'w:tbl');
    const widths = tables.map((table) => Number(find(table, 'w:tblW')[0]?.attributes['w:w']));
    expect(Math.max(...widths)).toBeLessThanOrEqual(11906 - 4000 + 5);
    expect(Math.min(...widths)).toBeGreaterThan(7_800);
    const { targetIds, origin } = await readCommentedDocx(bytes);
    expect(targetIds.size).toBeGreaterThan(5);
    expect(origin?.meetingId).toBe(document.origin?.meetingId);
  });

  test('what people write is never taken for a placeholder', async () => {
    const record = exampleRecord();
    const hostile = '{{title}} {{body}} {{organization}} <w:p/> ]]> $1 $& ｛｛body｝｝';
    for (const language of languages) record.entries[6]!.texts[language].text = hostile;
    const document = buildMinutesDocument(record, { languages, labels });
    document.sections[0]!.facts = { organization: '{{body}}', number: '$&{{number}}', place: '{{date}}', date: 'D' };
    const template = letterheadOf(`${line(run('{{number}}|{{place}}|{{date}}'))}${body}`);
    const { main, part } = await fill(template, document);
    expect(textOf(find(main, 'w:p')[0]!)).toBe('$&{{number}}|{{date}}|D');
    expect(textOf(part('word/header1.xml'))).toBe('{{body}}');
    expect(textOf(main).split(hostile)).toHaveLength(4);
  });

  test('a paragraph that ends a section or holds a picture keeps it', async () => {
    const ending = `<w:p><w:pPr>${page.replace('2000', '3000')}</w:pPr>${run('{{body}}')}</w:p>`;
    const { main } = await fill(letterheadOf(`${ending}${line(run('Behind'))}`));
    expect(find(main, 'w:sectPr')).toHaveLength(2);
    const children = find(main, 'w:body')[0]!.children;
    expect(textOf(children.at(-2)!)).toBe('Behind');
    expect(find(children.at(-3)!, 'w:sectPr')).toHaveLength(1);
    const picture = `<w:p><w:r><w:pict><v:rect/></w:pict></w:r>${run('{{body}}')}</w:p>`;
    const filled = await fill(letterheadOf(picture));
    expect(find(find(filled.main, 'w:body')[0]!.children[0]!, 'v:rect')).toHaveLength(1);
    expect(textOf(filled.main)).toContain('Decision 2.1');
  });

  test('columns, in the width that the letterhead has', async () => {
    const document = minutes();
    document.columns = {
      page: 'landscape',
      rows: [{ id: 'a', isHeading: false, cells: document.sections.map(({ blocks }) => blocks.slice(0, 2)) }],
      signatures: null,
    };
    for (const section of document.sections) section.blocks = [];
    const { main } = await fill(letterheadOf(body), document);
    const [table] = find(main, 'w:tbl');
    expect(Number(find(table!, 'w:tblW')[0]?.attributes['w:w'])).toBeLessThanOrEqual(7_906);
    expect(textOf(main)).toContain(document.sections[2]!.title);
  });

  test('no facts, no sections: still a document', async () => {
    const { main } = await fill(letterheadOf(`${line(run('{{title}}'))}${body}`), { ...minutes(), sections: [] });
    expect(textOf(main)).toBe('');
    expect(find(main, 'w:p').length).toBeGreaterThan(0);
  });

  test('the same input gives the same bytes; properties of the letterhead stay', async () => {
    const custom =
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="House"><vt:lpwstr>style</vt:lpwstr></property></Properties>';
    const parts = unpackParts(letterheadOf(body, { 'docProps/custom.xml': custom }));
    const template = packParts({
      ...parts,
      '_rels/.rels': parts['_rels/.rels']!.replace(
        '</Relationships>',
        `${relationship('rId5', `${office}/custom-properties`, 'docProps/custom.xml')}</Relationships>`,
      ),
    });
    const [first, second] = [await fill(template), await fill(template)];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    const properties = find(first.part('docProps/custom.xml'), 'property').map(({ attributes }) => attributes['name']);
    expect(properties).toEqual(expect.arrayContaining(['House', 'TrilogueMeeting', 'TrilogueVersion']));
  });

  test('a template of Word becomes a document', async () => {
    const parts = unpackParts(letterheadOf(body));
    const types = parts['[Content_Types].xml']!.replace('document.main+xml', 'template.main+xml');
    const { part } = await fill(packParts({ ...parts, '[Content_Types].xml': types }));
    const main = find(part('[Content_Types].xml'), 'Override').find(
      ({ attributes }) => attributes['PartName'] === '/word/document.xml',
    );
    expect(main?.attributes['ContentType']).toBe(`${word}.document.main+xml`);
  });
});

const letterhead: Letterhead = {
  organizationId: '0190a0b0-c0d0-7e0f-8a1b-2c3d4e5f6071',
  name: { en: 'Institute', ru: 'Институт', zh: '研究院' },
  address: { en: '', ru: '', zh: '' },
  phone: '',
  email: '',
  website: '',
  logo: null,
  template: null,
};

test.each(languages)(
  'the letterhead to begin with has every placeholder and takes any document (%s)',
  async (language) => {
    const template = await sampleTemplate(letterhead, language);
    expect(await inspectTemplate(template)).toEqual({ placeholders: [...placeholders], problems: [] });
    const { main } = await fill(template);
    expect(textOf(main)).toContain('Institute «A» & B');
    expect(textOf(main)).not.toContain('{{');
  },
);
