import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openConnection } from '../../electron/db/connection.ts';
import { migrate } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations/index.ts';
import { makeFolder } from '../support/backend.ts';
import { findBadBackups } from '../support/backup-files.ts';
import { makeFastFolder } from '../support/crash-images.ts';
import { type Fault, faultWords, injectFault } from '../support/injection.ts';
import { type Step, writeMeetingScript } from '../support/meeting-script.ts';
import { seeded, seedOf } from '../support/seeded.ts';
import { digestState } from '../support/state-digest.ts';
import { startStore, type StoreClient, StoreEnded } from '../support/store-client.ts';
import { needsTracing } from '../support/tools.ts';
import { isFull, reportTrials } from '../support/trials.ts';

/*
 * Promise: whichever call of the system fails, and whatever it answers, the program neither breaks nor says «Saved» of
 * what is not there. Each step of a scripted day is done with its first write failing, then its second … until none
 * is left to fail (of steps with many writes not every one: see `after`); likewise each sync, opening and truncation. After each, what lies in the folder is opened by itself.
 */
const seed = seedOf();
const random = seeded(seed);
const timeout = 1_200_000;
let trials = 0;
let refused = 0;
let inDoubt = 0;
afterAll(() => {
  const note = `${String(refused)} refused, ${String(inDoubt)} of them whole on the disk; seed ${String(seed)}`;
  reportTrials('P4', trials, note);
});
beforeEach(({ skip }) => {
  needsTracing(skip);
});

/** `last`: further ones of a step are left alone. */
type Sweep = Fault & { last?: number };

/** Which calls fail with what. SQLite here calls `pwrite64` and `fsync`; to fail `fdatasync` would try nothing. */
const faults: [Sweep, ...Sweep[]] = [
  { calls: ['pwrite64'], code: 'ENOSPC' },
  // The same calls with another answer: the first of them are enough.
  { calls: ['pwrite64'], code: 'EIO', last: 12 },
  { calls: ['fsync'], code: 'EIO' },
  { calls: ['fsync'], code: 'ENOSPC', last: 4 },
  { calls: ['ftruncate'], code: 'EIO' },
];

/** Each of the first three; then, for steps of some thousand writes, at growing distances. */
const after = (nth: number): number => nth + 1 + Math.floor(nth / 3);

function pick<T>(all: readonly [T, ...T[]]): T {
  return all[Math.floor(random() * all.length)] ?? all[0];
}

/** What a run that starts now would find; the journal is read, the original is not touched. */
function readFromOutside(folder: string): { integrity: string; state: string } {
  const copy = makeFastFolder();
  try {
    for (const name of ['trilogue.db', 'trilogue.db-wal']) {
      cpSync(join(folder, name), join(copy, name), { force: true, errorOnExist: false });
    }
    const connection = openConnection(copy);
    const found = {
      integrity: String(connection.pragma('integrity_check')),
      state: digestState(connection),
    };
    connection.close();
    return found;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Whether a call that was refused may be on the disk whole: SQLite had written all of it when the sync failed. */
const mayBeThere = (fault: Fault): boolean => fault.calls.includes('fsync');

interface Run {
  store: StoreClient;
  folder: string;
}

/** Does a step with a fault; false when the step was over before the fault could strike. */
async function tryStep({ store, folder }: Run, step: Step, fault: Fault): Promise<boolean> {
  const name = `${step.name}: ${fault.calls.join()} ${String(fault.nth)} answers ${fault.code}, seed ${String(seed)}`;
  await step.prepare?.();
  const before = store.states.at(-1);
  const end = await injectFault(store.child.pid, fault);
  // Rejects when the process has ended: no fault of the disk may bring it down.
  const answer = await step.run();
  const isStruck = (await end()) > 0;
  const isRefused = answer.code !== undefined;
  if (isRefused) {
    refused++;
    expect(['STORE_UNWRITABLE', 'BACKUP_FAILED'], `${name}: ${JSON.stringify(answer)}`).toContain(answer.code);
    expect(store.states.at(-1), name).toBe(before);
  }
  const found = readFromOutside(folder);
  expect(found.integrity, name).toBe('ok');
  if (isRefused && mayBeThere(fault) && found.state !== before) inDoubt++;
  else expect(found.state, name).toBe(store.states.at(-1));
  // The day goes on: what was refused is done now.
  if (isRefused) {
    expect((await step.run()).code, `${name}, once more`).toBe(undefined);
    expect(readFromOutside(folder).state, `${name}, once more`).toBe(store.states.at(-1));
  }
  if (isStruck) trials++;
  return isStruck;
}

describe('faults of the disk while minutes are taken', () => {
  test('nothing acknowledged is lost, nothing is lost that was, and work goes on', { timeout }, async () => {
    const folder = makeFolder();
    const store = await startStore(folder);
    onTestFinished(() => void store.child.kill('SIGKILL'));
    const change = async (): Promise<void> => {
      await store.call('settings.update', { secretaryName: String(random()) });
    };
    const script: Step[] = [
      ...writeMeetingScript(store.call),
      {
        name: 'the journal is folded in',
        prepare: change,
        run: async () => {
          const answer = await store.call('pragma', 'wal_checkpoint(TRUNCATE)');
          return answer.code === undefined ? answer : { code: 'STORE_UNWRITABLE' };
        },
      },
      { name: 'a backup is made', prepare: change, run: () => store.call('backups.make') },
    ];
    // Once without a fault: what a step loads when it is first done is loaded then.
    for (const step of script) {
      await step.prepare?.();
      expect((await step.run()).code, step.name).toBe(undefined);
    }
    const run = { store, folder };
    // In short some of the steps, of them all at random.
    const left = [...script.keys()];
    const drawn = isFull
      ? left
      : Array.from({ length: 5 }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
    for (const step of script.filter((_one, index) => drawn.includes(index))) {
      for (const { last = Infinity, ...fault } of isFull ? faults : [pick(faults)]) {
        // In short: one of the first few.
        const first = isFull ? 1 : 1 + Math.floor(random() * 3);
        for (let nth = first; nth <= last && (await tryStep(run, step, { ...fault, nth })) && isFull; nth = after(nth));
      }
    }
    expect(findBadBackups(join(folder, 'backups'))).toEqual([]);
    expect(await store.call('app.check')).toMatchObject({ result: { integrity: 'ok', synchronous: 2 } });
    expect(await store.call('close')).toMatchObject({ result: null });
  });
});

describe('faults of the disk at the start', () => {
  const opening: [Fault, ...Fault[]] = [
    { calls: ['pwrite64'], code: 'ENOSPC' },
    { calls: ['fsync'], code: 'EIO' },
    { calls: ['openat'], code: 'EACCES' },
    { calls: ['ftruncate', 'unlink', 'rename'], code: 'EIO' },
  ];

  /** Starts over a copy of `base` with a fault, closes, and opens what is left; false when nothing could fail any more. */
  async function tryStart(base: string, fault: Fault, expected: string): Promise<boolean> {
    const folder = makeFastFolder();
    const out = `${folder}.strace`;
    try {
      cpSync(base, folder, { recursive: true });
      const names = ['', 'trilogue.db', 'trilogue.db-wal', 'running.json', 'running.json.part', 'backups'];
      const paths = names.map((name) => join(folder, name));
      const words = ['strace', '-f', '-o', out, ...faultWords({ ...fault, paths })];
      const name = `start: ${fault.calls.join()} ${String(fault.nth)} answers ${fault.code}`;
      try {
        const store = await startStore(folder, words);
        await store.call('close');
        await store.end();
      } catch (error) {
        if (!(error instanceof StoreEnded)) throw error;
        // It said why, and ended: by itself, not by a signal of the system.
        expect(error.message, name).toMatch(/StoreError|disk-full|folder-unwritable/u);
        refused++;
      }
      const isStruck = readFileSync(out, 'latin1').includes('(INJECTED)');
      if (isStruck) trials++;
      const store = await startStore(folder);
      expect(store.states, name).toEqual([expected]);
      expect(await store.call('app.check'), name).toMatchObject({ result: { integrity: 'ok' } });
      await store.kill();
      return isStruck;
    } finally {
      rmSync(folder, { recursive: true, force: true });
      rmSync(out, { force: true });
    }
  }

  async function sweepStart(base: string, expected: string): Promise<void> {
    for (const fault of isFull ? opening : [pick(opening)]) {
      for (let nth = isFull ? 1 : 1 + Math.floor(random() * 3); ; nth = after(nth)) {
        if (!(await tryStart(base, { ...fault, nth }, expected)) || !isFull) break;
      }
    }
  }

  test('a journal that was left is read all the same', { timeout }, async () => {
    const base = makeFolder();
    const store = await startStore(base);
    for (const { run } of writeMeetingScript(store.call).slice(0, 8)) await run();
    await store.kill();
    await sweepStart(base, store.states.at(-1) ?? '');
  });

  test('a migration happens, or has not happened', { timeout }, async () => {
    const base = makeFolder();
    const old = openConnection(base);
    migrate(old, base, migrations.slice(0, -1));
    old.sql("INSERT INTO setting (key, value) VALUES ('secretaryName', '\"Before\"')");
    old.close();
    const migrated = makeFolder();
    cpSync(base, migrated, { recursive: true });
    const store = await startStore(migrated);
    await store.kill();
    await sweepStart(base, store.states[0] ?? '');
  });
});
