import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Backup, backupReasons } from '#shared/contract/backups.ts';
import { openConnection } from '../../electron/db/connection.ts';
import { nameBackup } from '../../electron/db/backups/naming.ts';
import { listOutdated } from '../../electron/db/backups/retention.ts';
import { findBadBackups } from '../support/backup-files.ts';
import { makeFolder, openTestBackend } from '../support/backend.ts';
import { projectFolder } from '../support/project-folder.ts';
import { makePerson } from '../support/records.ts';
import { seeded, seedOf } from '../support/seeded.ts';
import { startStore } from '../support/store-client.ts';
import { hasTool } from '../support/tools.ts';
import { isFull, reportTrials, trialCount } from '../support/trials.ts';

/*
 * Promise: a file under the name of a backup is a whole one, whatever cuts its making off; a disk that is full leaves the
 * older ones as they are; what is no longer kept is what the rule says, however the clock jumps.
 */
let trials = 0;
const notes: string[] = [];
afterAll(() => {
  reportTrials('P6', trials, notes.join('; '));
});

const backupsOf = (folder: string): string => join(folder, 'backups');

/** A data file of so many megabytes, and how long a backup of it takes here and now. */
async function fillFolder(megabytes = 20): Promise<{ folder: string; backupMs: number }> {
  const folder = makeFolder();
  const { backend } = openTestBackend(folder);
  const { connection } = backend.context;
  await backend.client.people.create(makePerson());
  connection.execute('CREATE TABLE filler (content BLOB)');
  for (let count = 0; count < megabytes; count++) connection.sql('INSERT INTO filler VALUES (randomblob(1000000))');
  const startedMs = performance.now();
  await backend.client.backups.make();
  const backupMs = performance.now() - startedMs;
  await backend.close();
  rmSync(backupsOf(folder), { recursive: true });
  return { folder, backupMs };
}

describe('a kill while a backup is made', () => {
  /** In a process group of its own, so that the helper can be killed with it, as by a power cut. */
  const killDuringBackup = async (folder: string, delayMs: number, kills: 'all' | 'parent'): Promise<number> => {
    const words = [join(projectFolder, 'test/support/store-process.ts'), folder];
    const child = spawn(process.execPath, words, { detached: true, stdio: ['pipe', 'pipe', 'ignore'] });
    const closed = once(child, 'exit');
    child.stdin.on('error', () => undefined);
    const call = (path: string[], input?: unknown): void => {
      child.stdin.write(`${JSON.stringify({ path, input })}\n`);
    };
    let answers = 0;
    const answered = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        answers += chunk.toString().split('"kind":"answer"').length - 1;
        if (answers > 0) resolve();
      });
    });
    call(['people', 'create'], makePerson());
    call(['backups', 'make']);
    await answered;
    await wait(delayMs);
    const pid = child.pid ?? 0;
    process.kill(kills === 'all' ? -pid : pid, 'SIGKILL');
    await closed;
    return pid;
  };

  /** Whether anybody of its process group is still there, as a helper whose parent was killed. */
  const isAlive = (group: number): boolean => {
    try {
      return process.kill(-group, 0);
    } catch {
      return false;
    }
  };

  test('leaves no bad file under a final name, and the next run sweeps what is left', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no process groups to kill');
    const { folder, backupMs } = await fillFolder(5);
    const seed = seedOf();
    const random = seeded(seed);
    const count = trialCount(3, 200);
    let unfinished = 0;
    let group = 0;
    for (let trial = 0; trial < count; trial++) {
      // Some kills come when it is done.
      group = await killDuringBackup(folder, random() * backupMs * 1.1, trial % 3 === 2 ? 'parent' : 'all');
      expect(findBadBackups(backupsOf(folder)), `seed ${String(seed)}, trial ${String(trial)}`).toEqual([]);
      if (existsSync(backupsOf(folder))) {
        unfinished += readdirSync(backupsOf(folder)).some((name) => name.endsWith('.part')) ? 1 : 0;
      }
      // The one of the beginning and those that were acknowledged before the blows.
      const connection = openConnection(folder);
      const [people] = connection.sql<{ count: number }>('SELECT count(*) AS count FROM person');
      connection.close();
      expect(people?.count, `seed ${String(seed)}, trial ${String(trial)}`).toBe(trial + 2);
      trials++;
    }
    reportTrials('P2', count, 'while a backup is made');
    notes.push(`${String(unfinished)} of ${String(count)} kills came upon an unfinished backup`);
    if (isFull) expect(unfinished).toBeGreaterThan(count / 5);
    // A helper that has lost its parent brings what it does to its end.
    await expect.poll(() => isAlive(group), { timeout: 10_000 }).toBe(false);
    const { backend } = openTestBackend(folder);
    const left = readdirSync(backupsOf(folder)).filter((name) => !/\.db(?:\.sha256)?$|^state\.json$/u.test(name));
    expect(left).toEqual([]);
    const made = await backend.client.backups.make();
    expect(await backend.client.backups.verify({ name: made.name })).toEqual({ state: 'sound' });
    // 200 starts of a process of its own.
  }, 900_000);
});

describe('a full disk while a backup is made', () => {
  test('by a limit for files: is said, leaves the older backups, and the next one succeeds', async ({ skip }) => {
    skip(!hasTool('prlimit'), 'needs prlimit (Linux)');
    const { folder } = await fillFolder();
    const store = await startStore(folder);
    onTestFinished(() => store.kill());
    await store.call('people.create', makePerson());
    const { result } = (await store.call('backups.make')) as { result: Backup };
    const sizes = [100_000, 5_000_000, result.sizeBytes - 4_096];
    for (const bytes of sizes) {
      await store.call('people.create', makePerson());
      store.limit(bytes);
      expect(await store.call('backups.make')).toMatchObject({ code: 'BACKUP_FAILED', data: { reason: 'disk-full' } });
      store.limit(null);
      expect(readdirSync(backupsOf(folder)).sort()).toEqual([result.name, `${result.name}.sha256`, 'state.json']);
      expect(findBadBackups(backupsOf(folder))).toEqual([]);
      trials++;
    }
    expect(await store.call('backups.make')).toMatchObject({ result: { reason: 'asked' } });
    expect(readdirSync(backupsOf(folder)).filter((name) => name.endsWith('.db'))).toHaveLength(2);
  });

  test('on a small disk: the same, also where only the second folder is full', async ({ skip }) => {
    const disk = makeFolder();
    const mounts =
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=30m', 'tmpfs', disk], { stdio: 'ignore' }).status === 0;
    skip(!mounts, 'needs to mount a tmpfs (Linux, root)');
    onTestFinished(() => void spawnSync('umount', [disk]));
    const { folder: data } = await fillFolder();
    const folder = join(disk, 'data');
    cpSync(data, folder, { recursive: true });
    const { client, context } = openTestBackend(folder).backend;
    await expect(client.backups.make()).rejects.toMatchObject({ code: 'BACKUP_FAILED', data: { reason: 'disk-full' } });
    expect(readdirSync(backupsOf(folder))).toEqual([]);
    expect((await client.app.check()).integrity).toBe('ok');
    trials++;

    const other = openTestBackend(data).backend;
    const second = join(disk, 'second');
    mkdirSync(second);
    await other.context.backups.setSecondFolder(second);
    const made = await other.client.backups.make();
    expect(statSync(join(backupsOf(data), made.name)).size).toBe(made.sizeBytes);
    await expect.poll(async () => (await other.client.backups.list()).second).toMatchObject({ problem: 'disk-full' });
    expect(readdirSync(second)).toEqual([]);
    trials++;
    await other.close();
    await context.backups.close();
  });
});

describe('of a data file that is damaged', () => {
  const damages = {
    'a row that its table forbids': `CREATE TABLE positive (number CHECK (number > 0)); PRAGMA ignore_check_constraints = ON;
      INSERT INTO positive VALUES (-1); PRAGMA ignore_check_constraints = OFF`,
    'a reference that leads nowhere': `PRAGMA foreign_keys = OFF;
      CREATE TABLE child (id REFERENCES setting (key)); INSERT INTO child VALUES ('nobody'); PRAGMA foreign_keys = ON`,
  };

  test.each(Object.entries(damages))('none is made: %s', async (_name, damage) => {
    const folder = makeFolder();
    const { client, context } = openTestBackend(folder).backend;
    const sound = await client.backups.make();
    context.connection.execute(damage);
    await client.people.create(makePerson());
    await expect(client.backups.make()).rejects.toMatchObject({ code: 'BACKUP_FAILED', data: { reason: 'damaged' } });
    const left = readdirSync(backupsOf(folder)).filter((name) => name.includes('.db'));
    expect(left.sort()).toEqual([sound.name, `${sound.name}.sha256`]);
    trials++;
  });
});

describe('which backups are kept', () => {
  const dayMs = 86_400_000;
  const at = (atMs: number, reason: Backup['reason'] = 'automatic'): Backup => ({
    name: nameBackup(atMs, reason),
    atMs,
    sizeBytes: 1,
    reason,
  });
  const dayOf = (ms: number): string => new Date(ms).toDateString();
  const monthOf = (ms: number): string => `${String(new Date(ms).getFullYear())} ${String(new Date(ms).getMonth())}`;
  /** As the program does it: after each backup, with what is there and the clock as it stands. */
  const prune = (backups: Backup[], nowMs: number): Backup[] => {
    const outdated = new Set(listOutdated(backups, nowMs));
    return backups.filter(({ name }) => !outdated.has(name));
  };

  test('three of today, one a day for fourteen days, one a month for twelve, and what came before an import', () => {
    const start = new Date(2025, 10, 21, 9).getTime();
    let kept: Backup[] = [at(start - 1, 'before_import'), at(start - 2, 'before_restore')];
    let nowMs = start;
    for (let day = 0; day <= 365; day++) {
      for (let quarter = 0; quarter < 8; quarter++) {
        nowMs = start + day * dayMs + quarter * 900_000;
        kept = prune([...kept, at(nowMs)], nowMs);
      }
    }
    const automatic = kept.filter(({ reason }) => reason === 'automatic');
    expect(automatic.filter(({ atMs }) => dayOf(atMs) === dayOf(nowMs))).toHaveLength(3);
    const days = Array.from({ length: 14 }, (_, index) => dayOf(nowMs - index * dayMs));
    expect(days.filter((day) => !automatic.some(({ atMs }) => dayOf(atMs) === day))).toEqual([]);
    expect(new Set(automatic.map(({ atMs }) => monthOf(atMs))).size).toBe(12);
    expect(automatic.length).toBeLessThanOrEqual(3 + 13 + 11);
    expect(kept.filter(({ reason }) => reason.startsWith('before_'))).toHaveLength(2);
  });

  const moment = fc.integer({ min: 0, max: 400 * 96 }).map((quarter) => Date.UTC(2025, 9, 1) + quarter * 900_000);
  const some = fc
    .uniqueArray(fc.record({ atMs: moment, reason: fc.constantFrom(...backupReasons) }), {
      selector: ({ atMs }) => atMs,
      maxLength: 120,
    })
    .map((list) => list.map(({ atMs, reason }) => at(atMs, reason)));

  test('whatever there is: nothing goes that must stay, and a clock that jumps takes nothing along', () => {
    const numRuns = trialCount(200, 20_000);
    fc.assert(
      fc.property(some, moment, (backups, nowMs) => {
        const kept = prune(backups, nowMs);
        const names = new Set(kept.map(({ name }) => name));
        const past = backups.filter(({ atMs }) => atMs <= nowMs).sort((a, b) => b.atMs - a.atMs);
        const mustStay = [
          ...past.filter(({ atMs }) => dayOf(atMs) === dayOf(nowMs)).slice(0, 3),
          ...past
            .filter(({ atMs }, index) => past.findIndex((other) => dayOf(other.atMs) === dayOf(atMs)) === index)
            .slice(0, 14),
          ...past
            .filter(({ atMs }, index) => past.findIndex((other) => monthOf(other.atMs) === monthOf(atMs)) === index)
            .slice(0, 12),
          ...past.filter(
            ({ reason }, index) =>
              reason.startsWith('before_') && past.findIndex((other) => other.reason === reason) === index,
          ),
        ];
        expect(mustStay.filter(({ name }) => !names.has(name))).toEqual([]);
        // What goes is really too much, not just anything.
        expect(kept.length).toBe(new Set(mustStay).size + backups.length - past.length);
        // Once more changes nothing.
        expect(prune(kept, nowMs)).toEqual(kept);
        // Backups from the «future» are never why one of the past goes.
        const goneWith = new Set(listOutdated(backups, nowMs));
        expect(new Set(listOutdated(past, nowMs))).toEqual(goneWith);
      }),
      { numRuns, verbose: 1 },
    );
    trials += numRuns;
  });

  test('a clock that goes a year ahead for an hour, or back, takes no more than the next day would', () => {
    const numRuns = trialCount(100, 5_000);
    fc.assert(
      fc.property(some, moment, fc.constantFrom(-400, -1, 1, 400), (backups, nowMs, days) => {
        const before = prune(
          backups.filter(({ atMs }) => atMs <= nowMs),
          nowMs,
        );
        // No two have the same name.
        const jumpedMs = nowMs + days * dayMs + 1;
        const jumped = prune([...before, at(jumpedMs)], jumpedMs);
        const back = prune([...jumped, at(nowMs + 1)], nowMs + 1);
        const tomorrow = prune([...before, at(nowMs + dayMs)], nowMs + dayMs);
        const missing = tomorrow.filter(
          ({ name, atMs }) => atMs <= nowMs && !back.some((other) => other.name === name),
        );
        // The one that was made meanwhile takes a place: of a day or a month that never was, or of another one of that day.
        expect(missing.length).toBeLessThanOrEqual(1);
      }),
      { numRuns, verbose: 1 },
    );
    trials += numRuns;
  });
});
