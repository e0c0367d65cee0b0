import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { letterheadLimits, type TemplateProblem } from '#shared/contract/letterheads.ts';
import { languages } from '#shared/domain/language.ts';
import { buildMinutesDocument } from '#shared/domain/minutes/index.ts';
import { renderDocx } from '../../../electron/documents/docx/index.ts';
import { inspectTemplate, TemplateRefused } from '../../../electron/documents/docx/template.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { type Parts, packParts, unpackParts } from '../../support/commented-docx.ts';
import {
  body,
  letterheadOf,
  line,
  namespaces,
  office,
  relationship,
  run,
  word,
} from '../../support/letterhead-docx.ts';
import { exampleRecord } from '../minutes/example-record.ts';

const problemsOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await inspectTemplate(bytes)).problems.map(({ code, detail }) => (detail === '' ? code : `${code}: ${detail}`));
const codesOf = async (bytes: Uint8Array): Promise<TemplateProblem['code'][]> => [
  ...new Set((await inspectTemplate(bytes)).problems.map(({ code }) => code)),
];

describe('what is asked for', () => {
  test('in text, header and table, cut up by the spelling check, in wide braces and large letters', async () => {
    const template = letterheadOf(
      [
        line(run('{{ti'), '<w:proofErr w:type="spellStart"/>', run('t', '<w:i/>'), run('le}'), run('} of')),
        line(run('｛｛Date｝｝ and {{ Number }}')),
        `<w:tbl><w:tr><w:tc>${line('<w:ins w:id="9" w:author="A">', run('{{place}}'), '</w:ins>')}</w:tc></w:tr></w:tbl>`,
        line('<w:r><w:t>{</w:t></w:r>', '<w:bookmarkStart w:id="1" w:name="a"/>', run('{body}'), run('}')),
      ].join(''),
    );
    expect(await inspectTemplate(template)).toEqual({
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
  ])('%s', async (_name, content, expected) => {
    expect(await problemsOf(letterheadOf(content))).toEqual(expected);
  });

  test('deleted text asks for nothing', async () => {
    const deleted = line('<w:del w:id="1"><w:r><w:delText>{{signature}}</w:delText></w:r></w:del>');
    expect(await problemsOf(letterheadOf(`${body}${deleted}`))).toEqual([]);
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
  ])('a field that fetches: %s', async (_name, content) => {
    expect(await codesOf(letterheadOf(`${body}${content}`))).toEqual(['dde']);
  });

  test('fields that write pages and dates may stay', async () => {
    const fields = [
      'PAGE',
      ' NUMPAGES \\* MERGEFORMAT',
      'DATE \\@ "d MMMM yyyy"',
      '= 1 + 2',
      'HYPERLINK "https://a.example"',
    ];
    expect(await problemsOf(letterheadOf(`${body}${fields.map((code) => field(code)).join('')}`))).toEqual([]);
  });

  test.each([
    ['a template from elsewhere', `${office}/attachedTemplate`, 'https://host/evil.dotm'],
    ['a picture from elsewhere', `${office}/image`, 'https://host/pixel.png'],
    ['a picture of the network', `${office}/image`, '\\\\host\\share\\a.png'],
    ['a link to a program', `${office}/hyperlink`, 'file:///c:/windows/system32/calc.exe'],
    ['a link with a script', `${office}/hyperlink`, 'javascript:alert(1)'],
    ['a frame', `${office}/frame`, 'https://host/a.htm'],
  ])('%s', async (_name, type, target) => {
    const bytes = letterheadOf(body, {}, [relationship('rId9', type, target, 'External')]);
    expect(await problemsOf(bytes)).toEqual([`external-link: ${target}`]);
  });

  test.each([
    ['a picture of VML', '<w:r><w:pict><v:shape><v:imagedata src="https://host/a.png"/></v:shape></w:pict></w:r>'],
    [
      'a link of a field',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "file:///c:/a.exe"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
  ])('from elsewhere without a relationship: %s', async (_name, content) => {
    expect(await codesOf(letterheadOf(`${body}${line(content)}`))).toEqual(['external-link']);
  });

  test('links to the web and to an address may stay', async () => {
    const links = ['https://institute.example/', 'mailto:office@institute.example'].map((target, index) =>
      relationship(`rId${String(index + 9)}`, `${office}/hyperlink`, target, 'External'),
    );
    expect(await problemsOf(letterheadOf(body, {}, links))).toEqual([]);
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
  ])('%s', async (_name, code, content, parts, links) => {
    expect(await codesOf(letterheadOf(`${body}${content}`, parts, links))).toEqual([code]);
  });

  test('a document with macros by its type', async () => {
    const parts = unpackParts(letterheadOf(body));
    const types = parts['[Content_Types].xml']!.replace(
      `${word}.document.main+xml`,
      'application/vnd.ms-word.document.macroEnabled.main+xml',
    );
    expect(await codesOf(packParts({ ...parts, '[Content_Types].xml': types }))).toContain('macros');
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
  ])('not a DOCX: %s', async (_name, bytes) => {
    expect((await codesOf(bytes)).filter((code) => code !== 'embedded-object')).toEqual(['not-a-docx']);
  });

  test('a file that is too large, packed or unpacked', async () => {
    expect(await problemsOf(new Uint8Array(letterheadLimits.templateBytes + 1))).toEqual(['too-large']);
    const bomb = zipSync({ 'word/media/a.png': new Uint8Array(80 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(letterheadLimits.templateBytes);
    expect(await problemsOf(bomb)).toEqual(['too-large']);
    const text = zipSync({ 'word/document.xml': new Uint8Array(20 * 1024 * 1024).fill(32) });
    expect(await problemsOf(text)).toEqual(['too-large']);
    expect(await codesOf(letterheadOf(`${body}${line().repeat(3_000)}`))).toEqual(['too-large']);
  });

  test('by whoever fills it, too', async () => {
    const document = buildMinutesDocument(exampleRecord(), { languages, labels: readLabels() });
    await expect(renderDocx(document, letterheadOf(line(run('x'))))).rejects.toThrow(TemplateRefused);
  });
});
