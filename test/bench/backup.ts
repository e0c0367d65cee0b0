import { createHash, randomBytes } from 'node:crypto';
import { closeSync, copyFileSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Backend, openBackend } from '../../electron/backend.ts';
import { readSidecar } from '../../electron/db/backups/folder.ts';
import { openConnection } from '../../electron/db/connection.ts';
import { migrate } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations/index.ts';
import { callStoreWorker } from '../../electron/db/worker/call.ts';
import { forkHelper } from '../../electron/helper-process.ts';
import { createLog } from '../../electron/log.ts';
import { projectFolder } from '../support/project-folder.ts';
import { makePerson } from '../support/records.ts';
import { type Line, median, ratioLine } from './statistics.ts';

const megabytes = 200;
const journalMegabytes = 64;
const rounds = 3;
const mostDelayMs = 200;

/**
 * A backup of 200 MB against the same bare steps (copy, check, hash, sync), and how long a change waits meanwhile; the check
 * before a restore; the start after a crash.
 */
export async function benchBackup(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const backend = openBench(join(folder, 'app'));
  const { client, context } = backend;
  fill((text, ...content) => context.connection.sql(text, ...content));
  const bare = new Database(join(folder, 'bare.db'));
  bare.pragma('journal_mode = WAL');
  fill((text, ...content) => bare.prepare(text).run(...content));
  const ours: number[] = [];
  const baseline: number[] = [];
  const delays: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await client.people.create(makePerson());
    ours.push(await measure(() => client.backups.make()));
    baseline.push(await measure(() => makeBare(bare, join(folder, 'copy.db'))));
    rmSync(join(folder, 'copy.db'));
    delays.push(await typeDuring(client, () => client.backups.make()));
  }
  const checks = await measureChecks(context, join(folder, 'staged.db'));
  bare.close();
  await backend.close();
  const starts = await measureStart(folder);
  rmSync(folder, { recursive: true, force: true });
  const worst = median(delays);
  return [
    ratioLine('a backup of 200 MB', median(ours), median(baseline), 'ms', 1.5),
    {
      name: 'the slowest change while it is made',
      value: `${worst.toFixed(0)} ms`,
      goal: `≤ ${String(mostDelayMs)} ms`,
      isMet: worst <= mostDelayMs,
    },
    ratioLine(
      'a backup of 200 MB, checked before it is restored',
      median(checks.ours),
      median(checks.baseline),
      'ms',
      3,
    ),
    starts,
  ];
}

/** What is done to a backup before anybody is asked whether to restore it, against SQLite's own check of the same file. */
async function measureChecks({ backups, startHelper }: Backend['context'], out: string) {
  const path = backups.find((await backups.keep('asked')).name) ?? '';
  const sha256 = (await readSidecar(path)) ?? null;
  const ours: number[] = [];
  const baseline: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(
      await measure(() => callStoreWorker(startHelper, { kind: 'stage', path, out, sha256, passphrase: null })),
    );
    rmSync(out);
    const copy = new Database(path, { readonly: true });
    baseline.push(await measure(() => Promise.resolve(copy.pragma('integrity_check'))));
    copy.close();
  }
  return { ours, baseline };
}

/** How long the first answer takes where the power failed with 64 MB of journal that nobody has folded in. */
async function measureStart(folder: string): Promise<Line> {
  const [cut, crashed, again] = ['cut', 'crashed', 'again'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const connection = openConnection(cut);
  migrate(connection, cut, migrations);
  connection.pragma('wal_autocheckpoint = 0');
  connection.execute('CREATE TABLE filler (content BLOB)');
  for (let count = 0; count < journalMegabytes; count++) {
    connection.sql('INSERT INTO filler VALUES (?)', randomBytes(1024 * 1024));
  }
  for (const copy of [crashed, again]) {
    mkdirSync(copy);
    for (const name of ['trilogue.db', 'trilogue.db-wal']) copyFileSync(join(cut, name), join(copy, name));
  }
  connection.close();
  const bareMs = await measure(() => {
    const database = new Database(join(again, 'trilogue.db'));
    database.prepare('SELECT count(*) FROM filler').get();
    database.close();
    return Promise.resolve();
  });
  let opened: Backend | undefined;
  const ourMs = await measure(async () => {
    opened = openBench(crashed);
    await opened.client.people.list();
  });
  await opened?.close();
  return {
    name: 'the first answer after a crash with a journal of 64 MB',
    value: `${ourMs.toFixed(0)} ms (SQLite opens, reads and closes it in ${bareMs.toFixed(0)} ms)`,
    goal: 'reported',
    isMet: true,
  };
}

function openBench(dataFolder: string): Backend {
  return openBackend({
    isBackedUp: false,
    dataFolder,
    startHelper: (entry) => forkHelper(join(projectFolder, 'dist', entry, 'index.js')),
    assets: { fontFiles: [], templateFolder: '' },
    log: createLog((line) => process.stderr.write(`${line}\n`)),
  });
}

/** Half of it files, half of it rows with their index. */
function fill(run: (text: string, ...content: Buffer[]) => void): void {
  run('CREATE TABLE filler (content BLOB)');
  for (let count = 0; count < megabytes / 2; count++) run('INSERT INTO filler VALUES (?)', randomBytes(1024 * 1024));
  run('CREATE TABLE row_filler (id TEXT PRIMARY KEY, content TEXT)');
  run(`INSERT INTO row_filler WITH RECURSIVE number (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM number LIMIT 300000)
    SELECT hex(randomblob(16)), hex(randomblob(100)) FROM number`);
}

async function measure(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

async function makeBare(database: Database.Database, path: string): Promise<void> {
  await database.backup(path);
  const copy = new Database(path);
  copy.pragma('journal_mode = DELETE');
  copy.pragma('integrity_check');
  copy.pragma('foreign_key_check');
  copy.close();
  createHash('sha256').update(readFileSync(path)).digest('hex');
  const descriptor = openSync(path, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** The longest that a change took from its key to its answer, one every 10 ms. */
async function typeDuring(client: Backend['client'], work: () => Promise<unknown>): Promise<number> {
  await client.people.create(makePerson());
  const state = { isDone: false };
  const working = work().finally(() => (state.isDone = true));
  let longest = 0;
  while (!state.isDone) {
    const dueMs = performance.now() + 10;
    await new Promise((resolve) => setTimeout(resolve, 10));
    await client.people.create(makePerson());
    longest = Math.max(longest, performance.now() - dueMs);
  }
  await working;
  return longest;
}
