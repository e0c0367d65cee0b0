import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ORPCError } from '@orpc/client';
import { Encrypter } from 'age-encryption';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { RestorePreview } from '#shared/contract/backups.ts';
import { sealFile } from '../../electron/db/backups/seal-file.ts';
import { commit } from '../../electron/context.ts';
import { ConnectionClosed, openConnection } from '../../electron/db/connection.ts';
import { migrate } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations/index.ts';
import { callStoreWorker } from '../../electron/db/worker/call.ts';
import { stage } from '../../electron/db/worker/stage.ts';
import { makeFolder, makeSharedFolder, openTestBackend } from '../support/backend.ts';
import { makeMeeting, makePerson } from '../support/records.ts';
import { dumpAll, writeReleased } from '../support/released-files.ts';
import { seeded } from '../support/seeded.ts';
import { isFull, reportTrials, trialCount } from '../support/trials.ts';

/** Versions that were released, by the number of their migrations. */
const versions = migrations.map((_script, index) => index + 1);
const longMs = 600_000;

const passphrase = 'девять слов 九个字 correct horse';

const sampleFolder = makeSharedFolder();

/** A data folder with the sample meetings in it, open. They are read once for all tests. */
async function openSample() {
  if (readdirSync(sampleFolder).length === 0) {
    const { backend } = openTestBackend(sampleFolder);
    await backend.client.records.loadSample();
    await backend.close();
  }
  const folder = makeFolder();
  cpSync(sampleFolder, folder, { recursive: true });
  return openTestBackend(folder).backend;
}

type Backend = Awaited<ReturnType<typeof openSample>>;

/** A backup as a version with so many migrations would have made it, and what it must become. */
function makeReleased(version: number, source: Backend['context']['connection']) {
  const folder = makeFolder();
  writeReleased(folder, version, source);
  const bare = join(folder, '2026-01-01T00-00-00.000Z closing.db');
  copyFileSync(join(folder, 'trilogue.db'), `${bare}.part`);
  expect(sealFile(`${bare}.part`, bare)).toMatchObject({ schemaVersion: version });
  const original = openConnection(folder);
  migrate(original, folder, migrations);
  original.sql('DELETE FROM live_session');
  const expected = dumpAll(original);
  original.close();
  return { bare, expected };
}

const fileOf = (path: string): File => new File([new Uint8Array(readFileSync(path))], 'from a stick');

async function pack(backend: Backend, path: string, phrase: string | null): Promise<string> {
  const out = join(makeFolder(), 'packed');
  const { startHelper } = backend.context;
  await callStoreWorker(startHelper, { kind: 'pack', path, out, passphrase: phrase });
  return out;
}

const reasonOf = (error: ORPCError<string, unknown>): string => (error.data as { reason: string }).reason;

const rowsOf = (dumped: Record<string, string[]>): number => Object.values(dumped).flat().length;

describe('a backup of every released version', () => {
  test('becomes, row by row, what the migrated original is', async () => {
    const { context } = await openSample();
    let rows = 0;
    for (const version of versions) {
      const { bare, expected } = makeReleased(version, context.connection);
      const folder = makeFolder();
      const out = join(folder, 'trilogue.db');
      const staged = await stage({ kind: 'stage', path: bare, out, sha256: null, passphrase: null });
      expect(staged).toMatchObject({ schemaVersion: version });
      const connection = openConnection(folder);
      expect(dumpAll(connection), `version ${String(version)}`).toEqual(expected);
      connection.close();
      rows += rowsOf(expected);
    }
    expect(rows).toBeGreaterThan(1_000);
    reportTrials('P7', versions.length, `${String(rows)} rows of ${String(versions.length)} versions compared`);
  });

  test(
    'is restored in each way, and that is taken back',
    async () => {
      const source = await openSample();
      const backend = await openSample();
      const { client, context } = backend;
      const ways = ['bare', 'packed', 'encrypted'] as const;
      const trials = isFull
        ? versions.flatMap((version) => ways.map((way) => ({ version, way })))
        : [
            { version: 1, way: 'encrypted' as const },
            { version: versions.length, way: 'packed' as const },
          ];
      for (const { version, way } of trials) {
        const { bare, expected } = makeReleased(version, source.context.connection);
        await client.people.create(makePerson());
        const before = dumpAll(context.connection);
        const phrase = way === 'encrypted' ? passphrase : null;
        const file = fileOf(way === 'bare' ? bare : await pack(backend, bare, phrase));
        const { id, schemaVersion } = await client.backups.preview({ file, passphrase: phrase });
        expect(schemaVersion).toBe(version);
        const { undoName } = await client.backups.restore({ id });
        expect(dumpAll(context.connection), `version ${String(version)}, ${way}`).toEqual(expected);
        const undo = await client.backups.preview({ name: undoName ?? '' });
        await client.backups.restore({ id: undo.id });
        expect(dumpAll(context.connection), `version ${String(version)}, ${way}, taken back`).toEqual(before);
      }
      expect(readdirSync(join(context.dataFolder, 'restoring'))).toEqual([]);
      reportTrials('P7', 2 * trials.length);
    },
    longMs,
  );

  test('a preview says what would come back, go away and differ, and changes nothing', async () => {
    const { client, context } = await openSample();
    const kept = await client.backups.make();
    const [meeting] = await client.meetings.list();
    const person = makePerson();
    await client.people.create(person);
    const added = makeMeeting({ title: { en: 'Later', ru: 'Позже', zh: '稍后' } });
    await client.meetings.create(added);
    if (meeting === undefined) throw new Error('the sample has meetings');
    const { meeting: whole } = await client.meetings.get({ id: meeting.id });
    await client.meetings.update({ ...whole, number: '77' });
    const before = dumpAll(context.connection);
    const preview = await client.backups.preview({ name: kept.name });
    const counts = Object.fromEntries(preview.kinds.map((kind) => [kind.kind, kind]));
    expect(preview.isPresentReadable).toBe(true);
    expect(counts['meeting']).toMatchObject({ comesBack: 0, goesAway: 1, differs: 1 });
    expect(counts['person']).toMatchObject({ comesBack: 0, goesAway: 1, differs: 0 });
    expect(counts['glossary_concept']).toMatchObject({ comesBack: 0, goesAway: 0, differs: 0 });
    expect(preview.examples).toContainEqual({ kind: 'meeting', fate: 'goes_away', title: added.title });
    expect(preview.examples).toContainEqual({ kind: 'meeting', fate: 'differs', title: whole.title });
    expect(preview.changesSince.count).toBe(3);
    expect(preview.changesSince.first.map(({ name }) => name)).toEqual([
      'meeting.update',
      'meeting.create',
      'person.create',
    ]);
    await client.backups.discard({ id: preview.id });
    expect(dumpAll(context.connection)).toEqual(before);
    await expect(client.backups.restore({ id: preview.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('pages hear of it, calls go on with the file that was restored, and the journal of the old one is gone', async () => {
    const { client, context } = await openSample();
    const kept = await client.backups.make();
    await client.people.create(makePerson());
    const heard: unknown[] = [];
    context.events.subscribe('change', (event) => heard.push(event));
    const { id } = await client.backups.preview({ name: kept.name });
    const stale = context.connection;
    await client.backups.restore({ id });
    expect(heard).toEqual([{ position: 0, tables: [], isRestored: true }]);
    for (const use of [
      () => stale.sql('SELECT 1'),
      () => stale.transaction(() => null),
      () => stale.pragma('user_version'),
      () => stale.execute('SELECT 1'),
    ]) {
      expect(use).toThrow(ConnectionClosed);
    }
    await client.people.create(makePerson());
    expect(await client.app.check()).toMatchObject({ integrity: 'ok', synchronous: 2, journalMode: 'wal' });
    expect(await client.app.state()).toMatchObject({ condition: 'sound' });
  });
});

test('what a call that was under way writes while the restore begins is in the backup of before', async () => {
  const { client, context } = await openSample();
  const kept = await client.backups.make();
  const { id } = await client.backups.preview({ name: kept.name });
  context.store.onOpened((connection) => async () => {
    await nextTurn();
    commit({ ...context, connection }, { name: 'settings.update', label: '', fixed: true }, (write) => {
      write.insert('setting', { key: 'secretaryName', value: '"Written late"' });
    });
  });
  const { undoName } = await client.backups.restore({ id });
  const undo = new Database(context.backups.find(undoName ?? '') ?? '', { readonly: true });
  const late = undo.prepare("SELECT value FROM setting WHERE key = 'secretaryName'").pluck().get();
  undo.close();
  expect(late).toBe('"Written late"');
  expect(context.connection.sql("SELECT value FROM setting WHERE key = 'secretaryName'")).toEqual([]);
  reportTrials('P7', 1);
});

describe('what is not a whole backup', () => {
  interface Trial {
    name: string;
    bytes: Uint8Array;
    passphrase: string | null;
    reasons: readonly string[];
  }

  const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
    const copy = Uint8Array.from(bytes);
    copy[bit >>> 3] = (copy[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
    return copy;
  };

  /** With a work factor that lets hundreds of files be tried; the format is the same. */
  async function encryptLightly(bytes: Uint8Array): Promise<Uint8Array> {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(8);
    return encrypter.encrypt(bytes);
  }

  async function makeFiles() {
    const backend = openTestBackend().backend;
    for (let index = 0; index < 20; index += 1) await backend.client.people.create(makePerson());
    const { name } = await backend.client.backups.make();
    const bare = backend.context.backups.find(name) ?? '';
    const packed = readFileSync(await pack(backend, bare, null));
    return { backend, bare, packed, light: await encryptLightly(packed) };
  }

  test(
    'every flipped bit and every piece cut off is refused, bare, packed and encrypted',
    async () => {
      const { bare, packed, light } = await makeFiles();
      const seed = Date.now() >>> 0;
      const random = seeded(seed);
      const folder = makeFolder();
      const known = readFileSync(`${bare}.sha256`, 'utf8').slice(0, 64);
      const kinds = [
        { name: 'bare', bytes: new Uint8Array(readFileSync(bare)), sha256: known },
        { name: 'packed', bytes: new Uint8Array(packed), sha256: null },
        { name: 'encrypted', bytes: light, sha256: null },
      ];
      const flips = trialCount(30, 1_500);
      const cuts = trialCount(10, 300);
      const accepted: string[] = [];
      const path = join(folder, 'file');
      const out = join(folder, 'staged.db');
      for (const { name, bytes, sha256 } of kinds) {
        const look = async (changed: Uint8Array, what: string): Promise<void> => {
          writeFileSync(path, changed);
          const answer = await stage({ kind: 'stage', path, out, sha256, passphrase });
          if (!('refused' in answer)) accepted.push(`${name} ${what}`);
        };
        const whole = await stage({ kind: 'stage', path: writeTo(path, bytes), out, sha256, passphrase });
        expect(whole, name).toMatchObject({ schemaVersion: migrations.length });
        for (let trial = 0; trial < flips; trial += 1) {
          const bit = Math.floor(random() * bytes.length * 8);
          await look(flipped(bytes, bit), `bit ${String(bit)}`);
        }
        for (let trial = 0; trial < cuts; trial += 1) {
          const length = Math.floor(random() * bytes.length);
          await look(bytes.slice(0, length), `cut to ${String(length)}`);
        }
      }
      expect(accepted, `seed ${String(seed)}`).toEqual([]);
      expect(readdirSync(folder).sort()).toEqual(['file', 'staged.db']);
      reportTrials('P7', kinds.length * (flips + cuts), 'flips and cuts of bare, packed and encrypted files');
    },
    longMs,
  );

  test('is refused with its reason, and not a row of the present data has changed', async () => {
    const { backend, bare, packed, light } = await makeFiles();
    const { client, context } = backend;
    const plain = new Uint8Array(readFileSync(bare));
    const newer = Uint8Array.from(plain);
    new DataView(newer.buffer).setUint32(60, migrations.length + 1);
    const foreign = Uint8Array.from(plain);
    new DataView(foreign.buffer).setUint32(68, 0x12345678);
    const middle = Math.floor(packed.length / 2);
    const trials: Trial[] = [
      { name: 'a wrong passphrase', bytes: light, passphrase: 'not the passphrase', reasons: ['passphrase-wrong'] },
      { name: 'no passphrase', bytes: light, passphrase: null, reasons: ['passphrase-needed'] },
      { name: 'a flipped bit', bytes: flipped(packed, middle * 8), passphrase: null, reasons: ['damaged'] },
      { name: 'an encrypted flip', bytes: flipped(light, light.length * 8 - 1), passphrase, reasons: ['damaged'] },
      { name: 'half a file', bytes: packed.subarray(0, middle), passphrase: null, reasons: ['damaged'] },
      { name: 'half an encrypted file', bytes: light.subarray(0, light.length / 2), passphrase, reasons: ['damaged'] },
      { name: 'a newer version', bytes: newer, passphrase: null, reasons: ['newer-version'] },
      { name: 'a database of others', bytes: foreign, passphrase: null, reasons: ['not-a-backup'] },
      { name: 'a text', bytes: Buffer.from('Dear colleagues'), passphrase: null, reasons: ['not-a-backup'] },
      { name: 'nothing', bytes: new Uint8Array(), passphrase: null, reasons: ['not-a-backup'] },
    ];
    const before = dumpAll(context.connection);
    for (const { name, bytes, passphrase: phrase, reasons } of trials) {
      const file = new File([new Uint8Array(bytes)], name);
      const refused = await client.backups.preview({ file, passphrase: phrase }).then(
        () => 'taken',
        (error: unknown) =>
          error instanceof ORPCError
            ? `${String(error.code)} ${reasonOf(error as ORPCError<string, unknown>)}`
            : String(error),
      );
      expect(
        reasons.map((reason) => `BACKUP_REFUSED ${reason}`),
        name,
      ).toContain(refused);
    }
    expect(dumpAll(context.connection)).toEqual(before);
    expect(readdirSync(join(context.dataFolder, 'restoring'))).toEqual([]);
    reportTrials('P7', trials.length);
  });

  test('a file that would act by itself is not taken', async () => {
    const { bare } = await makeFiles();
    const folder = makeFolder();
    mkdirSync(join(folder, 'theirs'));
    copyFileSync(bare, join(folder, 'theirs', 'trilogue.db'));
    const connection = openConnection(join(folder, 'theirs'));
    connection.execute('CREATE TRIGGER act AFTER INSERT ON person BEGIN DELETE FROM meeting; END');
    connection.close();
    const path = join(folder, 'theirs', 'trilogue.db');
    const out = join(folder, 'staged.db');
    expect(await stage({ kind: 'stage', path, out, sha256: null, passphrase: null })).toEqual({
      refused: 'not-a-backup',
    });
    reportTrials('P7', 1);
  });

  function writeTo(path: string, bytes: Uint8Array): string {
    writeFileSync(path, bytes);
    return path;
  }
});

test('a restore that cannot keep the present data does not happen', async () => {
  const { client, context } = openTestBackend().backend;
  await client.people.create(makePerson());
  const kept = await client.backups.make();
  const { id }: RestorePreview = await client.backups.preview({ name: kept.name });
  await client.people.create(makePerson());
  const before = dumpAll(context.connection);
  const staged = readdirSync(join(context.dataFolder, 'restoring'));
  let begun = 0;
  context.store.onOpened(() => {
    begun++;
    return undefined;
  });
  const { folder } = context.backups;
  // A file in the place of the folder takes no backup, whoever asks.
  renameSync(folder, `${folder}.away`);
  writeFileSync(folder, '');
  await expect(client.backups.restore({ id })).rejects.toMatchObject({ code: 'BACKUP_FAILED' });
  expect(dumpAll(context.connection)).toEqual(before);
  expect(readdirSync(join(context.dataFolder, 'restoring'))).toEqual(staged);
  expect(await client.app.state()).toMatchObject({ condition: 'sound' });
  // What works along with the file was not ended, so it does not begin a second time.
  expect(begun).toBe(1);
  rmSync(folder);
  renameSync(`${folder}.away`, folder);
  await client.backups.restore({ id });
  expect(await client.people.list()).toHaveLength(1);
  reportTrials('P7', 1);
});
