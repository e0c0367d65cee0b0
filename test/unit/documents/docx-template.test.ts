import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Letterhead, letterheadLimits, placeholders, type TemplateProblem } from '#shared/contract/letterheads.ts';
import { languages } from '#shared/domain/language.ts';
import { buildMinutesDocument, type MinutesDocument } from '#shared/domain/minutes/index.ts';
import { renderDocx } from '../../../electron/documents/docx/index.ts';
import { inspectTemplate, sampleTemplate, TemplateRefused } from '../../../electron/documents/docx/template.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { readCommentedDocx } from '../../../electron/exchange/docx/index.ts';
import { type Parts, packParts, unpackParts } from '../../support/commented-docx.ts';
import { type DocxNode, find, parseXml, textOf } from '../../support/docx-parts.ts';
import { exampleRecord } from '../minutes/example-record.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`;
const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const line = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`;
const body = line(run('{{body}}'));
const page =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="2000" w:right="2000" w:top="1000" w:bottom="1000" w:gutter="0"/></w:sectPr>';
const relationship = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`;
const relationships = (...list: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;

/** A letterhead as Word writes one, as small as it can be. */
function letterheadOf(content: string, more: Parts = {}, links: string[] = []): Uint8Array<ArrayBuffer> {
  return packParts({
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${word}.header+xml"/></Types>`,
    '_rels/.rels': relationships(relationship('rId1', `${office}/officeDocument`, 'word/document.xml')),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${content}${page}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(
      relationship('rId1', `${office}/styles`, 'styles.xml'),
      relationship('rId2', `${office}/header`, 'header1.xml'),
      ...links,
    ),
    'word/header1.xml': `<w:hdr ${namespaces}>${line(run('{{organization}}', '<w:b/><w:color w:val="AA0000"/>'))}</w:hdr>`,
    'word/styles.xml': `<w:styles ${namespaces}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:rPr><w:color w:val="00AA00"/></w:rPr></w:style></w:styles>`,
    ...more,
  });
}
const problemsOf = (bytes: Uint8Array): string[] =>
  inspectTemplate(bytes).problems.map(({ code, detail }) => (detail === '' ? code : `${code}: ${detail}`));
const codesOf = (bytes: Uint8Array): TemplateProblem['code'][] => [
  ...new Set(inspectTemplate(bytes).problems.map(({ code }) => code)),
];

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

describe('what is asked for', () => {
  test('in text, header and table, cut up by the spelling check, in wide braces and large letters', () => {
    const template = letterheadOf(
      [
        line(run('{{ti'), '<w:proofErr w:type="spellStart"/>', run('t', '<w:i/>'), run('le}'), run('} of')),
        line(run('｛｛Date｝｝ and {{ Number }}')),
        `<w:tbl><w:tr><w:tc>${line('<w:ins w:id="9" w:author="A">', run('{{place}}'), '</w:ins>')}</w:tc></w:tr></w:tbl>`,
        line('<w:r><w:t>{</w:t></w:r>', '<w:bookmarkStart w:id="1" w:name="a"/>', run('{body}'), run('}')),
      ].join(''),
    );
    expect(inspectTemplate(template)).toEqual({
      placeholders: ['body', 'organization', 'title', 'number', 'date', 'place'],
      problems: [],
    });
  });

  test.each([
    ['no body', line(run('Text')), ['placeholder-missing: body']],
    ['body twice', `${body}${body}`, ['placeholder-twice: body']],
    ['body among other words', line(run('Text: {{body}}')), ['placeholder-split: body']],
    ['body in a table', `<w:tbl><w:tr><w:tc>${body}</w:tc></w:tr></w:tbl>`, ['placeholder-split: body']],
    ['an unknown one', `${body}${line(run('{{signature}}'))}`, ['placeholder-unknown: signature']],
    ['one over two paragraphs', `${body}${line(run('{{ti'))}${line(run('tle}}'))}`, ['placeholder-split: ti']],
    [
      'one where nothing is filled',
      `${body}${line(`<w:ruby>${run('{{title}}')}</w:ruby>`)}`,
      ['placeholder-split: title'],
    ],
  ])('%s', (_name, content, expected) => {
    expect(problemsOf(letterheadOf(content))).toEqual(expected);
  });

  test('deleted text asks for nothing', () => {
    const deleted = line('<w:del w:id="1"><w:r><w:delText>{{signature}}</w:delText></w:r></w:del>');
    expect(problemsOf(letterheadOf(`${body}${deleted}`))).toEqual([]);
  });
});

const field = (...code: string[]): string =>
  line(
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    ...code.map((part) =>
      part.startsWith('<') ? part : `<w:r><w:instrText xml:space="preserve">${part}</w:instrText></w:r>`,
    ),
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    run('x'),
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  );
const inner = (code: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('refused', () => {
  test.each([
    ['DDEAUTO', field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"')],
    ['DDE over runs', field('D', 'D', 'E AUTO x')],
    ['a name made by a field within', field(inner(' QUOTE 68 68 69 '), ' "cmd"')],
    ['DDE within a harmless one', field('IF ', inner('DDE x y'), ' = 1')],
    ['INCLUDETEXT', field(' INCLUDETEXT "\\\\\\\\host\\\\a.docx"')],
    ['INCLUDEPICTURE', field(' INCLUDEPICTURE "https://host/a.png" \\d')],
    ['a simple field', line('<w:fldSimple w:instr=" DdeAuto x y ">x</w:fldSimple>')],
    ['code without a field', line('<w:r><w:instrText>DDEAUTO x</w:instrText></w:r>')],
    [
      'one never closed',
      line('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>LINK x</w:instrText></w:r>'),
    ],
  ])('a field that fetches: %s', (_name, content) => {
    expect(codesOf(letterheadOf(`${body}${content}`))).toEqual(['dde']);
  });

  test('fields that write pages and dates may stay', () => {
    const fields = [
      'PAGE',
      ' NUMPAGES \\* MERGEFORMAT',
      'DATE \\@ "d MMMM yyyy"',
      '= 1 + 2',
      'HYPERLINK "https://a.example"',
    ];
    expect(problemsOf(letterheadOf(`${body}${fields.map((code) => field(code)).join('')}`))).toEqual([]);
  });

  test.each([
    ['a template from elsewhere', `${office}/attachedTemplate`, 'https://host/evil.dotm'],
    ['a picture from elsewhere', `${office}/image`, 'https://host/pixel.png'],
    ['a picture of the network', `${office}/image`, '\\\\host\\share\\a.png'],
    ['a link to a program', `${office}/hyperlink`, 'file:///c:/windows/system32/calc.exe'],
    ['a link with a script', `${office}/hyperlink`, 'javascript:alert(1)'],
    ['a frame', `${office}/frame`, 'https://host/a.htm'],
  ])('%s', (_name, type, target) => {
    const bytes = letterheadOf(body, {}, [relationship('rId9', type, target, 'External')]);
    expect(problemsOf(bytes)).toEqual([`external-link: ${target}`]);
  });

  test.each([
    ['a picture of VML', '<w:r><w:pict><v:shape><v:imagedata src="https://host/a.png"/></v:shape></w:pict></w:r>'],
    [
      'a link of a field',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "file:///c:/a.exe"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
  ])('from elsewhere without a relationship: %s', (_name, content) => {
    expect(codesOf(letterheadOf(`${body}${line(content)}`))).toEqual(['external-link']);
  });

  test('links to the web and to an address may stay', () => {
    const links = ['https://institute.example/', 'mailto:office@institute.example'].map((target, index) =>
      relationship(`rId${String(index + 9)}`, `${office}/hyperlink`, target, 'External'),
    );
    expect(problemsOf(letterheadOf(body, {}, links))).toEqual([]);
  });

  test.each<[string, TemplateProblem['code'], string, Parts, string[]]>([
    ['a macro part', 'macros', '', { 'word/vbaProject.bin': 'x' }, []],
    [
      'a macro under another name',
      'macros',
      '',
      {},
      [relationship('rId9', 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'a.xml')],
    ],
    ['a ribbon that calls one', 'macros', '', { 'customUI/customUI.xml': '<customUI/>' }, []],
    ['an OLE object', 'embedded-object', '', { 'word/embeddings/oleObject1.bin': 'x' }, []],
    ['ActiveX', 'embedded-object', '', { 'word/activeX/activeX1.bin': 'x' }, []],
    ['a program', 'embedded-object', '', { 'word/media/a.exe': 'MZ' }, []],
    [
      'an object in the text',
      'embedded-object',
      line('<w:r><w:object><o:OLEObject ProgID="Package"/></w:object></w:r>'),
      {},
      [],
    ],
    [
      'another document',
      'embedded-object',
      '<w:altChunk r:id="rId9"/>',
      { 'word/a.xml': '<html/>' },
      [relationship('rId9', `${office}/aFChunk`, 'a.xml')],
    ],
    [
      'mail merge',
      'external-link',
      '',
      { 'word/settings.xml': `<w:settings ${namespaces}><w:mailMerge/></w:settings>` },
      [],
    ],
    [
      'a document type',
      'doctype',
      '',
      { 'word/footer1.xml': `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:ftr ${namespaces}>&b;</w:ftr>` },
      [],
    ],
    [
      'an entity bomb',
      'doctype',
      '',
      { 'customXml/item1.xml': '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>' },
      [],
    ],
    ['what is not well-formed', 'not-a-docx', '', { 'word/footer1.xml': '<w:ftr>' }, []],
    ['another encoding', 'not-a-docx', '', { 'word/footer1.xml': '<?xml version="1.0" encoding="UTF-7"?><a/>' }, []],
    ['a name that leads out', 'not-a-docx', '', { '../evil.xml': '<a/>' }, []],
    ['two names for Windows', 'not-a-docx', '', { 'word/Document.xml': '<a/>' }, []],
  ])('%s', (_name, code, content, parts, links) => {
    expect(codesOf(letterheadOf(`${body}${content}`, parts, links))).toEqual([code]);
  });

  test('a document with macros by its type', () => {
    const parts = unpackParts(letterheadOf(body));
    const types = parts['[Content_Types].xml']!.replace(
      `${word}.document.main+xml`,
      'application/vnd.ms-word.document.macroEnabled.main+xml',
    );
    expect(codesOf(packParts({ ...parts, '[Content_Types].xml': types }))).toContain('macros');
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['text', strToU8('not a zip')],
    ['another archive', zipSync({ 'a.txt': strToU8('a') })],
    ['half a file', letterheadOf(body).subarray(0, 700)],
    [
      'a workbook',
      packParts({ '[Content_Types].xml': '<Types/>', '_rels/.rels': '<Relationships/>', 'xl/workbook.xml': '<a/>' }),
    ],
  ])('not a DOCX: %s', (_name, bytes) => {
    expect(codesOf(bytes).filter((code) => code !== 'embedded-object')).toEqual(['not-a-docx']);
  });

  test('a file that is too large, packed or unpacked', () => {
    expect(problemsOf(new Uint8Array(letterheadLimits.templateBytes + 1))).toEqual(['too-large']);
    const bomb = zipSync({ 'word/media/a.png': new Uint8Array(80 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(letterheadLimits.templateBytes);
    expect(problemsOf(bomb)).toEqual(['too-large']);
    const text = zipSync({ 'word/document.xml': new Uint8Array(20 * 1024 * 1024).fill(32) });
    expect(problemsOf(text)).toEqual(['too-large']);
    expect(codesOf(letterheadOf(`${body}${line().repeat(3_000)}`))).toEqual(['too-large']);
  });

  test('by whoever fills it, too', async () => {
    await expect(renderDocx(minutes(), letterheadOf(line(run('x'))))).rejects.toThrow(TemplateRefused);
  });
});

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
    expect(inspectTemplate(template)).toEqual({ placeholders: [...placeholders], problems: [] });
    const { main } = await fill(template);
    expect(textOf(main)).toContain('Institute «A» & B');
    expect(textOf(main)).not.toContain('{{');
  },
);
