import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { type Backend, openBackend } from '../../electron/backend.ts';
import { sourceAssets } from '../../electron/documents/assets.ts';
import { forkHelper, type HelperEntry, type HelperProcess } from '../../electron/helper-process.ts';
import { createLog } from '../../electron/log.ts';
import { makeFolder } from '../support/backend.ts';
import { projectFolder } from '../support/project-folder.ts';
import { seeded, seedOf } from '../support/seeded.ts';
import { digestState } from '../support/state-digest.ts';
import { reportTrials, trialCount } from '../support/trials.ts';

/*
 * Promise: whatever helper is killed at whatever moment of its work, the call says so or is done all the same; nothing
 * is half written, and the next one works.
 */
const seed = seedOf();
const random = seeded(seed);
const sample = readFileSync(join(projectFolder, 'resources/sample/2020-06-16-jiangsu-st-petersburg.json'), 'utf8');
const { meeting } = JSON.parse(sample) as MeetingRecord;

interface Killing {
  backend: Backend;
  folder: string;
  /** Ends the helpers that are at work then, or else the next one as it begins; answers what takes the order back. */
  killAfter: (ms: number) => () => void;
  killed: () => number;
}

function openWithKiller(): Killing {
  const alive = new Set<HelperProcess>();
  let killsNext = false;
  let killed = 0;
  const kill = (helper: HelperProcess): void => {
    killed++;
    killsNext = false;
    helper.kill();
  };
  const startHelper = (entry: HelperEntry): HelperProcess => {
    const helper = forkHelper(join(projectFolder, 'dist', entry, 'index.js'));
    alive.add(helper);
    helper.onExit(() => alive.delete(helper));
    if (killsNext) kill(helper);
    return helper;
  };
  const folder = makeFolder();
  const backend = openBackend({
    dataFolder: folder,
    startHelper,
    assets: sourceAssets(projectFolder),
    log: createLog(() => undefined),
    isBackedUp: false,
  });
  onTestFinished(() => backend.close());
  return {
    backend,
    folder,
    killAfter(ms) {
      const timer = setTimeout(() => {
        killsNext = alive.size === 0;
        for (const helper of alive) kill(helper);
      }, ms);
      return () => {
        clearTimeout(timer);
        killsNext = false;
      };
    },
    killed: () => killed,
  };
}

type Client = Backend['client'];
const recordFile = (): File => new File([sample], 'meeting.json');

/** What each helper is asked for, and how a call says that its helper was lost. */
const works: { name: string; code: string; run: (client: Client) => Promise<unknown> }[] = [
  {
    name: 'a backup',
    code: 'BACKUP_FAILED',
    async run(client) {
      await client.settings.update({ secretaryName: String(random()) });
      return client.backups.make();
    },
  },
  {
    name: 'a file that is read',
    code: 'FILE_UNREADABLE',
    run: (client) => client.records.preview({ file: recordFile() }),
  },
  {
    name: 'a document',
    code: 'DOCUMENT_FAILED',
    run: (client) => client.documents.export({ meetingId: meeting.id, languages: ['en'], formats: ['pdf'] }),
  },
];

test.for(works)('the helper of $name is killed', { timeout: 600_000 }, async ({ name, code, run }) => {
  const { backend, folder, killAfter, killed } = openWithKiller();
  const { client, context } = backend;
  await client.records.import({ file: recordFile() });
  // The first time everything is loaded, so it says nothing of how long the work takes.
  await run(client);
  const startedAtMs = performance.now();
  await run(client);
  const wholeMs = performance.now() - startedAtMs;
  const count = trialCount(3, 36);
  for (let trial = 0; trial < count; trial++) {
    const before = digestState(context.connection);
    // At any moment of the whole work, so also while it starts.
    const takeBack = killAfter(random() * wholeMs * 0.8);
    const outcome = await run(client).then(
      () => 'done',
      (error: unknown) => (error as { code?: string }).code,
    );
    expect(['done', code], `${name}, seed ${String(seed)}`).toContain(outcome);
    takeBack();
    // A setting is changed before each backup; nothing else may have changed.
    if (name !== 'a backup') expect(digestState(context.connection), name).toBe(before);
  }
  reportTrials('P2', killed(), `${name}: killed at work in ${String(count)} trials`);
  // Where most had done their work before the blow, nothing would have been tried.
  expect(killed()).toBeGreaterThanOrEqual(count / 2);
  await run(client);
  expect((await client.app.check()).integrity).toBe('ok');
  const left = readdirSync(folder, { recursive: true }).map(String);
  expect(left.filter((path) => path.endsWith('.part'))).toEqual([]);
  for (const { name: file } of (await client.backups.list()).backups) {
    expect(await client.backups.verify({ name: file })).toEqual({ state: 'sound' });
  }
});
