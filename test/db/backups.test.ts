import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Backend } from '../../electron/backend.ts';
import { BackupFailed } from '../../electron/db/backups/backups.ts';
import { findBadBackups } from '../support/backup-files.ts';
import { makeFolder, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { readZip } from '../support/read-zip.ts';
import { makePerson } from '../support/records.ts';
import { hasTool } from '../support/tools.ts';

const backupsOf = (folder: string): string => join(folder, 'backups');
const filesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name !== 'state.json');
const familiesIn = (path: string): string[] => {
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare('SELECT DISTINCT family FROM person_name ORDER BY 1').pluck().all() as string[];
  } finally {
    database.close();
  }
};
const addPerson = async ({ client }: Backend): Promise<void> => {
  await client.people.create(makePerson());
};

describe('a backup', () => {
  test('is one whole file that nobody else may read, with its SHA-256 as sha256sum writes it', async () => {
    const folder = makeFolder();
    const { backend } = openTestBackend(folder);
    await addPerson(backend);
    const made = await backend.client.backups.make();
    expect(made.name).toMatch(/^\d{4}-\d\d-\d\dT[\d-]+\.\d{3}Z asked\.db$/u);
    expect(filesIn(backupsOf(folder)).sort()).toEqual([made.name, `${made.name}.sha256`]);
    expect(findBadBackups(backupsOf(folder))).toEqual([]);
    expect(familiesIn(join(backupsOf(folder), made.name))).toContain('Hu');
    expect(await backend.client.backups.list()).toEqual({ folder: backupsOf(folder), backups: [made], second: null });
    expect(await backend.client.backups.verify({ name: made.name })).toEqual({ state: 'sound' });
    if (process.platform === 'win32') return;
    const modes = ['', made.name, `${made.name}.sha256`].map(
      (name) => statSync(join(backupsOf(folder), name)).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600, 0o600]);
    if (hasTool('sha256sum')) execFileSync('sha256sum', ['-c', `${made.name}.sha256`], { cwd: backupsOf(folder) });
  });

  test('is made once where nothing was written since, also by those who ask at the same time and in the next run', async () => {
    const folder = makeFolder();
    const { backend } = openTestBackend(folder);
    await addPerson(backend);
    const { backups } = backend.context;
    const [first, ...others] = await Promise.all([
      backups.keep('asked'),
      backups.keep('automatic'),
      backups.keep('closing'),
    ]);
    expect(others).toEqual([first, first]);
    // What an import or a restore is taken back with must not be pruned as one among many.
    for (const reason of ['before_import', 'before_restore'] as const) {
      const undo = await backups.keep(reason);
      expect([undo.name === first.name, undo.reason, await backups.keep(reason)]).toEqual([false, reason, undo]);
    }
    await addPerson(backend);
    const second = await backups.keep('asked');
    expect(second.name).not.toBe(first.name);
    await backend.close();
    const next = openTestBackend(folder).backend;
    expect(await next.client.backups.make()).toEqual(second);
    expect(await next.client.backups.remove({ names: ['gone.db', second.name] })).toEqual({ removed: 1 });
    expect((await next.client.backups.make()).name).not.toBe(second.name);
  });

  test('holds what was written while it was made, and other calls are answered meanwhile', async () => {
    const folder = makeFolder();
    const { backend } = openTestBackend(folder);
    const { connection, backups } = backend.context;
    connection.execute('CREATE TABLE filler (content BLOB)');
    for (let count = 0; count < 12; count++) connection.sql('INSERT INTO filler VALUES (randomblob(1000000))');
    await addPerson(backend);
    const state = { isMade: false };
    const making = backups.keep('asked').finally(() => (state.isMade = true));
    let written = 0;
    while (!state.isMade) {
      await addPerson(backend);
      written++;
      await new Promise(setImmediate);
    }
    const made = await making;
    expect(written).toBeGreaterThan(5);
    expect(findBadBackups(backupsOf(folder))).toEqual([]);
    // The last ones came too late for it, and so it is not the newest for whoever asks now.
    expect((await backups.keep('asked')).name).not.toBe(made.name);
  });

  test('that was cut off is no backup, and is swept at the next start; what is not ours stays', async () => {
    const folder = makeFolder();
    const backups = backupsOf(folder);
    mkdirSync(backups);
    const name = '2026-11-21T10-15-00.000Z automatic.db';
    const later = '2026-11-21T11-15-00.000Z automatic.db';
    const [left, kept] = [
      [`${name}.part`, `${name}.part-journal`, `${later}.sha256`],
      ['before-migration-from-3.db', 'notes.txt', 'notes.txt.sha256', 'photo.part'],
    ];
    for (const file of [...left, ...kept]) writeFileSync(join(backups, file), 'x');
    const { client } = openTestBackend(folder).backend;
    expect((await client.backups.list()).backups).toEqual([]);
    expect(filesIn(backups).sort()).toEqual(kept.sort());
  });

  test('of a name from anywhere is none', async () => {
    const folder = makeFolder();
    const { client, context } = openTestBackend(folder).backend;
    const made = await client.backups.make();
    const names = [
      '',
      '.',
      '..',
      '../trilogue.db',
      `../backups/${made.name}`,
      `${made.name}\0`,
      `/${made.name}`,
      `${made.name}.sha256`,
    ];
    for (const name of names) {
      expect(context.backups.find(name), name).toBeUndefined();
      await expect(client.backups.verify({ name })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await client.backups.remove({ names: [name] })).toEqual({ removed: 0 });
    }
    expect(await client.backups.list()).toMatchObject({ backups: [made] });
  });

  test('in which a byte has changed is told as damaged and does not leave the laptop', async () => {
    const folder = makeFolder();
    const { client } = openTestBackend(folder).backend;
    const { name } = await client.backups.make();
    writeSync(openSync(join(backupsOf(folder), name), 'r+'), 'x', 5_000);
    expect(await client.backups.verify({ name })).toEqual({ state: 'damaged' });
    const refused = client.backups.pack({ name, passphrase: null });
    await expect(refused).rejects.toMatchObject({ code: 'BACKUP_REFUSED', data: { reason: 'damaged' } });
  });

  test('of a data file that is damaged is refused, twice, and the damage is said', async () => {
    const folder = makeFolder();
    const { backend } = openTestBackend(folder);
    const { connection } = backend.context;
    connection.pragma('foreign_keys = OFF');
    connection.execute("CREATE TABLE child (id REFERENCES setting (key)); INSERT INTO child VALUES ('nobody')");
    await expect(backend.client.backups.make()).rejects.toMatchObject({
      code: 'BACKUP_FAILED',
      data: { reason: 'damaged' },
    });
    expect(filesIn(backupsOf(folder))).toEqual([]);
    expect(await backend.client.app.state()).toMatchObject({ condition: 'damaged' });
  });
});

describe('by themselves', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('a quarter of an hour after the first change, and on closing if something was written', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const folder = makeFolder();
    const { backend, logged } = openTestBackend(folder, { isBackedUp: true });
    const list = async () => (await backend.client.backups.list()).backups.map(({ reason }) => reason);
    await addPerson(backend);
    vi.advanceTimersByTime(14 * 60_000);
    await addPerson(backend);
    expect(await list()).toEqual([]);
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await expect.poll(list).toEqual(['automatic']);
    await backend.close();
    expect(filesIn(backupsOf(folder)).filter((name) => name.endsWith('.db'))).toHaveLength(1);
    const next = openTestBackend(folder, { isBackedUp: true });
    await addPerson(next.backend);
    await next.backend.close();
    expect(filesIn(backupsOf(folder)).some((name) => name.endsWith(' closing.db'))).toBe(true);
    expect([...logged, ...next.logged]).toEqual([]);
  });

  test('also after the file was found damaged and another one was restored', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { backend } = openTestBackend(makeFolder(), { isBackedUp: true });
    const { events } = backend.context;
    await addPerson(backend);
    events.publish('change', { position: 0, tables: [], isDamaged: true });
    events.publish('change', { position: 0, tables: [], isRestored: true });
    vi.advanceTimersByTime(15 * 60_000);
    vi.useRealTimers();
    await expect
      .poll(async () => (await backend.client.backups.list()).backups)
      .toMatchObject([{ reason: 'automatic' }]);
  });

  test('not where nothing was ever written', async () => {
    const folder = makeFolder();
    await openTestBackend(folder, { isBackedUp: true }).backend.close();
    expect(readdirSync(folder)).not.toContain('backups');
  });

  test('a folder that cannot be written is said, on closing only in the log, and the data file is closed', async () => {
    const folder = makeFolder();
    const { backend, logged } = openTestBackend(folder, { isBackedUp: true });
    await addPerson(backend);
    writeFileSync(backupsOf(folder), 'a file is in the way');
    const refused = backend.client.backups.make();
    await expect(refused).rejects.toMatchObject({ code: 'BACKUP_FAILED', data: { reason: 'folder-unwritable' } });
    await backend.close();
    expect(logged.length).toBeGreaterThan(0);
    expect((await openTestBackend(folder).backend.client.app.check()).integrity).toBe('ok');
  });

  test('an import is preceded by one, and refused without a change where there can be none', async () => {
    const folder = makeFolder();
    const { backend } = openTestBackend(folder, { isBackedUp: true });
    await addPerson(backend);
    const file = new File(['family_latin,given_latin\nIvanova,Anna\n'], 'people.csv');
    const importPeople = async (): Promise<void> => {
      const mapping = ['family_latin' as const, 'given_latin' as const];
      const steps = await backend.client.exchange.import({ kind: 'people', file, mapping, decisions: [] });
      for await (const { type } of steps) expect(type).toMatch(/^(?:progress|result)$/u);
    };
    await importPeople();
    const [backup] = (await backend.client.backups.list()).backups;
    expect(backup?.reason).toBe('before_import');
    expect(familiesIn(join(backupsOf(folder), backup?.name ?? ''))).not.toContain('Ivanova');
    rmSync(backupsOf(folder), { recursive: true });
    writeFileSync(backupsOf(folder), 'a file is in the way');
    const before = dump(backend.context.connection);
    await expect(importPeople()).rejects.toMatchObject({ code: 'BACKUP_FAILED' });
    expect(dump(backend.context.connection)).toEqual(before);
  });
});

describe('the second folder', () => {
  test('gets each backup with its SHA-256; what is removed here is removed there; what others put there stays', async () => {
    const folder = makeFolder();
    const second = makeFolder();
    writeFileSync(join(second, '2020-01-01T00-00-00.000Z asked.db'), 'of another machine');
    const { backend } = openTestBackend(folder);
    const { client, context } = backend;
    await addPerson(backend);
    const first = await client.backups.make();
    await context.backups.setSecondFolder(second);
    const stateOf = async () => (await client.backups.list()).second;
    await expect.poll(stateOf).toMatchObject({ folder: second, problem: null, lastAtMs: expect.any(Number) as number });
    expect(readFileSync(join(second, first.name))).toEqual(readFileSync(join(backupsOf(folder), first.name)));
    expect(readFileSync(join(second, `${first.name}.sha256`))).toEqual(
      readFileSync(join(backupsOf(folder), `${first.name}.sha256`)),
    );

    // The stick is not there: the backup is made all the same.
    const away = `${second}-away`;
    execFileSync('mv', [second, away]);
    await addPerson(backend);
    const next = await client.backups.make();
    await expect.poll(stateOf).toMatchObject({ problem: 'unreachable' });
    await client.backups.remove({ names: [first.name] });
    execFileSync('mv', [away, second]);
    // The same one, as nothing was written since: it is copied now.
    expect(await client.backups.make()).toEqual(next);
    await expect
      .poll(() => readdirSync(second).sort())
      .toEqual(['2020-01-01T00-00-00.000Z asked.db', next.name, `${next.name}.sha256`]);

    // Chosen once more, what was put there is still known to be ours.
    await addPerson(backend);
    const third = await client.backups.make();
    const held = (): string[] => readdirSync(second).filter((name) => name.endsWith(' asked.db'));
    await expect.poll(held).toHaveLength(3);
    await context.backups.setSecondFolder(second);
    await client.backups.remove({ names: [next.name] });
    await expect.poll(held).toEqual(['2020-01-01T00-00-00.000Z asked.db', third.name]);

    // What cannot be listed here is not gone, so it stays there.
    execFileSync('mv', [backupsOf(folder), `${folder}-away`]);
    await context.backups.remove([]);

    // It is remembered in the next run, and forgotten when asked to.
    await backend.close();
    expect(held()).toContain(third.name);
    execFileSync('mv', [`${folder}-away`, backupsOf(folder)]);
    const later = openTestBackend(folder).backend;
    expect((await later.client.backups.list()).second).toMatchObject({ folder: second });
    await later.context.backups.setSecondFolder(null);
    expect((await later.client.backups.list()).second).toBeNull();
    expect(readdirSync(second)).toContain(third.name);
  });

  test('may be none that is not there, is relative, no folder, or lies in the data folder, also by a link', async () => {
    const folder = makeFolder();
    const { context } = openTestBackend(folder).backend;
    const link = join(makeFolder(), 'link');
    symlinkSync(folder, link);
    mkdirSync(join(folder, 'inside'));
    for (const unfit of [
      'backups',
      join(folder, 'nowhere'),
      folder,
      join(folder, 'inside'),
      link,
      join(folder, 'trilogue.db'),
    ]) {
      await expect(context.backups.setSecondFolder(unfit), unfit).rejects.toThrow(BackupFailed);
    }
    expect((await context.backups.list()).second).toBeNull();
  });
});

describe('a backup that leaves the laptop', () => {
  const fetchPacked = async (
    { client }: Backend,
    passphrase: string | null,
  ): Promise<{ name: string; bytes: Buffer }> => {
    const packed = await client.backups.pack({ name: null, passphrase });
    const file = await client.backups.download({ id: packed.id });
    const bytes = Buffer.from(await file.arrayBuffer());
    expect([file.name, bytes.length]).toEqual([packed.name, packed.sizeBytes]);
    await expect(client.backups.download({ id: packed.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    return { name: packed.name, bytes };
  };

  test('is a zip that says the SHA-256 of all of itself, with a text in three languages', async () => {
    const folder = makeFolder();
    const { backend } = openTestBackend(folder);
    await addPerson(backend);
    const { name, bytes } = await fetchPacked(backend, null);
    expect(name).toMatch(/^Trilogue \d{4}-\d\d-\d\d \d\d-\d\d\.zip$/u);
    const comment = 'trilogue-backup sha256:';
    const end = bytes.length - comment.length - 64;
    const sha256 = createHash('sha256').update(bytes.subarray(0, end)).digest('hex');
    expect(bytes.subarray(end).toString()).toBe(`${comment}${sha256}`);
    const files = new Map((await readZip(bytes)).map((entry) => [entry.path, entry.bytes]));
    expect([...files.keys()]).toEqual(['READ ME.txt', 'SHA256SUMS', 'trilogue.db']);
    const [made] = (await backend.client.backups.list()).backups;
    expect(files.get('trilogue.db')).toEqual(readFileSync(join(backupsOf(folder), made?.name ?? '')));
    const readMe = files.get('READ ME.txt')?.toString() ?? '';
    for (const words of ['This archive is a backup', 'резервная копия Trilogue', '本压缩包是 Trilogue 的备份']) {
      expect(readMe).toContain(words);
    }
    if (!hasTool('unzip', ['-v'])) return;
    const out = makeFolder();
    writeFileSync(join(out, name), bytes);
    execFileSync('unzip', ['-q', name], { cwd: out });
    if (hasTool('sha256sum')) execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: out });
  });

  test('with a passphrase is that zip as an age file, for nobody else', async () => {
    const { backend } = openTestBackend();
    await addPerson(backend);
    const passphrase = 'три слова и ещё одно 四个词';
    const { name, bytes } = await fetchPacked(backend, passphrase);
    expect(name).toMatch(/\.zip\.age$/u);
    expect(bytes.toString('latin1', 0, 60)).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S{22}/u);
    expect(bytes.toString('latin1', 0, 80).split('\n')[1]?.endsWith(' 18')).toBe(true);
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const zip = Buffer.from(await decrypter.decrypt(bytes));
    expect((await readZip(zip)).map(({ path }) => path)).toContain('trilogue.db');
    expect(bytes.includes('SQLite format 3')).toBe(false);
  });

  test('waits where the next start removes it', async () => {
    const folder = makeFolder();
    const { backend } = openTestBackend(folder);
    await backend.client.backups.pack({ name: null, passphrase: null });
    expect(readdirSync(join(folder, 'packed'))).toHaveLength(1);
    await backend.close();
    openTestBackend(folder);
    expect(readdirSync(folder)).not.toContain('packed');
  });
});
