import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { generateKeyBetween } from 'fractional-indexing';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Backend } from '../../electron/backend.ts';
import { openBackend } from '../../electron/backend.ts';
import { sourceAssets } from '../../electron/documents/assets.ts';
import { forkHelper } from '../../electron/helper-process.ts';
import { createLog } from '../../electron/log.ts';
import { followPower } from '../../electron/main/power.ts';
import { createRandom } from '../bench/register/random.ts';
import { type Client, makeFolder } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { FakeWindow } from '../support/fake-electron.ts';
import type { FakeElectron } from '../support/fake-electron.ts';
import { projectFolder } from '../support/project-folder.ts';
import { makeAgendaItem, makeEntry, makeMeeting, makePerson } from '../support/records.ts';
import { seedOf } from '../support/seeded.ts';
import { reportTrials, trialCount } from '../support/trials.ts';

/*
 * P5: a machine that sleeps, is locked or goes down finds everything in the data file itself; and a clock that jumps, or
 * a laptop that is carried into another zone, changes neither the order of the minutes nor what Undo takes back.
 */

vi.mock('electron', async () => (await import('../support/fake-electron.ts')).createFakeElectron());
const { app, powerMonitor } = (await import('electron')) as unknown as FakeElectron;

function open(dataFolder: string, clock: () => number = Date.now): { backend: Backend; logged: string[] } {
  const logged: string[] = [];
  const backend = openBackend({
    dataFolder,
    startHelper: (entry) => forkHelper(join(projectFolder, 'dist', entry, 'index.js')),
    assets: sourceAssets(projectFolder),
    log: createLog((line) => logged.push(line)),
    isBackedUp: false,
    clock,
  });
  onTestFinished(() => backend.close());
  return { backend, logged };
}

/** What is left of the data folder when its journal is lost. In another process: this one must not open the data file. */
function copyWithoutJournal(dataFolder: string): string {
  const copy = makeFolder();
  const script = `require('node:fs').copyFileSync(process.argv[1] + '/trilogue.db', process.argv[2] + '/trilogue.db')`;
  execFileSync(process.execPath, ['--eval', script, dataFolder, copy]);
  return copy;
}

describe('the machine', () => {
  const window = new FakeWindow();
  const moments = {
    sleeps: () => powerMonitor.emit('suspend'),
    'is locked': () => powerMonitor.emit('lock-screen'),
    'goes down': () => powerMonitor.emit('shutdown', { preventDefault: () => undefined }),
    'asks whether Windows may end the session': () => window.emit('query-session-end', {}),
    'ends the session of Windows': () => window.emit('session-end', {}),
  };
  const rounds = trialCount(1, 20);

  test.each(Object.entries(moments))(
    '%s: all that was saved is in the data file itself',
    { timeout: 600_000 },
    async (_name, happen) => {
      const dataFolder = makeFolder();
      const { backend, logged } = open(dataFolder);
      powerMonitor.removeAllListeners();
      window.removeAllListeners();
      followPower(window as unknown as BrowserWindow, backend);
      for (let round = 0; round < rounds; round += 1) {
        const person = makePerson({ note: `round ${String(round)}` });
        await backend.client.people.create(person);
        const journal = (): number => statSync(join(dataFolder, 'trilogue.db-wal')).size;
        // Without the journal the row would be gone: the copy is a real test.
        expect(journal()).toBeGreaterThan(0);
        const { backend: without } = open(copyWithoutJournal(dataFolder));
        expect(await without.client.people.list()).toHaveLength(round);
        happen();
        expect(journal()).toBe(0);
        const { backend: copied } = open(copyWithoutJournal(dataFolder));
        expect(dump(copied.context.connection)).toEqual(dump(backend.context.connection));
      }
      expect(logged).toEqual([]);
      reportTrials('P5', rounds);
    },
  );

  test('goes down: the program asks for a moment and ends by itself', () => {
    const { backend } = open(makeFolder());
    powerMonitor.removeAllListeners();
    followPower(window as unknown as BrowserWindow, backend);
    const event = { preventDefault: vi.fn() };
    app.calls.length = 0;
    powerMonitor.emit('shutdown', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(app.calls).toEqual(['quit']);
  });

  test('sleeps while there is nothing to fold in, or no data file: nobody is told of a fault', async () => {
    const { backend, logged } = open(makeFolder());
    backend.checkpoint();
    await backend.close();
    backend.checkpoint();
    expect(logged).toEqual([]);
    const { backend: damaged, logged: told } = open(makeFolder());
    damaged.context.store.foundDamage();
    const before = [...told];
    damaged.checkpoint();
    expect(told).toEqual(before);
  });
});

/** What a secretary does, without the time at which it is done. */
type Step =
  | { do: 'add'; id: string; at: number }
  | { do: 'text'; nth: number; text: string }
  | { do: 'kind'; nth: number }
  | { do: 'remove'; nth: number }
  | { do: 'undo' | 'redo' | 'restart' };

function makeScript(seed: number): Step[] {
  const random = createRandom(seed);
  return Array.from({ length: 30 }, (_, number): Step => {
    const nth = random.below(50);
    if (number < 3 || random.isLikely(0.35)) return { do: 'add', id: random.id(), at: nth };
    if (random.isLikely(0.5)) return { do: 'text', nth, text: `text ${String(number)}` };
    if (random.isLikely(0.3)) return { do: 'undo' };
    if (random.isLikely(0.3)) return { do: 'redo' };
    if (random.isLikely(0.2)) return { do: 'restart' };
    return { do: random.isLikely(0.7) ? 'kind' : 'remove', nth };
  });
}

const meeting = makeMeeting();
const item = makeAgendaItem(meeting.id);
const languages = ['ru', 'zh', 'en'] as const;

async function take(client: Client, step: Step, number: number): Promise<unknown> {
  const { entries } = await client.meetings.get({ id: meeting.id });
  const entry = (nth: number) => entries[nth % entries.length];
  switch (step.do) {
    case 'add': {
      const place = step.at % (entries.length + 1);
      const orderKey = generateKeyBetween(entries[place - 1]?.orderKey ?? null, entries[place]?.orderKey ?? null);
      return client.entries.add({ entries: [makeEntry(meeting.id, item.id, { id: step.id, orderKey })] });
    }
    case 'text': {
      const found = entry(step.nth);
      const language = languages[number % 3]!;
      if (found === undefined) return null;
      const { revision } = found.texts[language];
      return client.entries.saveText({ entryId: found.id, language, text: step.text, revision });
    }
    case 'kind':
      return client.entries.update({ changes: entries.slice(0, 1).map(({ id }) => ({ id, kind: 'note' })) });
    case 'remove':
      return client.entries.remove({ ids: entries.slice(-1).map(({ id }) => id) });
    case 'undo':
      return client.history.undo();
    case 'redo':
      return client.history.redo();
    case 'restart':
      return null;
  }
}

/** The same, whenever it was: everything but the instants. */
const timeless = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (/AtMs$|^atMs$/u.test(key) ? null : part)));

async function live(script: Step[], clock: () => number, travel: (number: number) => void): Promise<unknown> {
  const dataFolder = makeFolder();
  let { backend, logged } = open(dataFolder, clock);
  const said: unknown[] = [];
  const remember = async (call: Promise<unknown>): Promise<void> => {
    said.push(timeless(await call.catch((error: unknown) => String(error))));
  };
  await backend.client.meetings.create(meeting);
  await backend.client.agenda.add(item);
  for (const [number, step] of script.entries()) {
    travel(number);
    if (step.do === 'restart') {
      await backend.close();
      ({ backend, logged } = open(dataFolder, clock));
    }
    await remember(take(backend.client, step, number));
    await remember(backend.client.history.state());
  }
  await remember(backend.client.meetings.get({ id: meeting.id }));
  for (const { id } of (await backend.client.meetings.get({ id: meeting.id })).entries) {
    await remember(backend.client.entries.history({ entryId: id }));
  }
  // To the very beginning: each set is taken back in its turn.
  for (let count = 0; (await backend.client.history.state()).undo !== null && count < 100; count += 1) {
    await remember(backend.client.history.undo());
  }
  await remember(backend.client.meetings.list());
  await backend.close();
  return { said, logged };
}

describe('the clock', () => {
  const day = 24 * 60 * 60 * 1000;
  const jumps = [-day, day, -1, 0, 60 * 60 * 1000, -365 * day, 10 * 365 * day];
  const zones = ['Asia/Shanghai', 'Europe/Moscow', 'America/St_Johns', 'Pacific/Kiritimati', 'UTC'];

  test('jumps, and zones change: the minutes, their history and Undo are the same', { timeout: 900_000 }, async () => {
    const zone = process.env.TZ;
    onTestFinished(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });
    const scripts = trialCount(2, 60);
    const seed = seedOf();
    for (let trial = 0; trial < scripts; trial += 1) {
      const script = makeScript(seed + trial);
      const random = createRandom(seed - trial);
      let nowMs = Date.UTC(2026, 10, 21, 10);
      const steady = await live(
        script,
        () => (nowMs += 1_000),
        () => undefined,
      );
      const jumping = await live(
        script,
        () => nowMs,
        () => {
          nowMs += random.pick(jumps);
          process.env.TZ = random.pick(zones);
        },
      );
      expect({ seed: seed + trial, lived: jumping }).toEqual({ seed: seed + trial, lived: steady });
      expect(jumping).toMatchObject({ logged: [] });
    }
    reportTrials('P5', scripts);
  });

  test('jumps back: a backup made then is the newest that holds what was written then', async () => {
    let nowMs = Date.UTC(2026, 10, 21, 10);
    const { backend } = open(makeFolder(), () => nowMs);
    const { backups } = backend.context;
    await backend.client.people.create(makePerson());
    const first = await backups.keep('asked');
    nowMs -= day;
    await backend.client.people.create(makePerson());
    const second = await backups.keep('asked');
    expect(second.name).not.toBe(first.name);
    const again = await backups.keep('automatic');
    expect(again.name).toBe(second.name);
    expect(readdirSync(backups.folder).filter((name) => name.endsWith('.db'))).toHaveLength(2);
    reportTrials('P5', 1);
  });
});
