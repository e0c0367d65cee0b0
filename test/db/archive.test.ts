import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { type Client, makeFolder, openTestBackend } from '../support/backend.ts';
import { readZip, type ZippedEntry } from '../support/read-zip.ts';
import { addTalks, agreeAll } from '../support/talks.ts';

interface Manifest {
  format: string;
  state: string;
  createdAt: string;
  meetings: {
    id: string;
    date: string;
    state: string;
    folder: string;
    agreedVersion: {
      number: number;
      agreements: { side: { en: string } | null; agreedOn: string; manner: string }[];
    } | null;
    earlierVersions: { number: number }[];
    amendments: { reason: string; ofVersion: number | null; version: number | null }[];
    files: ManifestFile[];
  }[];
  files: ManifestFile[];
}
interface ManifestFile {
  path: string;
  what: string;
  size: number;
  sha256: string;
  language?: string;
  version?: number;
  agendaItem?: number;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function makeArchive(client: Client, meetingId: string) {
  const steps: number[] = [];
  for await (const event of await client.archive.create({ meetingId })) {
    if (event.type === 'progress') steps.push(event.done / event.total);
    else {
      const file = await client.archive.download({ id: event.id });
      const bytes = new Uint8Array(await file.arrayBuffer());
      expect(bytes.length).toBe(event.sizeBytes);
      expect(sha256(bytes)).toBe(event.sha256);
      const entries = await readZip(bytes);
      expect(entries.length).toBe(event.files);
      return { name: file.name, bytes, entries, steps, id: event.id, ...readManifest(entries) };
    }
  }
  throw new Error('no archive came');
}

function readManifest(entries: readonly ZippedEntry[]) {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const text = (path: string): string => byPath.get(path)!.bytes.toString('utf8');
  const manifest = JSON.parse(text('manifest.json')) as Manifest;
  const listed = [...manifest.meetings.flatMap(({ files }) => files), ...manifest.files];
  return { byPath, text, manifest, listed };
}

/** Every file is in the manifest and in the sums, with the hash that its bytes have, and nothing else is. */
function verifyHashes({ byPath, text, listed }: ReturnType<typeof readManifest>): void {
  const sums = new Map(
    text('SHA256SUMS')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  expect([...sums.keys()].sort()).toEqual([...byPath.keys()].filter((path) => path !== 'SHA256SUMS').sort());
  for (const [path, hash] of sums) expect(hash, path).toBe(sha256(byPath.get(path)!.bytes));
  expect(listed.map(({ path }) => path).sort()).toEqual(
    [...sums.keys()].filter((path) => path !== 'manifest.json').sort(),
  );
  for (const { path, size, sha256: hash } of listed) {
    expect(size).toBe(byPath.get(path)!.bytes.length);
    expect(hash).toBe(sums.get(path));
  }
}

function unpack(entries: readonly ZippedEntry[]): string {
  const folder = makeFolder();
  for (const { path, bytes } of entries) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

const addFile = (
  client: Client,
  place: Partial<Parameters<Client['attachments']['add']>[0]> & { meetingId: string; file: File },
) =>
  client.attachments.add({
    id: newId(),
    agendaItemId: null,
    versionId: null,
    kind: 'document',
    language: null,
    ...place,
  });

const scanBytes = new Uint8Array(3 * 1024 * 1024 + 17).map((_, index) => (index * 31) % 251);

const talksOn = async (client: Client, date = '2026-11-20'): Promise<string> =>
  (await addTalks(client, { date })).meeting.id;

async function prepareAmended(client: Client): Promise<string> {
  const { meeting, item, entries } = await addTalks(client);
  const meetingId = meeting.id;
  const program = new File(['Program of the visit'], 'Программа визита.txt');
  await addFile(client, { meetingId, agendaItemId: item.id, file: program });
  await addFile(client, { meetingId, file: new File(['one'], 'Note.txt') });
  await addFile(client, { meetingId, file: new File(['two'], 'NOTE.TXT') });
  const versionId = await agreeAll(client, meetingId);
  await addFile(client, { meetingId, kind: 'scan', versionId, file: new File([scanBytes], 'signed 签字.pdf') });
  await client.versions.amend({ id: newId(), meetingId, reason: 'A name was misspelt' });
  const change = { language: 'ru' as const, text: 'Провести семинар осенью.', revision: 1 };
  await client.entries.saveText({ entryId: entries[1]!.id, ...change });
  await agreeAll(client, meetingId);
  return meetingId;
}

test(
  'an archive of amended minutes is whole: read by another program, every hash is right',
  { timeout: 60_000 },
  async () => {
    const { client } = openTestBackend().backend;
    const meetingId = await prepareAmended(client);
    const archive = await makeArchive(client, meetingId);
    verifyHashes(archive);
    const [meeting] = archive.manifest.meetings;
    expect(archive.manifest).toMatchObject({ format: 'trilogue-archive', state: 'agreed' });
    expect(meeting).toMatchObject({
      state: 'agreed',
      agreedVersion: { number: 2 },
      earlierVersions: [{ number: 1 }],
      amendments: [{ reason: 'A name was misspelt', ofVersion: 1, version: 2 }],
    });
    expect(meeting!.agreedVersion!.agreements.map(({ manner }) => manner)).toEqual(['signature', 'signature']);
    expect(meeting!.agreedVersion!.agreements.every(({ side }) => side !== null && side.en !== '')).toBe(true);
    const { folder } = meeting!;
    const count = (what: string, version: number): number =>
      meeting!.files.filter((file) => file.what === what && file.version === version).length;
    for (const version of [1, 2]) {
      expect([count('minutes_pdf', version), count('minutes_docx', version), count('record', version)]).toEqual([
        3, 3, 1,
      ]);
    }
    const paths = meeting!.files.map(({ path }) => path);
    expect(paths).toContain(`${folder}/documents/Item 1 – Программа визита.txt`);
    expect(paths).toContain(`${folder}/documents/Note.txt`);
    expect(paths).toContain(`${folder}/documents/NOTE (2).TXT`);
    expect(paths).toContain(`${folder}/scans/Version 1 – signed 签字.pdf`);
    expect(archive.byPath.get(`${folder}/scans/Version 1 – signed 签字.pdf`)!.bytes.equals(scanBytes)).toBe(true);
    expect(archive.name).toBe(`${folder}.zip`);
    expect(archive.entries.filter(({ path }) => path.includes('DRAFT'))).toEqual([]);
    for (const { path, isPacked } of archive.entries) {
      if (/\.(pdf|docx)$/u.test(path)) expect(isPacked, path).toBe(false);
      if (/\.json$/u.test(path)) expect(isPacked, path).toBe(true);
    }
    const readMe = archive.text('READ ME.txt');
    for (const words of ['ARCHIVE OF MINUTES', 'АРХИВ ПРОТОКОЛОВ', '会议纪要归档', 'sha256sum -c'])
      expect(readMe).toContain(words);
    expect(archive.steps.length).toBeGreaterThan(2);
    expect(archive.steps).toEqual([...archive.steps].sort((a, b) => a - b));

    // Once: it is large, and the page has it now.
    const { error } = await safe(client.archive.download({ id: archive.id }));
    expect(error).toMatchObject({ code: 'NOT_FOUND' });

    const again = await makeArchive(client, meetingId);
    const timeless = ({ entries }: typeof archive) =>
      entries.map(({ path, bytes }) => [path, /^(manifest\.json|SHA256SUMS)$/u.test(path) ? '' : sha256(bytes)]);
    expect(timeless(again)).toEqual(timeless(archive));
    expect({ ...again.manifest, createdAt: '' }).toEqual({ ...archive.manifest, createdAt: '' });
  },
);

/** Of coreutils: not on every machine. */
const sumTool = 'sha256sum';
const hasSumTool = (() => {
  try {
    execFileSync(sumTool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test.runIf(hasSumTool)('sha256sum checks the unpacked archive', { timeout: 60_000 }, async () => {
  const { client } = openTestBackend().backend;
  const meetingId = await talksOn(client);
  await addFile(client, { meetingId, file: new File(['a'], '-starts with a dash & has "signs" $x.txt') });
  const { entries } = await makeArchive(client, meetingId);
  const folder = unpack(entries);
  const said = execFileSync(sumTool, ['--strict', '-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
  expect(said.trim().split('\n')).toHaveLength(entries.length - 1);
  writeFileSync(join(folder, 'READ ME.txt'), 'changed');
  expect(() => execFileSync(sumTool, ['-c', 'SHA256SUMS'], { cwd: folder, stdio: 'pipe' })).toThrow();
});

test(
  'minutes that nobody has agreed to are archived as they stand, and all says DRAFT',
  { timeout: 60_000 },
  async () => {
    const { client } = openTestBackend().backend;
    const meetingId = await talksOn(client);
    const archive = await makeArchive(client, meetingId);
    verifyHashes(archive);
    const [meeting] = archive.manifest.meetings;
    expect(archive.manifest.state).toBe('DRAFT');
    expect(meeting).toMatchObject({ state: 'DRAFT', agreedVersion: null });
    expect(meeting!.folder).toMatch(/ \(DRAFT\)$/u);
    expect(meeting!.files.map(({ what }) => what).sort()).toEqual([
      ...Array<string>(3).fill('minutes_docx'),
      ...Array<string>(3).fill('minutes_pdf'),
      'record',
    ]);
    for (const { path } of meeting!.files) expect(path).toMatch(/\/DRAFT [^/]+$/u);
    expect(archive.text('READ ME.txt')).toContain('DRAFT');
    expect(await client.archive.contents({ meetingId })).toMatchObject([{ meetingId, agreedVersion: null, scans: 0 }]);
  },
);

test('an event is archived with its parts, each in its folder, by date', { timeout: 60_000 }, async () => {
  const { client } = openTestBackend().backend;
  const event = await talksOn(client, '2026-11-19');
  const late = await talksOn(client, '2026-11-21');
  const early = await talksOn(client, '2026-11-20');
  for (const id of [late, early]) await client.meetings.setParent({ id, parentId: event });
  await agreeAll(client, early);
  const contents = await client.archive.contents({ meetingId: event });
  expect(contents.map(({ meetingId, agreedVersion }) => [meetingId, agreedVersion])).toEqual([
    [event, null],
    [early, 1],
    [late, null],
  ]);
  const archive = await makeArchive(client, event);
  verifyHashes(archive);
  expect(archive.manifest.state).toBe('DRAFT');
  expect(archive.manifest.meetings.map(({ id, state }) => [id, state])).toEqual([
    [event, 'DRAFT'],
    [early, 'agreed'],
    [late, 'DRAFT'],
  ]);
  const folders = archive.manifest.meetings.map(({ folder }) => folder);
  expect(new Set(folders).size).toBe(3);
  for (const { path } of archive.entries) {
    if (path.includes('/')) expect(folders).toContain(path.split('/')[0]);
  }
  // A part by itself is archived by itself.
  expect((await client.archive.contents({ meetingId: early })).length).toBe(1);
});

test('content that is not as it was left is named, and nothing is made', { timeout: 60_000 }, async () => {
  const { backend } = openTestBackend();
  const { client } = backend;
  const { connection } = backend.context;
  const meetingId = await talksOn(client);
  const scan = await addFile(client, { meetingId, kind: 'scan', file: new File([scanBytes], 'scan.pdf') });
  const note = await addFile(client, { meetingId, file: new File(['a note'], 'note.txt') });
  connection.sql(`UPDATE stored_file SET bytes = ? WHERE sha256 = ?`, Buffer.from('A note'), note.sha256);
  connection.sql(`DELETE FROM stored_file WHERE sha256 = ? AND position = 3`, scan.sha256);
  const { error } = await safe(makeArchive(client, meetingId));
  expect(error).toMatchObject({ code: 'CONTENT_DAMAGED', data: { names: ['scan.pdf', 'note.txt'] } });
  const size = 600 * 1024 ** 2;
  connection.sql('UPDATE attachment SET size_bytes = ? WHERE id = ?', size, scan.id);
  expect((await safe(makeArchive(client, meetingId))).error).toMatchObject({ code: 'ARCHIVE_TOO_LARGE' });
  expect((await safe(makeArchive(client, newId()))).error).toMatchObject({ code: 'NOT_FOUND' });
});

test('an archive that is given up half-way leaves nothing behind', async () => {
  const { client } = openTestBackend().backend;
  const meetingId = await talksOn(client);
  await addFile(client, { meetingId, kind: 'scan', file: new File([scanBytes], 'scan.pdf') });
  const controller = new AbortController();
  const seen: string[] = [];
  const run = async (): Promise<void> => {
    for await (const event of await client.archive.create({ meetingId }, { signal: controller.signal })) {
      seen.push(event.type);
      controller.abort();
    }
  };
  await expect(run()).rejects.toThrow();
  expect(seen).toEqual(['progress']);
});
