import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openConnection } from '../../electron/db/connection.ts';
import { migrate } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations/index.ts';
import { StoreError } from '../../electron/db/store-error.ts';
import { makeFolder, openTestBackend } from '../support/backend.ts';
import { makePerson } from '../support/records.ts';
import { projectFolder } from '../support/project-folder.ts';

/** One line is added with each released migration, and none is ever changed. */
const releasedHashes = [
  '8b8293f9aacea412346a3ad3c3bcc2a8e4f0de7f6c410556ca07814d426172ca',
  '364c7a4e8f3de6a51994cf54d7eb57dc2302c56fff641dd04b74bf57ecadd48d',
  'e34389de89a0aadbb5b9d10596f01fac1be3f6ce6e33b354b15d0aaa6994723a',
  '7e9f957c08da70c3a53b0173060d474394ccfb4a50ca973bbe7c529c1a44fa2c',
  '119be963bbc64dde14be1d308a0e1901e9fe6c5fc0fc139f2a95c3256f6c852a',
  '9a0f9b9f1c0dd5499557de9aa68d9fb077c3de6b36f4e25de7cc9f6ee4495c6e',
  'f0105f6d872af83398abdd32b7a394e0cba676827e46042a466620430fcb470d',
];

const databaseFile = (folder: string): string => join(folder, 'trilogue.db');

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof StoreError ? error.code : String(error);
  }
  return 'opened';
};

const openMigrated = (folder: string) => {
  const connection = openConnection(folder);
  onTestFinished(() => {
    connection.close();
  });
  migrate(connection, folder, migrations);
  return connection;
};

describe('the connection', () => {
  test('is FULL-synchronous after a write and after a reopen', async () => {
    const folder = makeFolder();
    const { backend } = openTestBackend(folder);
    await backend.client.people.create(makePerson());
    expect(await backend.client.app.check()).toMatchObject({ integrity: 'ok', synchronous: 2, journalMode: 'wal' });
    await backend.close();
    const reopened = openMigrated(folder);
    const settings = [
      'synchronous',
      'locking_mode',
      'foreign_keys',
      'trusted_schema',
      'secure_delete',
      'cell_size_check',
      'fullfsync',
    ];
    expect(settings.map((name) => reopened.pragma(name))).toEqual([2, 'exclusive', 1, 0, 1, 1, 1]);
    const [{ version } = { version: '' }] = reopened.sql<{ version: string }>('SELECT sqlite_version() AS version');
    // The WAL-reset corruption was fixed in 3.51.3 (sqlite.org/changes.html).
    expect(version.localeCompare('3.51.3', 'en', { numeric: true })).toBeGreaterThan(-1);
  });

  test('keeps a second process out, also before the first write', async () => {
    const folder = makeFolder();
    openMigrated(folder);
    const script = `
      import { openConnection } from '${join(projectFolder, 'electron/db/connection.ts')}';
      try { openConnection(${JSON.stringify(folder)}); console.log('opened') } catch (error) { console.log(error.code) }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await once(child, 'close');
    expect(output.trim()).toBe('folder-in-use');
  });

  test.each([
    [
      'a text file',
      Buffer.from('not a database, but longer than the hundred bytes of a header: '.repeat(3)),
      'not-sqlite',
    ],
    ['a torn header', Buffer.from('SQLite format 3'), 'damaged'],
  ])('refuses %s and leaves it as it is', (_name, bytes, code) => {
    const folder = makeFolder();
    writeFileSync(databaseFile(folder), bytes);
    expect(codeOf(() => openConnection(folder))).toBe(code);
    expect(readFileSync(databaseFile(folder))).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(['trilogue.db']);
  });

  test('refuses a database of another program', () => {
    const folder = makeFolder();
    const foreign = new Database(databaseFile(folder));
    foreign.exec('PRAGMA user_version = 7; CREATE TABLE bookmark (id INTEGER)');
    foreign.close();
    const before = readFileSync(databaseFile(folder));
    expect(codeOf(() => openConnection(folder))).toBe('not-ours');
    expect(readFileSync(databaseFile(folder))).toEqual(before);
  });

  test('refuses a newer version and leaves every byte', () => {
    const folder = makeFolder();
    const connection = openMigrated(folder);
    connection.pragma(`user_version = ${String(migrations.length + 1)}`);
    connection.close();
    const before = readFileSync(databaseFile(folder));
    expect(codeOf(() => openMigrated(folder))).toBe('newer-version');
    expect(readFileSync(databaseFile(folder))).toEqual(before);
  });

  test('says that a folder cannot be made or written', () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(codeOf(() => openConnection(join(folder, 'file', 'data')))).toBe('folder-unwritable');
  });

  test('says that a read-only folder cannot be written', (context) => {
    if (process.platform === 'win32') context.skip('Windows has no such permission on folders');
    if (process.getuid?.() === 0) context.skip('root may write anywhere');
    const folder = join(makeFolder(), 'read-only');
    mkdirSync(folder, { mode: 0o500 });
    onTestFinished(() => {
      chmodSync(folder, 0o700);
    });
    expect(codeOf(() => openConnection(folder))).toBe('folder-unwritable');
  });
});

describe('migrations', () => {
  test('a step that fails leaves the version and no half of itself, and a copy from before', () => {
    const folder = makeFolder();
    const connection = openMigrated(folder);
    connection.sql("INSERT INTO setting (key, value) VALUES ('theme', '\"dark\"')");
    const broken = [...migrations, 'CREATE TABLE half (id TEXT); INSERT INTO nowhere VALUES (1);'];
    expect(() => {
      migrate(connection, folder, broken);
    }).toThrow(/nowhere/u);
    expect(connection.pragma('user_version')).toBe(migrations.length);
    expect(connection.sql("SELECT name FROM sqlite_master WHERE name = 'half'")).toEqual([]);
    const [name = ''] = readdirSync(join(folder, 'backups')).filter((one) => one.endsWith(' before_migration.db'));
    const copy = join(folder, 'backups', name);
    const kept = new Database(copy, { readonly: true });
    onTestFinished(() => {
      kept.close();
    });
    expect(kept.prepare('SELECT value FROM setting').get()).toEqual({ value: '"dark"' });
    migrate(connection, folder, [...migrations, 'CREATE TABLE whole (id TEXT)']);
    expect(connection.pragma('user_version')).toBe(migrations.length + 1);
  });

  test('a released migration is never edited', () => {
    const hashes = migrations.map((script) => createHash('sha256').update(script).digest('hex'));
    expect(hashes).toEqual(releasedHashes);
  });

  test('each migration has its file, and each after the first its own test', () => {
    const files = readdirSync(join(projectFolder, 'electron/db/migrations'))
      .filter((name) => /^\d{4}-/u.test(name))
      .sort();
    expect(files).toHaveLength(migrations.length);
    for (const file of files.slice(1)) {
      expect(existsSync(join(projectFolder, 'test/db/migrations', file.replace('.ts', '.test.ts'))), file).toBe(true);
    }
  });
});
