import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Connection, openConnection, openCopy } from '../../electron/db/connection.ts';
import { applyMigrations, migrate } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations/index.ts';
import { StoreError } from '../../electron/db/store-error.ts';
import { makeFolder, makeSharedFolder, openTestBackend } from '../support/backend.ts';
import { projectFolder } from '../support/project-folder.ts';
import { dumpAll, writeReleased } from '../support/released-files.ts';
import { seeded, seedOf } from '../support/seeded.ts';
import { splitStatements } from '../support/split-statements.ts';
import { isFull, reportTrials } from '../support/trials.ts';

const longMs = 600_000;
const released = makeSharedFolder();
const statements = migrations.map(splitStatements);
/** All that a migration can start from. */
const versions = migrations.slice(1).map((_script, index) => index + 1);

/** Folders as each released version left them, with the sample meetings in them; made once. */
async function prepare(): Promise<void> {
  if (readdirSync(released).length > 0) return;
  const { backend } = openTestBackend();
  await backend.client.records.loadSample();
  for (const version of versions) {
    writeReleased(join(released, String(version)), version, backend.context.connection);
  }
}

function takeReleased(version: number): string {
  const folder = makeFolder();
  cpSync(join(released, String(version)), folder, { recursive: true });
  return folder;
}

function open(folder: string): Connection {
  const connection = openConnection(folder);
  onTestFinished(() => {
    connection.close();
  });
  return connection;
}

/** Every table, index and row: what a step that fails must leave as it was. */
const stateOf = (connection: Connection): unknown => ({
  version: connection.pragma('user_version'),
  schema: connection.sql('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name'),
  rows: dumpAll(connection),
});

const reached = new Map<string, unknown>();

/** What the file must be at a version, by the steps up to it. */
function reach(from: number, to: number): unknown {
  const name = `${String(from)} to ${String(to)}`;
  if (!reached.has(name)) {
    const connection = open(takeReleased(from));
    applyMigrations(connection, migrations.slice(0, to));
    reached.set(name, stateOf(connection));
  }
  return reached.get(name);
}

/** Some of them in short, all of them in full. */
function sample<One>(all: readonly One[], count: number, random: () => number): One[] {
  if (isFull) return [...all];
  return Array.from({ length: count }, () => all[Math.floor(random() * all.length)]).filter((one) => one !== undefined);
}

test(
  'a migration that fails at any of its statements leaves the file as it was, with a backup from before',
  async () => {
    await prepare();
    const seed = seedOf();
    const random = seeded(seed);
    let trials = 0;
    for (const version of versions) {
      const folder = takeReleased(version);
      const connection = open(folder);
      const before = stateOf(connection);
      const steps = statements[version] ?? [];
      const places = sample([...steps.keys()], 2, random);
      for (const place of places) {
        const cut = [...steps.slice(0, place), 'INSERT INTO nowhere VALUES (1)'].join(';\n');
        const broken = [...migrations.slice(0, version), cut];
        const where = `version ${String(version)}, statement ${String(place)}, seed ${String(seed)}`;
        expect(() => {
          migrate(connection, folder, broken);
        }, where).toThrow(/nowhere/u);
        expect(stateOf(connection), where).toEqual(before);
      }
      const kept = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('before_migration.db'));
      expect(kept).toHaveLength(1);
      const backup = openCopy(join(folder, 'backups', kept[0] ?? ''), { isReadOnly: true });
      expect(stateOf(backup)).toEqual(before);
      backup.close();
      migrate(connection, folder, migrations);
      expect(stateOf(connection)).toEqual(reach(version, migrations.length));
      expect(connection.pragma('integrity_check')).toBe('ok');
      trials += places.length;
    }
    reportTrials('P10', trials, `of ${String(statements.slice(1).flat().length)} statements`);
  },
  longMs,
);

test(
  'a program that is killed between two statements leaves one version or the next, and the next start goes on',
  async (context) => {
    if (process.platform === 'win32') context.skip('no kill -9');
    await prepare();
    const seed = seedOf();
    const random = seeded(seed);
    const all = versions.flatMap((version) => {
      const count = statements.slice(version).flat().length;
      return Array.from({ length: count }, (_one, after) => ({ version, after }));
    });
    // In full each statement of each step once, from where that step starts.
    const own = all.filter(({ version, after }) => after < (statements[version]?.length ?? 0));
    const chosen = isFull ? own : sample(all, 2, random);
    for (const { version, after } of chosen) {
      const folder = takeReleased(version);
      await killAfter(folder, after);
      const where = `version ${String(version)}, after ${String(after)}, seed ${String(seed)}`;
      const connection = open(folder);
      const reached = Number(connection.pragma('user_version'));
      expect(stateOf(connection), where).toEqual(reach(version, reached));
      expect(connection.pragma('integrity_check'), where).toBe('ok');
      migrate(connection, folder, migrations);
      expect(stateOf(connection), where).toEqual(reach(version, migrations.length));
    }
    reportTrials('P10', chosen.length, 'kills');
  },
  longMs,
);

/** Migrates in a process of its own, which ends itself with SIGKILL after so many statements. */
async function killAfter(folder: string, after: number): Promise<void> {
  const source = (path: string): string => JSON.stringify(join(projectFolder, path));
  const script = `
    import Database from 'better-sqlite3';
    import { openConnection } from ${source('electron/db/connection.ts')};
    import { migrate } from ${source('electron/db/migrate.ts')};
    import { migrations } from ${source('electron/db/migrations/index.ts')};
    import { splitStatements } from ${source('test/support/split-statements.ts')};
    const connection = openConnection(process.argv[1]);
    const { exec } = Database.prototype;
    let left = Number(process.argv[2]);
    Database.prototype.exec = function (text) {
      for (const statement of splitStatements(text)) {
        if (left === 0) process.kill(process.pid, 'SIGKILL');
        left -= 1;
        exec.call(this, statement);
      }
    };
    migrate(connection, process.argv[1], migrations);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder, String(after)], {
    cwd: projectFolder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect({ signal, said }).toEqual({ signal: 'SIGKILL', said: '' });
}

test(
  'a disk that fills up at any page of a migration leaves the file as it was, and it goes on when there is room',
  async () => {
    await prepare();
    let trials = 0;
    for (const version of isFull ? versions : [3]) {
      const folder = takeReleased(version);
      const connection = open(folder);
      const before = stateOf(connection);
      const pages = Number(connection.pragma('page_count'));
      const step = isFull ? 1 : 8;
      for (let room = 0; ; room += step) {
        connection.pragma(`max_page_count = ${String(pages + room)}`);
        const code = codeOf(() => {
          migrate(connection, folder, migrations.slice(0, version + 1));
        });
        if (code === null) break;
        expect(code, `${String(room)} pages`).toBe('disk-full');
        expect(stateOf(connection), `${String(room)} pages`).toEqual(before);
        trials += 1;
      }
      expect(stateOf(connection)).toEqual(reach(version, version + 1));
    }
    expect(trials).toBeGreaterThan(0);
    reportTrials('P10', trials, 'disks of every size');
  },
  longMs,
);

function codeOf(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return StoreError.from(error, '').code;
  }
}

test('without a backup from before there is no migration', async () => {
  await prepare();
  const folder = takeReleased(5);
  // A file in the place of the folder takes no backup, whoever asks.
  writeFileSync(join(folder, 'backups'), '');
  const before = readFileSync(join(folder, 'trilogue.db'));
  expect(codeOf(() => openTestBackend(folder))).toBe('folder-unwritable');
  expect(readFileSync(join(folder, 'trilogue.db')).equals(before)).toBe(true);
  rmSync(join(folder, 'backups'));
  const { client } = openTestBackend(folder).backend;
  expect(await client.app.check()).toMatchObject({ integrity: 'ok', schemaVersion: migrations.length });
  reportTrials('P10', 1);
});
