import { createServer } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { ORPCError, safe } from '@orpc/client';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openBackend } from '../../electron/backend.ts';
import { sourceAssets } from '../../electron/documents/assets.ts';
import { readWith } from '../../electron/exchange/read-file.ts';
import { type ImporterName, importers } from '../../electron/formats.ts';
import { openHelper, type OpenHelper } from '../../electron/helper-call.ts';
import { forkHelper } from '../../electron/helper-process.ts';
import { createLog } from '../../electron/log.ts';
import { makeFolder, openTestBackend } from '../support/backend.ts';
import { type Parts, packParts, unpackParts } from '../support/commented-docx.ts';
import { drain } from '../support/drain.ts';
import { dump } from '../support/dump.ts';
import { type HostileEntry, makeZip } from '../support/hostile-zips.ts';
import { body, letterheadOf, line, office, relationship, run } from '../support/letterhead-docx.ts';
import { projectFolder } from '../support/project-folder.ts';
import { readZip } from '../support/read-zip.ts';
import { jobs, soundFiles } from '../support/sound-files.ts';
import { reportTrials } from '../support/trials.ts';
import { startBuiltHelper } from '../support/worker-starter.ts';

/*
 * P18. What strangers may do to a file, and the code of the sentence that is said about it: each line of the list of
 * attacks, read by the product's own helper process.
 */

let helper: OpenHelper;
let trials = 0;
beforeAll(() => {
  helper = openHelper(startBuiltHelper, 'files-worker', { deadlineMs: 10_000, memoryBytes: 512 * 1024 ** 2 });
});
afterEach(() => {
  trials += 1;
});
afterAll(() => {
  helper.close();
  reportTrials('P18', trials);
});

type Content = string | Uint8Array;
const nameOf = (problem: string | { code: string } | { reason: string }): string =>
  typeof problem === 'string' ? problem : 'code' in problem ? problem.code : problem.reason;

/** The codes of what stands against a file; empty if it was read. */
async function codesOf(name: ImporterName, content: Content): Promise<string[]> {
  const bytes = new Uint8Array(Buffer.from(content));
  const read = (await readWith(helper, jobs[name], new Blob([bytes]))) as {
    problems?: (string | { code: string } | { reason: string })[];
  };
  return [...new Set((read.problems ?? []).map((problem) => nameOf(problem)))];
}

const docx = async (change: (parts: Parts) => Parts): Promise<Uint8Array> => {
  const [sound = new Uint8Array()] = await soundFiles.comments();
  return packParts(change(unpackParts(sound)));
};
const xlsx = async (change: (parts: Parts) => Parts): Promise<Uint8Array> => {
  const [sound = new Uint8Array()] = await soundFiles.xlsx();
  return packParts(change(unpackParts(sound)));
};
const inPart =
  (name: string, from: RegExp | string, to: string) =>
  (parts: Parts): Parts => ({ ...parts, [name]: (parts[name] ?? '').replace(from, to) });
const sheet = 'xl/worksheets/sheet1.xml';

const mebibyte = 1024 ** 2;
const zeros = (size: number): Buffer => Buffer.alloc(size);
/** Five files of 45 MB that pack 150 : 1. */
const halfPacked = Buffer.concat([randomBytes(0.3 * mebibyte), zeros(44.7 * mebibyte)]);
const tooMuch = makeZip([1, 2, 3, 4, 5].map((index) => ({ name: `word/${String(index)}.png`, bytes: halfPacked })));

/** The readers of zips, and what they call a file that is too large, one that is unsafe and one that is broken. */
const zipReaders = [
  ['xlsx', 'too_large', 'broken_xlsx', 'broken_xlsx'],
  ['comments', 'too_large', 'unsafe', 'broken_docx'],
  ['handOver', 'too_large', 'unsafe', 'broken_docx'],
  ['letterhead', 'too-large', 'not-a-docx', 'not-a-docx'],
] as const satisfies [ImporterName, string, string, string][];

describe.each(zipReaders)('zips, as %s', (name, tooLarge, unsafe, broken) => {
  /** The parts of a sound file: what is done to them is all that is wrong. */
  const parts: { name: string; bytes: Buffer }[] = [];
  beforeAll(async () => {
    const [sound = new Uint8Array()] = await soundFiles[name]();
    for (const { path, bytes } of await readZip(sound)) parts.push({ name: path, bytes });
  });

  test('the parts as they are, zipped again, are read', async () => {
    expect(await codesOf(name, makeZip(parts))).toEqual([]);
  });

  test.each<[string, HostileEntry[] | Uint8Array]>([
    ['more than 2,000 files', Array.from({ length: 2_001 }, (_, index) => ({ name: `word/${String(index)}.png` }))],
    [
      'a file of more than 50 MB',
      [{ name: 'word/a.png', bytes: randomBytes(0.3 * mebibyte), says: 50 * mebibyte + 1 }],
    ],
    ['more than 200 MB together', tooMuch],
    ['1,000 bytes of one', [{ name: 'word/a.png', bytes: zeros(20 * mebibyte) }]],
  ])('%s', async (_what, entries) => {
    const bytes = Array.isArray(entries) ? makeZip([...parts, ...entries]) : entries;
    expect(await codesOf(name, bytes)).toEqual([tooLarge]);
  });

  test.each<[string, HostileEntry[]]>([
    ...[
      '../../evil.txt',
      '/etc/x',
      'C:/x',
      '..\\x',
      'a/../b',
      'a//b',
      'CON',
      'word/aux.xml',
      'x\0.xml',
      '__proto__',
      'a. ',
      '\u202Egpj.exe',
    ].map((path): [string, HostileEntry[]] => [JSON.stringify(path), [{ name: path, bytes: Buffer.from('<x/>') }]]),
    ['one name twice', [{ name: 'a.txt' }, { name: 'a.txt' }]],
    ['one name in two cases', [{ name: 'a.txt' }, { name: 'A.txt' }]],
    ['a link', [{ name: 'a.txt', bytes: Buffer.from('/etc/passwd'), mode: 0o12_0777 }]],
  ])('a name that is a trap: %s', async (_what, entries) => {
    expect(await codesOf(name, makeZip([...parts, ...entries]))).toEqual([unsafe]);
  });

  test.each<[string, (sound: typeof parts) => HostileEntry[]]>([
    ['a lie about the size', (sound) => sound.map((part) => ({ ...part, says: 10 }))],
    ['a checksum that is wrong', (sound) => sound.map((part) => ({ ...part, crc: 0x1234_5678 }))],
    ['encryption', (sound) => sound.map((part) => ({ ...part, isEncrypted: true }))],
    ['encryption of what nobody reads', (sound) => [...sound, { name: 'a.txt', isEncrypted: true }]],
  ])('%s', async (_what, change) => {
    expect(await codesOf(name, makeZip(change(parts)))).toEqual([broken]);
  });

  test('half a file', async () => {
    const [sound = new Uint8Array()] = await soundFiles[name]();
    expect(await codesOf(name, sound.slice(0, sound.length / 2))).toEqual([broken]);
  });
});

describe('XML', () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY a${String(index)} "${'&a;'.repeat(10)}">`).join('')}]>`;
  const outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
  const deep = '<w:p>'.repeat(300);

  test.each([
    ['entities in entities', laughs],
    ['an entity of the disk', outside],
  ])('%s', async (_what, doctype) => {
    const start = (xml: string): string => xml.replace(/(<\?xml[^>]*\?>)?/u, `$1${doctype}`);
    const document = (parts: Parts): Parts => ({
      ...parts,
      'word/document.xml': start(parts['word/document.xml'] ?? ''),
    });
    expect(await codesOf('comments', await docx(document))).toEqual(['unsafe']);
    expect(await codesOf('handOver', await docx(document))).toEqual(['unsafe']);
    expect(await codesOf('letterhead', letterheadOf(body, { 'word/header1.xml': `${doctype}<w:hdr/>` }))).toContain(
      'doctype',
    );
    expect(await codesOf('xlsx', await xlsx((parts) => ({ ...parts, [sheet]: start(parts[sheet] ?? '') })))).toEqual([
      'broken_xlsx',
    ]);
    expect(await codesOf('tmx', `${doctype.replace(' x ', ' tmx ')}<tmx version="1.4"/>`)).toEqual(['doctype']);
  });

  test('elements in elements, deeper than 256', async () => {
    expect(await codesOf('comments', await docx(inPart('word/document.xml', '<w:body>', `<w:body>${deep}`)))).toEqual([
      'broken_docx',
    ]);
    expect(await codesOf('handOver', await docx(inPart('word/document.xml', '<w:body>', `<w:body>${deep}`)))).toEqual([
      'broken_docx',
    ]);
    expect(await codesOf('letterhead', letterheadOf(`${deep}${body}`))).toEqual(['not-a-docx']);
    expect(await codesOf('xlsx', await xlsx(inPart(sheet, '<sheetData>', `${'<a>'.repeat(300)}<sheetData>`)))).toEqual([
      'broken_xlsx',
    ]);
    expect(await codesOf('tmx', `<tmx version="1.4"><header/><body>${'<x>'.repeat(300)}`)).toEqual(['not_tmx']);
  });

  test('an entity that nobody declared, a text without end', async () => {
    expect(await codesOf('comments', await docx(inPart('word/document.xml', '<w:body>', '<w:body>&file;')))).toEqual([
      'broken_docx',
    ]);
    expect(await codesOf('tmx', '<tmx version="1.4"><header/><body>&file;</body></tmx>')).toEqual(['not_xml']);
    const long = `<tu><tuv xml:lang="en"><seg>${'&#65;'.repeat(1_000_000)}</seg></tuv></tu>`;
    expect(await codesOf('tmx', `<tmx version="1.4"><header/><body>${long}</body></tmx>`)).toEqual(['too_long']);
  });

  test('a sheet that is to be filled up to a cell far away', async () => {
    const far = (address: string) => xlsx(inPart(sheet, / r="A1"/u, ` r="${address}"`));
    expect(await codesOf('xlsx', await far('A9999999'))).toEqual(['too_many_rows']);
    expect(await codesOf('xlsx', await far('ZZZ1'))).toEqual(['too_many_columns']);
  });
});

describe('records', () => {
  const changed = async (change: (json: string) => string): Promise<string> => {
    const [sound = new Uint8Array()] = await soundFiles.record();
    return change(Buffer.from(sound).toString('utf8'));
  };
  test.each([
    ['a prototype', (json: string) => json.replace('{', '{"__proto__":{"isEvil":true},'), 'unknown-field'],
    [
      'a prototype further inside',
      (json: string) =>
        json.replace('"meeting":', '"meeting":').replace(/"meeting":\s*\{/u, '"meeting":{"__proto__":{"isEvil":true},'),
      'unknown-field',
    ],
    [
      'a constructor',
      (json: string) => json.replace('{', '{"constructor":{"prototype":{"isEvil":true}},'),
      'unknown-field',
    ],
    ['half of it', (json: string) => json.slice(0, json.length / 2), 'not-json'],
    ['lists in lists', () => '['.repeat(200_000), 'not-json'],
    ['another format', () => '{"format":"other"}', 'not-a-record'],
    ['another version', (json: string) => json.replace(/"version":\s*1/u, '"version":2'), 'wrong-version'],
  ])('%s', async (_what, change, code) => {
    expect(await codesOf('record', await changed(change))).toEqual([code]);
    expect(({} as Record<string, unknown>)['isEvil']).toBeUndefined();
  });
});

describe('letterheads', () => {
  const content = body;
  test.each<[string, string, Parts, string[], string]>([
    ['macros', '', { 'word/vbaProject.bin': 'x' }, [], 'macros'],
    ['a document inside', '<w:altChunk r:id="rId9"/>', {}, [], 'embedded-object'],
    ['an object inside', line('<w:r><w:object><o:OLEObject Type="Link"/></w:object></w:r>'), {}, [], 'embedded-object'],
    [
      'a template from elsewhere',
      '',
      {},
      [relationship('rId9', `${office}/attachedTemplate`, 'http://example.org/t.dotm', 'External')],
      'external-link',
    ],
    [
      'a picture from elsewhere',
      '',
      {},
      [relationship('rId9', `${office}/image`, 'http://example.org/p.png', 'External')],
      'external-link',
    ],
    ...['DDE', 'DDEAUTO', 'INCLUDETEXT', 'INCLUDEPICTURE', 'LINK', 'DATABASE'].map(
      (field): [string, string, Parts, string[], string] => [
        field,
        line(`<w:fldSimple w:instr="${field} c:\\x y"/>`),
        {},
        [],
        'dde',
      ],
    ),
    ['an expression', line(run('{{constructor.constructor}}')), {}, [], 'placeholder-unknown'],
    ['raw XML', line(run('{{@body}}')), {}, [], 'placeholder-unknown'],
  ])('%s', async (_what, more, parts, links, code) => {
    expect(await codesOf('letterhead', letterheadOf(`${content}${more}`, parts, links))).toContain(code);
  });
});

describe('CSV', () => {
  test.each<[string, Content, string]>([
    ['a quote without end', 'Name\n"Ann\n', 'broken_csv'],
    ['a quote without end, and a long file', `Name\n"Ann${'\nSample'.repeat(500_000)}`, 'too_long'],
    ['a cell of a megabyte', `Name\n${'x'.repeat(1_100_000)}\n`, 'too_long'],
    ['a million columns', `Name\n${','.repeat(1_000_000)}x\n`, 'too_many_columns'],
    ['more than 100,000 rows', 'Ann\n'.repeat(100_002), 'too_many_rows'],
    ['bytes that are no text', Buffer.concat([Buffer.from('Имя\nПримеров '), Buffer.of(0xd0)]), 'broken_encoding'],
    ['a character that no register takes', 'Name\nAnn\u0007\n', 'control_character'],
    ['nothing', '\n\n', 'empty'],
  ])('%s', async (_what, content, code) => {
    expect(await codesOf('csv', content)).toEqual([code]);
  });
});

describe('vCard', () => {
  const card = (...lines: string[]): string =>
    ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Ann', ...lines, 'END:VCARD'].join('\r\n');
  interface ReadCards {
    cards: { properties: { name: string; value: string }[] }[];
  }
  const read = async (content: string): Promise<string[]> => {
    const { cards } = (await readWith(helper, jobs.vcard, new Blob([content]))) as ReadCards;
    return cards.flatMap(({ properties }) => properties.map(({ name, value }) => `${name}:${value}`)).slice(2);
  };

  test.each<[string, string, string]>([
    ['a card without end', 'BEGIN:VCARD\nFN:Ann\n', 'broken_vcard'],
    ['a line that is none', card('not a property'), 'broken_vcard'],
    ['parameters without end', card(`TEL${';TYPE=CELL'.repeat(100_000)}:1`), 'broken_vcard'],
    ['quotes without end', card(`TEL;TYPE=${'"'.repeat(99_999)}:1`), 'broken_vcard'],
    ['more than 100,000 cards', `${card()}\r\n`.repeat(100_001), 'too_many_rows'],
    ['more lines than cards may have', card('\r\n'.repeat(3_000_001)), 'too_many_rows'],
    [
      'bytes in quoted-printable that are no text',
      card('NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D0'),
      'broken_encoding',
    ],
    ['an encoding that does not exist', card('NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=x-none:=41'), 'broken_encoding'],
  ])('%s', async (_what, content, code) => {
    expect(await codesOf('vcard', content)).toEqual([code]);
  });

  test('folded lines are one; CR alone ends a line; what is quoted stays text', async () => {
    expect(await read(card('NOTE:a', ' b', '\tc'))).toEqual(['NOTE:abc']);
    expect(await read(card('NOTE:a\rTEL:1'))).toEqual(['NOTE:a', 'TEL:1']);
    expect(await read(card('NOTE;ENCODING=QUOTED-PRINTABLE:a=0D=0ATEL:1'))).toEqual(['NOTE:a\nTEL:1']);
    expect(await read(card('BEGIN:VCARD', 'TEL:1', 'END:VCARD'))).toEqual([]);
  });

  test('a picture on the web is not fetched', async () => {
    let requests = 0;
    const server = createServer((_request, response) => {
      requests += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const url = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}/p.png`;
    expect(await read(card(`PHOTO;VALUE=uri:${url}`))).toEqual([`PHOTO:${url}`]);
    expect(requests).toBe(0);
  });
});

test('a database of somebody is no file of any kind', async () => {
  const { backend } = openTestBackend();
  const copy = join(makeFolder(), 'copy.db');
  backend.context.connection.sql('VACUUM INTO ?', copy);
  const bytes = await import('node:fs/promises').then(({ readFile }) => readFile(copy));
  for (const name of Object.keys(importers) as ImporterName[]) expect(await codesOf(name, bytes), name).not.toEqual([]);
});

test('one bad row among a thousand: nothing of the file is written', async () => {
  const { backend } = openTestBackend();
  const rows = Array.from(
    { length: 1_000 },
    (_, index) => `Sample${String(index)},Ann,${index === 900 ? '{bad}' : 'female'}`,
  );
  const before = dump(backend.context.connection);
  const file = new File([`Family name,Given name,Gender\n${rows.join('\n')}\n`], 'contacts.csv');
  const { error } = await safe(drain(backend.client.exchange.import({ kind: 'people', file, decisions: [] })));
  expect(error).toMatchObject({ code: 'EXCHANGE_REFUSED', data: { problems: [{ line: 902 }] } });
  expect(dump(backend.context.connection)).toEqual(before);
});

describe('a reader that fails is ended, and the data stays as it is', () => {
  test.each<['crash' | 'memory', string]>([
    ['crash', 'process.on("message", () => process.exit(3));'],
    [
      'memory',
      'const held = []; process.on("message", () => setInterval(() => held.push(Buffer.alloc(64 * 1024 ** 2, 1)), 5));',
    ],
  ])('%s', async (reason, code) => {
    const folder = mkdtempSync(join(tmpdir(), 'trilogue-test-'));
    const module = join(folder, 'reader.mjs');
    writeFileSync(module, code);
    const logged: string[] = [];
    const backend = openBackend({
      dataFolder: makeFolder(),
      startHelper: (entry) => (entry === 'files-worker' ? forkHelper(module) : startBuiltHelper(entry)),
      assets: sourceAssets(projectFolder),
      log: createLog((text) => logged.push(text)),
    });
    onTestFinished(async () => {
      await backend.close();
      rmSync(folder, { recursive: true });
    });
    const before = dump(backend.context.connection);
    const { error } = await safe(backend.client.records.import({ file: new File(['{}'], 'a.json') }));
    expect(error).toBeInstanceOf(ORPCError);
    expect(error).toMatchObject({ code: 'FILE_UNREADABLE', data: { reason } });
    expect(dump(backend.context.connection)).toEqual(before);
    expect(logged.join('\n')).toContain('FileUnreadable');
  });

  test('deadline', async () => {
    const folder = makeFolder();
    const module = join(folder, 'reader.mjs');
    writeFileSync(module, 'process.on("message", () => { for (;;); });');
    const stuck = openHelper(() => forkHelper(module), 'files-worker', {
      deadlineMs: 500,
      memoryBytes: 512 * 1024 ** 2,
    });
    await expect(readWith(stuck, jobs.csv, new Blob(['x']))).rejects.toMatchObject({
      name: 'FileUnreadable',
      reason: 'deadline',
    });
  });
});
