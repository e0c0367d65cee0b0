import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { describeLayout } from '../../../electron/exchange/columns.ts';
import { parseCsv, writeCsv } from '../../../electron/exchange/csv.ts';
import { decodeText, detectEncoding } from '../../../electron/exchange/encoding.ts';
import type { Problems } from '../../../electron/exchange/problem.ts';
import type { Table } from '../../../electron/exchange/table.ts';
import { readCard } from '../../../electron/exchange/vcard-fields.ts';
import { parseVcard } from '../../../electron/exchange/vcard-parse.ts';
import { parseXlsx, writeXlsx } from '../../../electron/exchange/xlsx.ts';
import { projectFolder } from '../../support/project-folder.ts';

const readFixture = (name: string): Uint8Array =>
  readFileSync(join(projectFolder, 'test/unit/exchange/fixtures', name));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function sound<Parsed extends object>(parsed: Parsed): Exclude<Parsed, Problems> {
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed as Exclude<Parsed, Problems>;
}

const problemsOf = (parsed: object): unknown => ('problems' in parsed ? parsed.problems : 'sound');
const readCsv = async (text: string): Promise<Table> => sound(await parseCsv(bytesOf(text)));

describe('encodings', () => {
  test.each([
    ['participants-windows-1251.csv', 'windows-1251', 'Образцова'],
    ['participants-utf-16be.csv', 'utf-16be', 'Образцова'],
    ['participants-utf-8-bom.tsv', 'utf-8', 'Образцова'],
    ['contacts-gb18030.csv', 'gb18030', '范例甲'],
    ['contacts-utf-16le-bom.csv', 'utf-16le', '范例甲'],
  ] as const)('%s is %s', async (name, encoding, word) => {
    const table = sound(await parseCsv(readFixture(name)));
    expect(table.encoding).toBe(encoding);
    expect(table.rows.flatMap(({ cells }) => cells)).toContain(word);
  });

  test('short texts: one surname in capitals, one Chinese name, umlauts of another code page', () => {
    expect(detectEncoding(Uint8Array.from([0xd7, 0xc6, 0xce, 0xd3]))).toBe('windows-1251'); // ЧЖОУ
    expect(detectEncoding(Uint8Array.from([0xcd, 0xf5, 0xce, 0xc4, 0xc0, 0xf6]))).toBe('gb18030'); // 王文丽
    expect(detectEncoding(Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]))).toBe('utf-8'); // Müller: refused
  });

  test('the user may know better', async () => {
    const bytes = readFixture('contacts-gb18030.csv');
    const table = sound(await parseCsv(bytes, 'windows-1251'));
    expect(table.encoding).toBe('windows-1251');
    expect(table.rows.flatMap(({ cells }) => cells)).not.toContain('范例甲');
  });

  test('broken UTF-8 and truncated UTF-16 are named with line and column', () => {
    const text = bytesOf('Имя\nКузнецов\nХу Идун');
    const broken = text.with(text.length - 1, 0x20);
    expect(detectEncoding(broken)).toBe('utf-8');
    expect(problemsOf(decodeText(broken, 'utf-8'))).toEqual([
      { code: 'broken_encoding', line: 3, column: 7, detail: 'utf-8' },
    ]);
    const utf16 = readFixture('contacts-utf-16le-bom.csv').subarray(0, -1);
    expect(problemsOf(decodeText(utf16, detectEncoding(utf16)))).toMatchObject([{ code: 'broken_encoding', line: 4 }]);
  });
});

describe('CSV', () => {
  test.each([',', ';', '\t', '|'])('separated by %j', async (delimiter) => {
    const table = await readCsv(`a${delimiter}b\r\n"x${delimiter}1"${delimiter}"say ""so"""\r\n`);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      [`x${delimiter}1`, 'say "so"'],
    ]);
  });

  test('lines are counted through empty ones and line breaks in cells; quotes inside a bare cell stay', async () => {
    const table = await readCsv('sep=;\nимя;орг\n\n"две\nстроки";ООО "Пример", филиал\nдалее;');
    expect(table.rows.map(({ line }) => line)).toEqual([2, 4, 6]);
    expect(table.rows[1]?.cells).toEqual(['две\nстроки', 'ООО "Пример", филиал']);
  });

  test('an open quote is refused', async () => {
    expect(problemsOf(await parseCsv(bytesOf('a,b\n"x,2\n')))).toMatchObject([{ code: 'broken_csv', line: 2 }]);
  });

  test('a control character is refused with its place', async () => {
    expect(problemsOf(await parseCsv(bytesOf('a,b\nx,y\u0007\n')))).toEqual([
      { code: 'control_character', line: 2, column: 2, detail: 'U+0007' },
    ]);
  });

  test('formulas are defused on the way out and come back as they were', async () => {
    const cells = ['=1+1', '+7 812', '-x', '@y', "'=z", "it's", '=HYPERLINK("http://example.org")'];
    const bytes = await writeCsv([['a', 'b', 'c', 'd', 'e', 'f', 'g'], cells], false);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain("'=1+1");
    expect(text).not.toMatch(/(?:^|,)"?[=+@-]/mu);
    expect(sound(await parseCsv(bytes)).rows[1]?.cells).toEqual(cells);
    expect(new TextDecoder().decode(await writeCsv([['=1+1']], true))).toMatch(/^=1\+1/u);
  });
});

describe('columns', () => {
  const fieldsOf = async (text: string): Promise<unknown[]> =>
    describeLayout(await readCsv(text), 'people').columns.map(({ field }) => field);

  test('heads in three languages, below a title', async () => {
    expect(
      await fieldsOf('Список участников,,,\nФамилия,Имя,Отчество,Эл. почта\nПримеров,Иван,Ильич,a@example.org'),
    ).toEqual(['family_cyrillic', 'given_cyrillic', 'patronymic_cyrillic', 'email']);
    expect(await fieldsOf('姓名,单位,职务,邮箱,电话\n范例,某大学,教授,,')).toEqual([
      'full_name', 'organization', 'position', 'email', 'phone',
    ]); // prettier-ignore
    expect(await fieldsOf('Family name,Given name,E-mail address\nSample,Ann,a@example.org')).toEqual([
      'family_latin', 'given_latin', 'email',
    ]); // prettier-ignore
  });

  test('a head without a script follows its cells', async () => {
    expect(await fieldsOf('Фамилия,Имя\nSample,Ann\nExample,Bob')).toEqual(['family_latin', 'given_latin']);
  });

  test('no heads at all: told by the cells', async () => {
    const layout = describeLayout(
      await readCsv('a@example.org,+7 812 000-00-01,范例,x\nb@example.org,+7 812 000-00-02,样本,y'),
      'people',
    );
    expect(layout.columns.map(({ field }) => field)).toEqual(['email', 'phone', 'full_han', null]);
    expect(layout.body).toHaveLength(2);
  });
});

describe('XLSX', () => {
  const workbook = (sheet: string): Uint8Array =>
    zipSync({
      'xl/workbook.xml': bytesOf('<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': bytesOf('<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
      'xl/worksheets/sheet1.xml': bytesOf(sheet),
    }); // prettier-ignore
  const rowsOf = (cells: string): string => `<worksheet><sheetData>${cells}</sheetData></worksheet>`;

  test('text goes out and comes back, whatever it looks like', async () => {
    const rows = [
      ['Имя', '姓名', 'n'],
      ['=1+1', ' _x0041_ <&>"', 'две\nстроки'],
      ['007', '王文丽', '+7'],
    ];
    const table = sound(await parseXlsx(await writeXlsx(rows)));
    expect(table.rows.map(({ cells }) => cells)).toEqual(rows.map((row) => row.map((cell) => cell.trim())));
    expect(table.rows[1]?.formulas).toEqual(['=1+1']);
  });

  test('formulas are never calculated, numbers keep their digits', async () => {
    const bytes = workbook(
      rowsOf(`<row r="1"><c r="A1"><f>HYPERLINK("http://example.org")</f></c><c r="B1"><f>1+1</f><v>2</v></c>
        <c r="C1"><v>79161234567</v></c><c r="D1" t="b"><v>1</v></c></row>`),
    );
    const [row] = sound(await parseXlsx(bytes)).rows;
    expect(row?.cells).toEqual(['=HYPERLINK("http://example.org")', '2', '79161234567', 'TRUE']);
    expect(row?.formulas).toEqual(['=HYPERLINK("http://example.org")', '=1+1']);
  });

  test('a document type, a far-off cell and a bomb are refused before they are unpacked or filled', async () => {
    const doctype = workbook(`<!DOCTYPE x [<!ENTITY a "b">]>${rowsOf('')}`);
    expect(problemsOf(await parseXlsx(doctype))).toMatchObject([{ code: 'broken_xlsx', detail: 'DOCTYPE' }]);
    const far = workbook(rowsOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'));
    expect(problemsOf(await parseXlsx(far))).toMatchObject([{ code: 'too_many_rows' }]);
    const wide = workbook(rowsOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'));
    expect(problemsOf(await parseXlsx(wide))).toMatchObject([{ code: 'too_many_columns' }]);
    expect(problemsOf(await parseXlsx(zipBomb(1024 * 1024 * 1024)))).toMatchObject([
      { code: 'too_large', detail: '209715200' },
    ]);
    // The same lie the other way round: a part is larger than it says.
    expect(problemsOf(await parseXlsx(zipBomb(10)))).toMatchObject([{ code: 'broken_xlsx' }]);
  });

  test('how deep a part is, is read as the reader of the sheet reads it', async () => {
    const codeOf = async (xml: string): Promise<unknown> => problemsOf(await parseXlsx(workbook(rowsOf(cell + xml))));
    const cell = '<row r="1"><c r="A1" t="str"><v>it\'s "so" > that</v></c></row>';
    const deep = [{ code: 'broken_xlsx', detail: 'depth' }];
    const nest = (start: string): string => `${start.repeat(300)}${'</x>'.repeat(300)}`;
    expect(await codeOf('<x a="b>c"/>'.repeat(300))).toBe('sound');
    expect(await codeOf("<x a='b>c'></x>".repeat(300))).toBe('sound');
    expect(await codeOf('<!-- <x> -->'.repeat(300))).toBe('sound');
    expect(await codeOf(nest('<x>'))).toMatchObject(deep);
    expect(await codeOf(nest('<x b="/>">'))).toMatchObject(deep);
    expect(await codeOf(nest('<x b=/"">'))).toMatchObject(deep);
    // What closes nothing does not count.
    expect(await codeOf(nest('<x><!--</x>-->'))).toMatchObject(deep);
    expect(await codeOf(nest('<x><!--><!--</x>-->'))).toMatchObject(deep);
    expect(await codeOf(nest('<x><![CDATA[</x>]]>'))).toMatchObject(deep);
    expect(await codeOf(nest('<x><?a </x>?>'))).toMatchObject(deep);
    expect(await codeOf(nest('<x b="</x>">'))).toMatchObject(deep);
    expect(await codeOf(nest('<x b="<x "> "/>'))).toMatchObject(deep);
  });

  /** One sheet of 64 MB of zeros that states a size of its own. */
  function zipBomb(stated: number): Uint8Array {
    const packed = deflateRawSync(new Uint8Array(64 * 1024 * 1024));
    const name = bytesOf('xl/worksheets/sheet1.xml');
    const header = new DataView(new ArrayBuffer(30));
    header.setUint32(0, 0x04034b50, true);
    header.setUint16(26, name.length, true);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint16(10, 8, true);
    entry.setUint32(20, packed.length, true);
    entry.setUint32(24, stated, true);
    entry.setUint16(28, name.length, true);
    const end = new DataView(new ArrayBuffer(22));
    end.setUint32(0, 0x06054b50, true);
    end.setUint16(10, 1, true);
    end.setUint32(16, 30 + name.length + packed.length, true);
    return Buffer.concat([
      new Uint8Array(header.buffer), name, packed, new Uint8Array(entry.buffer), name, new Uint8Array(end.buffer),
    ]); // prettier-ignore
  }
});

describe('vCard', () => {
  const readFirst = (text: string) => {
    const [card] = sound(parseVcard(bytesOf(text))).cards;
    if (card === undefined) throw new Error('no card');
    return readCard(card, 'people');
  };

  test('4.0: alternatives by language, groups, folding, escapes', () => {
    const row = readFirst(
      [
        'BEGIN:VCARD',
        'VERSION:4.0',
        'UID:urn:uuid:01a1fc0d-d76e-7219-8118-add3cdac0b38',
        'FN;ALTID=1;LANGUAGE=en:Wenli WANG',
        'N;ALTID=2;LANGUAGE=en;SORT-AS="Wang,Wenli":WANG;Wenli;;;',
        'N;ALTID=2;LANGUAGE=zh-Hans:王;文丽;;;',
        'N;ALTID=2;PHONETIC=piny;SCRIPT=Latn;LANGUAGE=zh-Hans:wáng;wén lì;;;',
        'ORG;ALTID=3;LANGUAGE=ru:Институт образцов\\, филиал;Отдел',
        'TITLE;ALTID=4;LANGUAGE=zh-Hans:总领事',
        'item1.EMAIL;TYPE=work:w@exam',
        ' ple.org',
        'NOTE:first\\nsecond',
        'X-FAVOURITE-TEA:Longjing',
        'REV:20200616T090000Z',
        'END:VCARD',
      ].join('\r\n'),
    );
    expect(row.values).toEqual({
      id: '01a1fc0d-d76e-7219-8118-add3cdac0b38',
      family_latin: 'WANG',
      given_latin: 'Wenli',
      family_han: '王',
      given_han: '文丽',
      organization_ru: 'Институт образцов, филиал',
      position_zh: '总领事',
      email: 'w@example.org',
      note: 'first\nsecond\nFAVOURITE-TEA: Longjing\nORG: Отдел',
    });
  });

  test('2.1 as a telephone writes it', () => {
    const [card] = sound(parseVcard(readFixture('phone-2.1.vcf'))).cards;
    const row = card && readCard(card, 'people');
    expect(row?.values).toEqual({ family_cyrillic: 'Образцова', given_cyrillic: 'Мария', phone: '+78120000001' });
    expect(row?.warnings).toMatchObject([{ code: 'photo_left_out' }]);
  });

  test('a card that does not end, a line that is none, a control character', () => {
    expect(problemsOf(parseVcard(bytesOf('BEGIN:VCARD\nFN:x\n')))).toMatchObject([{ code: 'broken_vcard', line: 1 }]);
    expect(problemsOf(parseVcard(bytesOf('BEGIN:VCARD\nFN x\nEND:VCARD')))).toMatchObject([
      { code: 'broken_vcard', line: 2 },
    ]);
    expect(problemsOf(parseVcard(bytesOf('BEGIN:VCARD\nFN:x\u0001\nEND:VCARD')))).toMatchObject([
      { code: 'control_character', line: 2, column: 5, detail: 'U+0001' },
    ]);
  });
});
