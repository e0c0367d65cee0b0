import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Backend, openBackend } from '../../electron/backend.ts';
import { isWhole, watchWholeness } from '../../electron/db/check.ts';
import { StoreError } from '../../electron/db/store-error.ts';
import { sourceAssets } from '../../electron/documents/assets.ts';
import { createLog } from '../../electron/log.ts';
import { makeFolder, makeSharedFolder, openTestBackend } from '../support/backend.ts';
import { projectFolder } from '../support/project-folder.ts';
import { makePerson } from '../support/records.ts';
import { dumpAll } from '../support/released-files.ts';
import { runCli } from '../support/run-cli.ts';
import { seeded, seedOf } from '../support/seeded.ts';
import { isFull, reportTrials, trialCount } from '../support/trials.ts';

const longMs = 600_000;
const kept = makeSharedFolder();
const file = (folder: string): string => join(folder, 'trilogue.db');

/** What a folder in use looks like after a day: the sample meetings, a backup of them, and three people more. */
async function prepare(): Promise<{ bytes: Buffer; backup: string }> {
  if (!existsSync(file(kept))) {
    const { backend } = openTestBackend(kept);
    await backend.client.records.loadSample();
    await backend.client.backups.make();
    for (let index = 0; index < 3; index += 1) await backend.client.people.create(makePerson());
    await backend.close();
  }
  const backup = readdirSync(join(kept, 'backups')).find((name) => name.endsWith('.db')) ?? '';
  return { bytes: readFileSync(file(kept)), backup };
}

/** The folder with another content under the data file's name; null: with none. */
function spoil(bytes: Uint8Array | null, hasBackups = true): string {
  const folder = makeFolder();
  if (hasBackups) cpSync(join(kept, 'backups'), join(folder, 'backups'), { recursive: true });
  else writeFileSync(join(folder, 'running.json'), '{"running":true}');
  if (bytes !== null) writeFileSync(file(folder), bytes);
  return folder;
}

/** Without helpers: nothing is restored. */
function open(dataFolder: string): Backend {
  return openBackend({
    dataFolder,
    startHelper: () => {
      throw new Error('no helper is needed here');
    },
    assets: sourceAssets(projectFolder),
    log: createLog(() => undefined),
    isBackedUp: false,
  });
}

/**
 * How the damage came to light. `harmless`: every row is as it was (bytes that nobody uses, or of what is derived).
 * `unseen`: a row reads differently, and neither SQLite nor its check can know.
 */
type Found = 'refused' | 'at opening' | 'in use' | 'by the check' | 'harmless' | 'unseen';

async function lookAt(folder: string, before: Record<string, string[]>): Promise<Found> {
  let backend: Backend;
  try {
    backend = open(folder);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'newer-version') return 'refused';
    throw error;
  }
  const { store } = backend.context;
  const isTold = async (): Promise<boolean> => {
    const { condition } = await backend.client.app.state();
    const answer = await backend.client.people.list().catch((error: unknown) => (error as { code: string }).code);
    return condition === 'damaged' && answer === 'STORE_DAMAGED';
  };
  try {
    if (await isTold()) return 'at opening';
    let after: Record<string, string[]>;
    try {
      after = dumpAll(store.connection);
    } catch (error) {
      expect(error).toMatchObject({
        code: expect.stringMatching(/^(?:SQLITE_CORRUPT|SQLITE_NOTADB|damaged)/u) as string,
      });
      expect(await isTold()).toBe(true);
      return 'in use';
    }
    if (!(await isWhole(store.connection, new AbortController().signal).catch(() => false))) {
      store.foundDamage();
      expect(await isTold()).toBe(true);
      return 'by the check';
    }
    return JSON.stringify(after) === JSON.stringify(before) ? 'harmless' : 'unseen';
  } finally {
    await backend.close();
  }
}

function dumpOf(bytes: Uint8Array): Record<string, string[]> {
  const { backend } = openTestBackend(spoil(bytes));
  return dumpAll(backend.context.connection);
}

const headerBytes = [0, 5, 15, 18, 19, 20, 21, 22, 23, 68, 69, 71];

const tally = (found: readonly Found[]): string =>
  [...Map.groupBy(found, (one) => one)].map(([one, all]) => `${String(all.length)} ${one}`).join(', ');

describe('a data file that is damaged', () => {
  test(
    'opens with any bit flipped; what SQLite can see is said, and no byte of it is touched',
    async () => {
      const { bytes } = await prepare();
      const before = dumpOf(bytes);
      const seed = seedOf();
      const random = seeded(seed);
      const trials = trialCount(40, 2_000);
      const found: Found[] = [];
      for (let trial = 0; trial < trials; trial += 1) {
        // The header first, a byte of it at a time: what tells ours from others', the size of a page, the encoding …
        const range = trial % 10 === 0 ? 4_096 : bytes.length;
        const bit = (headerBytes[trial] ?? Math.floor(random() * range)) * 8 + Math.floor(random() * 8);
        const spoilt = Uint8Array.from(bytes);
        spoilt[bit >>> 3] = (spoilt[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
        const folder = spoil(spoilt, false);
        const how = await lookAt(folder, before);
        const isLeft = how === 'harmless' || how === 'unseen' || readFileSync(file(folder)).equals(spoilt);
        expect(isLeft, `bit ${String(bit)}, found ${how}, seed ${String(seed)}`).toBe(true);
        found.push(how);
        rmSync(folder, { recursive: true });
      }
      // A bit of a word is not SQLite's to know: how many such there were is told, not hidden.
      const inHeader = found.slice(0, headerBytes.length);
      expect(inHeader, tally(found)).toEqual(headerBytes.map(() => 'at opening'));
      // And the check sees what no reading does.
      if (isFull) expect(found.filter((how) => how === 'by the check').length).toBeGreaterThan(trials / 40);
      reportTrials('P8', trials, `bit flips: ${tally(found)}`);
    },
    longMs,
  );

  test(
    'opens cut off anywhere and with any page zeroed, and says so',
    async () => {
      const { bytes } = await prepare();
      const before = dumpOf(bytes);
      const seed = seedOf();
      const random = seeded(seed);
      const trials = trialCount(12, 300);
      const pages = bytes.length / 4_096;
      const ofLongTexts = listOverflowPages(bytes);
      const found: Found[] = [];
      for (let trial = 0; trial < trials; trial += 1) {
        const page = Math.floor(random() * pages);
        const isCut = trial % 2 === 0;
        const length = trial % 4 === 0 ? page * 4_096 : Math.floor(random() * bytes.length);
        const spoilt = isCut
          ? bytes.subarray(0, length)
          : Uint8Array.from(bytes).fill(0, page * 4_096, (page + 1) * 4_096);
        const folder = spoil(spoilt, false);
        const how = await lookAt(folder, before);
        const what = isCut ? `cut to ${String(length)}` : `page ${String(page)} zeroed`;
        // Where a long text goes on there is nothing but text, of which SQLite knows nothing.
        const mayBeUnseen = ofLongTexts.has(isCut ? Math.floor(length / 4_096) : page);
        expect(how === 'unseen' && !mayBeUnseen, `${what}, seed ${String(seed)}: unseen`).toBe(false);
        // What is left of a last page is read as if zeros followed it: that is for the check.
        if (isCut && length <= bytes.length - 4_096) expect(how, what).toBe('at opening');
        if (how !== 'harmless') expect(readFileSync(file(folder)).equals(spoilt), what).toBe(true);
        found.push(how);
        rmSync(folder, { recursive: true });
      }
      reportTrials('P8', trials, `cut or zeroed: ${tally(found)}`);
    },
    longMs,
  );

  test('is found by the check after the start, and all pages hear of it', async () => {
    const { bytes } = await prepare();
    // An index that says another day than its meeting: every page is whole, and nothing that is read alone is wrong.
    const spoilt = Buffer.from(bytes);
    const page = rootOf(bytes, 'meeting_date') * 4_096;
    const place = bytes.indexOf('2021-03-26', page);
    expect(place).toBeLessThan(page + 4_096);
    spoilt.write('2022', place);
    const folder = spoil(spoilt);
    const { backend } = openTestBackend(folder);
    const { store, events } = backend.context;
    const heard = new Promise((resolve) => {
      events.subscribe('change', resolve);
    });
    const check = watchWholeness(
      store.connection,
      createLog(() => undefined),
      store.foundDamage,
      0,
    );
    expect(await heard).toEqual({ position: 0, tables: [], isDamaged: true });
    await check.close();
    expect(await backend.client.app.state()).toEqual({ condition: 'damaged', place: file(folder) });
    await backend.close();
    // The next start does not wait for it to be found again.
    const next = open(folder);
    onTestFinished(() => next.close());
    expect(next.context.store.condition).toBe('damaged');
    reportTrials('P8', 1);
  });

  test('is kept byte by byte when a backup takes its place; before that it is said what would be missing', async () => {
    const { bytes, backup } = await prepare();
    const spoilt = zeroTable(bytes, 'person');
    const folder = spoil(spoilt);
    const { backend } = openTestBackend(folder);
    const { client, context } = backend;
    await expect(client.people.list()).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
    // From here on every call is told the same.
    expect(context.store.condition).toBe('damaged');
    expect((await client.backups.list()).backups.map(({ name }) => name)).toContain(backup);
    await expect(client.backups.make()).rejects.toMatchObject({
      code: expect.stringMatching(/FAILED|DAMAGED/u) as string,
    });
    const preview = await client.backups.preview({ name: backup });
    expect(preview).toMatchObject({ isPresentReadable: false, changesSince: { count: 3 } });
    expect(preview.changesSince.first.map(({ name }) => name)).toEqual(Array(3).fill('person.create'));
    expect(await client.backups.restore({ id: preview.id })).toEqual({ undoName: null });
    expect(await client.app.check()).toMatchObject({ integrity: 'ok' });
    expect(context.store.condition).toBe('sound');
    const [instant = ''] = readdirSync(join(folder, 'damaged'));
    expect(readFileSync(join(folder, 'damaged', instant, 'trilogue.db')).equals(spoilt)).toBe(true);
    reportTrials('P8', 1);
  });
});

/** Numbers of the pages, from 0, on which the rest of a row stands that is too long for one (sqlite.org/dbstat.html). */
function listOverflowPages(bytes: Buffer): Set<number> {
  const { backend } = openTestBackend(spoil(bytes));
  const rows = backend.context.connection.sql<{ pageno: number }>(
    "SELECT pageno FROM dbstat WHERE pagetype = 'overflow'",
  );
  return new Set(rows.map(({ pageno }) => pageno - 1));
}

/** Number of the root page of a table or index, from 0. */
function rootOf(bytes: Buffer, name: string): number {
  const { backend } = openTestBackend(spoil(bytes));
  const [row] = backend.context.connection.sql<{ page: number }>(
    'SELECT rootpage AS page FROM sqlite_schema WHERE name = ?',
    name,
  );
  return (row?.page ?? 1) - 1;
}

/** With the root page of a table or index zeroed. */
function zeroTable(bytes: Buffer, name: string): Buffer {
  const page = rootOf(bytes, name);
  return Buffer.from(Uint8Array.from(bytes).fill(0, page * 4_096, (page + 1) * 4_096));
}

describe('a data file that is gone, or empty', () => {
  const states = [
    ['missing', null, 'missing'],
    ['of 0 bytes', new Uint8Array(), 'damaged'],
    ['nothing but zeros', new Uint8Array(40_960), 'damaged'],
    ['a text', Buffer.from('Dear colleagues, '.repeat(300)), 'damaged'],
  ] as const;

  test.each(states)(
    '%s: no empty one takes its place, and the backup does when asked',
    async (_name, bytes, condition) => {
      const { backup } = await prepare();
      const folder = spoil(bytes);
      const look = open(folder);
      expect(await look.client.app.state()).toEqual({ condition, place: file(folder) });
      expect(await look.client.app.info()).toMatchObject({ dataFolder: folder });
      await expect(look.client.people.create(makePerson())).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
      await look.close();
      expect(existsSync(file(folder)) ? readFileSync(file(folder)) : null).toEqual(bytes && Buffer.from(bytes));

      const { client } = openTestBackend(folder).backend;
      const { id, isPresentReadable } = await client.backups.preview({ name: backup });
      expect(isPresentReadable).toBe(false);
      expect(await client.backups.restore({ id })).toEqual({ undoName: null });
      expect((await client.meetings.list()).length).toBeGreaterThan(0);
      if (bytes !== null) {
        const [instant = ''] = readdirSync(join(folder, 'damaged'));
        expect(readFileSync(join(folder, 'damaged', instant, 'trilogue.db')).equals(bytes)).toBe(true);
      }
      reportTrials('P8', 2);
    },
  );

  test('a folder that was never used gets a new one, whatever else lies in it', () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'desktop'));
    mkdirSync(join(folder, 'backups'));
    const backend = open(folder);
    onTestFinished(() => backend.close());
    expect(backend.context.store.condition).toBe('sound');
    expect(statSync(file(folder)).size).toBeGreaterThan(0);
  });

  test('the terminal says it and fails', async () => {
    await prepare();
    for (const [bytes, words] of [
      [null, 'is gone'],
      [new Uint8Array(40_960), 'is damaged'],
    ] as const) {
      const folder = spoil(bytes);
      const { exitCode, stderr, stdout } = await runCli(['check', '--data', folder]);
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
      expect(stderr).toContain(words);
      expect(stderr).toContain(folder);
      reportTrials('P8', 1);
    }
  });
});

describe('a journal', () => {
  /** What a run that was cut off leaves: everything written since the opening is in the journal. */
  async function cutOff(): Promise<{ folder: string; people: number }> {
    await prepare();
    const folder = makeFolder();
    cpSync(file(kept), file(folder));
    const backend = open(folder);
    onTestFinished(() => backend.close());
    for (let index = 0; index < 5; index += 1) await backend.client.people.create(makePerson());
    const left = makeFolder();
    cpSync(folder, left, { recursive: true });
    return { folder: left, people: (await backend.client.people.list()).length };
  }

  test('that is there gives back everything; one that is gone is said, once, and the rest is there', async () => {
    const { folder, people } = await cutOff();
    const whole = makeFolder();
    cpSync(folder, whole, { recursive: true });
    const { client } = openTestBackend(whole).backend;
    expect(await client.app.state()).toMatchObject({ condition: 'sound' });
    expect(await client.people.list()).toHaveLength(people);

    rmSync(`${file(folder)}-wal`);
    const without = open(folder);
    expect(await without.client.app.state()).toMatchObject({ condition: 'journal-missing' });
    expect(await without.client.people.list()).toHaveLength(people - 5);
    await without.close();
    const next = open(folder);
    onTestFinished(() => next.close());
    expect(await next.client.app.state()).toMatchObject({ condition: 'sound' });
    reportTrials('P8', 2);
  });

  test('beside a damaged file is left as it is, and kept with it', async () => {
    const { folder } = await cutOff();
    const spoilt = zeroTable(readFileSync(file(folder)), 'attendance');
    writeFileSync(file(folder), spoilt);
    const journal = readFileSync(`${file(folder)}-wal`);
    const backend = open(folder);
    expect(() => backend.context.store.connection.sql('SELECT * FROM attendance')).toThrow();
    const { condition } = backend.context.store;
    await backend.close();
    expect(condition).toBe('damaged');
    expect(readFileSync(file(folder)).equals(spoilt)).toBe(true);
    expect(readFileSync(`${file(folder)}-wal`).equals(journal)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['running.json', 'trilogue.db', 'trilogue.db-wal']);
    reportTrials('P8', 1);
  });
});
