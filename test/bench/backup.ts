import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Backend, openBackend } from '../../electron/backend.ts';
import { forkHelper } from '../../electron/helper-process.ts';
import { createLog } from '../../electron/log.ts';
import { projectFolder } from '../support/project-folder.ts';
import { makePerson } from '../support/records.ts';
import { type Line, median, ratioLine } from './statistics.ts';

const megabytes = 200;
const rounds = 3;
const mostDelayMs = 200;

/** A backup of 200 MB against the same bare steps (copy, check, hash, sync), and how long a change waits meanwhile. */
export async function benchBackup(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const backend = openBackend({
    isBackedUp: false,
    dataFolder: join(folder, 'app'),
    startHelper: (entry) => forkHelper(join(projectFolder, 'dist', entry, 'index.js')),
    assets: { fontFiles: [], templateFolder: '' },
    log: createLog((line) => process.stderr.write(`${line}\n`)),
  });
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
  bare.close();
  await backend.close();
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
  ];
}

function fill(run: (text: string, ...content: Buffer[]) => void): void {
  run('CREATE TABLE filler (content BLOB)');
  for (let count = 0; count < megabytes; count++) run('INSERT INTO filler VALUES (?)', randomBytes(1024 * 1024));
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
