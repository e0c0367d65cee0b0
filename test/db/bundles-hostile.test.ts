import { strToU8, type Zippable, zipSync } from 'fflate';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { findNameFault, openZip, ZipError } from '../../electron/exchange/zip-limits.ts';
import { importers } from '../../electron/formats.ts';
import { makeSharedFolder, openSharedBackend, openTestBackend } from '../support/backend.ts';
import { makeBundle } from '../support/bundles.ts';
import { refusalOf } from '../support/circulated.ts';
import { dump } from '../support/dump.ts';
import { repack } from '../support/repack-bundle.ts';
import { addTalks, agreeAll, withQuickDocuments } from '../support/talks.ts';

const here = openSharedBackend(makeSharedFolder());
let bundle: File;
let bytes: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  const client = withQuickDocuments(here());
  const one = await addTalks(client);
  await agreeAll(client, one.meeting.id);
  const other = await addTalks(client, { date: '2026-12-01' });
  await client.attachments.add({
    id: crypto.randomUUID(),
    meetingId: other.meeting.id,
    agendaItemId: null,
    versionId: null,
    kind: 'document',
    language: null,
    file: new File(['Programme'], 'Programme.txt'),
  });
  bundle = await makeBundle(client, [one.meeting.id, other.meeting.id]);
  bytes = new Uint8Array(await bundle.arrayBuffer());
});

async function* inPieces(all: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < all.length; at += 5_000) yield await Promise.resolve(all.subarray(at, at + 5_000));
}

/** As the helper reads it, without the helper. */
async function parse(all: Uint8Array) {
  const { value } = await importers.bundle.stream(inPieces(all)).next();
  if (Array.isArray(value)) throw new Error('no content was asked for');
  return value;
}
async function read(all: Uint8Array): Promise<string> {
  const value = await parse(all);
  return 'problems' in value ? value.problems.map(({ reason }) => reason).join() : 'sound';
}
const readFile = async (file: File): Promise<string> => read(new Uint8Array(await file.arrayBuffer()));

/** Changes one of the JSON files; hashes are sound. */
const withChanged = (ending: string, change: (value: Record<string, never>) => void): Promise<File> =>
  repack(bundle, (path, text) => {
    if (!path.endsWith(ending) || path.includes('/versions/')) return text;
    const value = JSON.parse(text) as Record<string, never>;
    change(value);
    return JSON.stringify(value);
  });

test('a sound bundle is read, also one that another program has packed', async () => {
  expect(await read(bytes)).toBe('sound');
  expect(await readFile(await repack(bundle, (_path, text) => text))).toBe('sound');
});

test('no byte of it may be another one, and none may be missing', async () => {
  let refused = 0;
  const sound = await parse(bytes);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ mask;
      const value = await parse(changed);
      if ('problems' in value) refused += 1;
      // Some bytes of a zip mean nothing, such as its dates: what is read then is the very same.
      else expect(value).toEqual(sound);
    }),
    { numRuns: 300 },
  );
  expect(refused).toBeGreaterThan(150);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
      expect(await read(bytes.slice(0, length))).not.toBe('sound');
    }),
    { numRuns: 60 },
  );
});

test('any bytes are answered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (any) => {
      expect(await read(any)).toBe('not-a-bundle');
    }),
    { numRuns: 60 },
  );
});

const entry = (path: string): Zippable => ({ [path]: strToU8('x') });
const hidden = [
  '../evil.txt',
  'a/../../evil',
  '/etc/passwd',
  'C:/evil',
  'a\\b',
  'a/./b',
  'CON',
  'folder/nul.txt',
  'a.',
  'b ',
  'a\u0000b',
  'a\u202Egpj.exe',
  'x/__proto__',
  'constructor',
  'a:b',
  '',
];

test.each(hidden.map((name) => [name] as const))('a name that leads elsewhere is refused: %j', (name) => {
  expect(findNameFault(name)).not.toBeNull();
});

test('a zip is refused whole for one entry that is no plain file', async () => {
  const faultOf = async (zip: Uint8Array): Promise<string> => {
    try {
      const opened = await openZip(zip);
      for (const name of opened.names) await opened.read(name);
      return 'sound';
    } catch (error) {
      if (error instanceof ZipError) return error.fault;
      throw error;
    }
  };
  const plain = { 'a.txt': strToU8('a') };
  expect(await faultOf(zipSync(plain))).toBe('sound');
  expect(await faultOf(zipSync({ ...plain, ...entry('../b.txt') }))).toBe('unsafe');
  expect(await faultOf(zipSync({ ...plain, ...entry('A.TXT') }))).toBe('unsafe');
  const link: Zippable = { ...plain, link: [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] };
  expect(await faultOf(zipSync(link))).toBe('unsafe');
  // 30 MB of nothing in 30 kB, and 300 of them.
  expect(await faultOf(zipSync({ bomb: new Uint8Array(30_000_000) }))).toBe('too-large');
  const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [String(index), strToU8('x')]));
  expect(await faultOf(zipSync(many))).toBe('too-large');
  expect(await faultOf(strToU8('no zip'))).toBe('not-a-zip');
  // It states 10 bytes and holds more; it states another checksum; it says that it is encrypted.
  const honest = zipSync({ 'a.txt': strToU8('abc'.repeat(1_000)) });
  const tampered = (offset: number, value: number): Uint8Array => {
    const lying = honest.slice();
    const directory = Buffer.from(lying).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    new DataView(lying.buffer).setUint16(directory + offset, value, true);
    return lying;
  };
  expect(await faultOf(tampered(24, 10))).toBe('damaged');
  expect(await faultOf(tampered(16, 1))).toBe('damaged');
  expect(await faultOf(tampered(8, 1))).toBe('encrypted');
});

test.each<[string, string, () => Promise<File>]>([
  ['damaged', 'a file that no list names', () => repack(bundle, (_path, text) => text, entry('more.txt'))],
  ['unsafe', 'a name out of the folder', () => repack(bundle, (_path, text) => text, entry('../more.txt'))],
  ['newer-version', 'a later version', () => withChanged('manifest.json', (it) => Object.assign(it, { version: 2 }))],
  ['not-a-bundle', 'another format', () => withChanged('manifest.json', (it) => Object.assign(it, { format: 'zip' }))],
  ['inconsistent', 'an unknown field', () => withChanged('manifest.json', (it) => Object.assign(it, { more: 1 }))],
  [
    'inconsistent',
    'an unknown field of a process',
    () => withChanged('process.json', (it) => Object.assign(it, { more: 1 })),
  ],
  [
    'inconsistent',
    'a prototype',
    () =>
      repack(bundle, (path, text) =>
        path.endsWith('process.json') ? text.replace('{', '{"__proto__":{"isAdmin":true},') : text,
      ),
  ],
  [
    'inconsistent',
    'no record',
    () => repack(bundle, (path, text) => (path.endsWith('Minutes.trilogue.json') ? '[]' : text)),
  ],
  [
    'inconsistent',
    'a meeting under the name of another',
    () =>
      withChanged(
        'manifest.json',
        (it) => ((it as unknown as { meetings: { id: string }[] }).meetings[0]!.id = crypto.randomUUID()),
      ),
  ],
  [
    'inconsistent',
    'two meetings that are one',
    () =>
      withChanged('manifest.json', (it) => {
        const { meetings } = it as unknown as { meetings: object[] };
        meetings[1] = { ...meetings[0] };
      }),
  ],
  [
    'inconsistent',
    'a part of an event that is not in the bundle',
    () => withChanged('process.json', (it) => Object.assign(it, { parentId: crypto.randomUUID() })),
  ],
  [
    'inconsistent',
    'a file that belongs to no agenda item of the meeting',
    () =>
      withChanged('process.json', (it) => {
        for (const file of (it as unknown as { attachments: { agendaItemId: string }[] }).attachments)
          file.agendaItemId = crypto.randomUUID();
      }),
  ],
])('refused as %s: %s', async (reason, _what, make) => {
  expect(await readFile(await make())).toBe(reason);
});

test('what was kept of a version must be a record of that meeting', async () => {
  const file = await repack(bundle, (path, text) => {
    if (!path.includes('/versions/')) return text;
    const record = JSON.parse(text) as MeetingRecord;
    record.meeting.id = crypto.randomUUID();
    return JSON.stringify(record);
  });
  expect(await readFile(file)).toBe('inconsistent');
});

test('a refused bundle changes nothing, and says why', async () => {
  const { backend } = openTestBackend();
  const before = dump(backend.context.connection);
  const changed = bytes.slice();
  const at = Buffer.from(changed).indexOf('ProgrammePK');
  changed[at] = 0x70;
  const refusal = await refusalOf(
    backend.client.bundles.preview({ file: new File([changed], 'b.zip'), passphrase: null }),
  );
  expect(refusal).toMatchObject({ error: 'BUNDLE_REFUSED', reason: 'damaged' });
  expect(await refusalOf(backend.client.bundles.import({ id: crypto.randomUUID(), choices: [] }))).toEqual({
    error: 'NOT_FOUND',
    kind: 'bundle',
  });
  expect(dump(backend.context.connection)).toEqual(before);
});
