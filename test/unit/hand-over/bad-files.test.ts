import { describe, expect, test } from 'vitest';
import { zipParts } from '../../../electron/documents/docx/zip.ts';
import { readTable } from '../../../electron/features/hand-overs/table.ts';
import { DocxProblem, readDocxTables } from '../../../electron/exchange/docx/index.ts';
import { unzipParts } from '../../../electron/documents/docx/zip.ts';
import { cellsOf, editMain, editRows, typed, withCell } from '../../support/hand-over-docx.ts';
import { makeHandOver, render } from './make-table.ts';

const handOver = makeHandOver([
  { source: 'The sides agreed.', target: '' },
  { source: 'Deadline: 1 October.', target: 'Срок: 1 октября.' },
  { source: 'Next meeting.', target: '' },
]);
const sent = render(handOver);
const codes = handOver.texts.map(({ code }) => code);

async function problemsOf(edit: (rows: string[]) => string[]) {
  const { tables } = await readDocxTables(await editRows(await sent, edit));
  return readTable(tables, handOver).problems;
}

async function targetOf(content: string): Promise<string | undefined> {
  const bytes = await editRows(await sent, (rows) =>
    rows.map((row, index) => (index === 1 ? withCell(row, 2, content) : row)),
  );
  const { returned, problems } = readTable((await readDocxTables(bytes)).tables, handOver);
  expect(problems).toEqual([]);
  return returned.get(codes[0]!)?.target;
}

const editRow = (rows: string[], index: number, edit: (row: string) => string): string[] =>
  rows.map((row, at) => (at === index ? edit(row) : row));
const cellXml = (properties: string, text: string): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${typed(text)}</w:tc>`;

describe('tables that were worked on in another way', () => {
  const cases: [string, (rows: string[]) => string[], unknown[]][] = [
    [
      'cells merged across',
      (rows) =>
        editRow(rows, 1, (row) =>
          row.replace(cellsOf(row)[1]!, '').replace('<w:tcPr>', '<w:tcPr><w:gridSpan w:val="2"/>'),
        ),
      [{ code: 'merged-cells', row: 2 }],
    ],
    [
      'cells merged downwards',
      (rows) =>
        editRow(
          editRow(rows, 1, (row) => row.replace(cellsOf(row)[2]!, cellXml('<w:vMerge w:val="restart"/>', 'x'))),
          2,
          (row) => row.replace(cellsOf(row)[2]!, cellXml('<w:vMerge/>', '')),
        ),
      [
        { code: 'merged-cells', row: 2 },
        { code: 'merged-cells', row: 3 },
      ],
    ],
    [
      'a column more',
      (rows) => rows.map((row) => row.replace('</w:tr>', `${cellXml('', 'Remarks')}</w:tr>`)),
      [1, 2, 3, 4].map((row) => ({ code: 'wrong-columns', row, detail: '4' })),
    ],
    [
      'a column less',
      (rows) => rows.map((row) => row.replace(cellsOf(row)[2]!, '')),
      [1, 2, 3, 4].map((row) => ({ code: 'wrong-columns', row, detail: '2' })),
    ],
    [
      'the code behind the source',
      (rows) =>
        rows.map((row) => {
          const [a, b] = cellsOf(row);
          return row.replace(`${a!}${b!}`, `${b!}${a!}`);
        }),
      [
        { code: 'wrong-columns', row: 1 },
        { code: 'wrong-columns', row: 2 },
        { code: 'wrong-columns', row: 3 },
        { code: 'wrong-columns', row: 4 },
      ],
    ],
    [
      'the heads of the columns changed',
      (rows) => editRow(rows, 0, (row) => withCell(row, 2, typed('Remarks'))),
      [{ code: 'wrong-columns', row: 1, detail: '№ | EN · Исходный текст | Remarks' }],
    ],
    [
      'source and translation changed places, without a head to say so',
      (rows) =>
        rows.slice(1).map((row) => {
          const [, b, c] = cellsOf(row);
          return row.replace(`${b!}${c!}`, `${c!}${b!}`);
        }),
      [{ code: 'wrong-columns', row: 0 }],
    ],
    [
      'a code deleted',
      (rows) => editRow(rows, 2, (row) => withCell(row, 0, typed(' '))),
      [{ code: 'missing-id', row: 3, detail: 'Deadline: 1 October. Срок: 1 октября.' }],
    ],
    [
      'a code of nobody',
      (rows) => editRow(rows, 2, (row) => withCell(row, 0, typed('AAAA2222'))),
      [{ code: 'unknown-id', row: 3, detail: 'AAAA2222' }],
    ],
    [
      'a code that is no code',
      (rows) => editRow(rows, 2, (row) => withCell(row, 0, typed('Decision'))),
      [{ code: 'unknown-id', row: 3, detail: 'Decision' }],
    ],
    ['a row twice', (rows) => [...rows, rows[1]!], [{ code: 'doubled-id', row: 5, detail: codes[0] }]],
    [
      'two codes in a cell',
      (rows) => editRow(rows, 1, (row) => withCell(row, 0, typed(`${codes[0]!} ${codes[2]!}`))),
      [{ code: 'doubled-id', row: 2 }],
    ],
    [
      'a marked insertion',
      (rows) =>
        editRow(rows, 1, (row) =>
          withCell(row, 2, '<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>Да</w:t></w:r></w:ins></w:p>'),
        ),
      [{ code: 'tracked-changes', row: 2, detail: '1.1' }],
    ],
    [
      'a marked deletion of a paragraph’s end',
      (rows) =>
        editRow(rows, 1, (row) =>
          withCell(row, 2, '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr></w:p><w:p/>'),
        ),
      [{ code: 'tracked-changes', row: 2 }],
    ],
    [
      'a row marked as deleted',
      (rows) =>
        editRow(rows, 1, (row) => row.replace('<w:tr>', '<w:tr><w:trPr><w:del w:id="1" w:author="A"/></w:trPr>')),
      [{ code: 'tracked-changes', row: 2 }],
    ],
    [
      'a text without end',
      (rows) => editRow(rows, 1, (row) => withCell(row, 2, typed('я'.repeat(50_001)))),
      [{ code: 'too-long', row: 2, detail: '1.1' }],
    ],
    [
      'a table in a cell',
      (rows) => editRow(rows, 1, (row) => withCell(row, 2, '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>')),
      [{ code: 'wrong-columns', row: 2 }],
    ],
  ];
  test.each(cases)('%s: refused, the row named', async (_, edit, expected) => {
    const problems = await problemsOf(edit);
    expect(problems).toMatchObject(expected);
    expect(problems).toHaveLength(expected.length);
  });

  const sound: [string, (rows: string[]) => string[]][] = [
    [
      'changes marked in the source alone',
      (rows) =>
        editRow(rows, 1, (row) =>
          withCell(row, 1, '<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>New</w:t></w:r></w:ins></w:p>'),
        ),
    ],
    ['rows without anything in them', (rows) => [...rows, rows[1]!.replace(/<w:r>.*?<\/w:r>/gsu, '')]],
    ['the head deleted', (rows) => rows.slice(1)],
    ['the table cut in two', ([head, first, ...rest]) => [head!, first!, '</w:tbl><w:p/><w:tbl>', ...rest]],
    [
      'an old merge that a marked change remembers',
      (rows) =>
        editRow(rows, 1, (row) =>
          row.replace(
            '</w:tcPr>',
            '<w:tcPrChange w:id="3" w:author="A"><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tcPrChange></w:tcPr>',
          ),
        ),
    ],
  ];
  test.each(sound)('%s: no obstacle', async (_, edit) => {
    expect(await problemsOf(edit)).toEqual([]);
  });
});

describe('texts as editors leave them', () => {
  const run = (content: string): string => `<w:r>${content}</w:r>`;
  const cases: [string, string, string][] = [
    [
      'runs split at will',
      '<w:p><w:r><w:t xml:space="preserve">Сто</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>роны</w:t></w:r></w:p>',
      'Стороны',
    ],
    [
      'line breaks and paragraphs',
      `<w:p>${run('<w:t>а</w:t><w:br/><w:t>б</w:t>')}</w:p><w:p>${run('<w:t>в</w:t>')}</w:p>`,
      'а\nб\nв',
    ],
    [
      'tabs and hyphens',
      `<w:p>${run('<w:t>а</w:t><w:tab/><w:t>б</w:t><w:noBreakHyphen/><w:t>в</w:t><w:softHyphen/><w:t>г</w:t>')}</w:p>`,
      'а\tб\u2011вг',
    ],
    [
      'links, smart tags, content controls',
      `<w:p><w:hyperlink>${run('<w:t>а</w:t>')}</w:hyperlink><w:smartTag>${run('<w:t>б</w:t>')}</w:smartTag><w:sdt><w:sdtContent>${run('<w:t>в</w:t>')}</w:sdtContent></w:sdt></w:p>`,
      'абв',
    ],
    [
      'fields: what they show',
      `<w:p>${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>DATE</w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${run('<w:t>16.06.2020</w:t>')}${run('<w:fldChar w:fldCharType="end"/>')}</w:p>`,
      '16.06.2020',
    ],
    [
      'text boxes and older copies aside',
      `<w:p>${run('<w:t>а</w:t>')}<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p>${run('<w:t>box</w:t>')}</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:t>old</w:t></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      'а',
    ],
    [
      'hidden marks of translators’ tools',
      `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{0&gt;</w:t></w:r>${run('<w:t>текст</w:t>')}</w:p>`,
      'текст',
    ],
    ['an arrow that Word made', `<w:p>${run('<w:t>а </w:t><w:sym w:font="Wingdings" w:char="F0E0"/>')}</w:p>`, 'а→'],
    ['blanks around it', `<w:p/><w:p>${run('<w:t xml:space="preserve">  а </w:t>')}</w:p><w:p/>`, 'а'],
  ];
  test.each(cases)('%s', async (_, content, expected) => {
    expect((await targetOf(content))?.replace('а →', 'а→')).toBe(expected);
  });

  test('numbers that Word made of typed ones are text', async () => {
    const item = (text: string, level = 0): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const bytes = await editRows(await sent, (rows) =>
      editRow(rows, 1, (row) => withCell(row, 2, `${item('первое')}${item('подпункт', 1)}${item('второе')}<w:p/>`)),
    );
    const parts = await unzipParts(bytes);
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`;
    const rels = 'word/_rels/document.xml.rels';
    const related = Buffer.from(parts[rels]!)
      .toString('utf8')
      .replace(/<Relationship [^>]*relationships\/numbering"[^>]*\/>/u, '');
    const made = await zipParts({
      ...parts,
      'word/numbering.xml': Buffer.from(numbering),
      [rels]: Buffer.from(
        related.replace(
          '</Relationships>',
          '<Relationship Id="rIdN" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
        ),
      ),
    });
    const { returned } = readTable((await readDocxTables(made)).tables, handOver);
    expect(returned.get(codes[0]!)?.target).toBe('1) первое\nа) подпункт\n2) второе');
  });
});

describe('files that are none', () => {
  const codeOf = (bytes: Uint8Array): Promise<unknown> =>
    readDocxTables(bytes).then(
      () => null,
      (error: unknown) => (error instanceof DocxProblem ? error.code : error),
    );
  test.each([
    ['nothing', () => new Uint8Array(), 'broken_docx'],
    ['a text', () => Buffer.from('Hello'), 'broken_docx'],
    ['another archive', () => zipParts({ 'a.txt': Buffer.from('a') }), 'broken_docx'],
    [
      'a document type',
      async () =>
        editMain(await sent, (xml) => xml.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document')),
      'unsafe',
    ],
    [
      'macros',
      async () => zipParts({ ...(await unzipParts(await sent)), 'word/vbaProject.bin': Buffer.from('x') }),
      'unsafe',
    ],
    ['half a part', async () => editMain(await sent, (xml) => xml.slice(0, 2_000)), 'broken_docx'],
  ] as const)('%s', async (_, make, expected) => {
    expect(await codeOf(await make())).toBe(expected);
  });

  test('without a table of ours', async () => {
    const { tables } = await readDocxTables(
      await editMain(await sent, (xml) => xml.replace(/<w:tbl>.*<\/w:tbl>/su, '')),
    );
    expect(readTable(tables, handOver).problems).toEqual([{ code: 'no-table', row: 0, detail: '' }]);
  });
});
