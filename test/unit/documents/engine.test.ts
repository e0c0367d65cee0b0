import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { buildMinutesDocument } from '#shared/domain/minutes/index.ts';
import { sourceAssets } from '../../../electron/documents/assets.ts';
import type { DocumentEngine, DocumentEngineOptions } from '../../../electron/documents/engine.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { forkHelper, type HelperProcess } from '../../../electron/helper-process.ts';
import { exampleRecord } from '../minutes/example-record.ts';
import { projectFolder, startEngine, startWorker } from './start-engine.ts';

const document = buildMinutesDocument(exampleRecord(), { languages: ['en'], labels: readLabels() });
const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

function open(options: Partial<DocumentEngineOptions> = {}): { engine: DocumentEngine; started: HelperProcess[] } {
  const started: HelperProcess[] = [];
  const engine = startEngine({
    startHelper: () => {
      const worker = startWorker();
      started.push(worker);
      return worker;
    },
    ...options,
  });
  cleanups.push(() => engine.close());
  return { engine, started };
}

/** A template of ours in place of the real one. */
async function withTemplate(source: string): Promise<DocumentEngineOptions['assets']> {
  const folder = await mkdtemp(join(tmpdir(), 'trilogue-template-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'minutes.typ'), source);
  return { ...sourceAssets(projectFolder), templateFolder: folder };
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('a loop in the engine is ended at its deadline, and the next document is made by a new process', async () => {
  const assets = await withTemplate(
    '#if json("data.json").date == "2020-06-16" { for i in range(90000) { for j in range(90000) { let x = i * j } } } else [fine]',
  );
  const { engine, started } = open({ assets, deadlineMs: 5_000 });
  const looping = engine.renderPages(document);
  await expect(looping).rejects.toMatchObject({ name: 'DocumentFailure', reason: 'deadline' });
  const { pages } = await engine.renderPages({ ...document, date: '2020-06-17' });
  expect(pages).toHaveLength(1);
  expect(started).toHaveLength(2);
  expect(isAlive(started[0]!.pid!)).toBe(false);
});

test.runIf(process.platform === 'linux')('a document that eats memory is ended at the cap', async () => {
  const assets = await withTemplate(
    '#let grow(list, n) = if n == 0 { list } else { grow(list + list, n - 1) }\n#grow(range(1000000), 9).len()',
  );
  const { engine } = open({ assets, memoryLimitBytes: 500 * 1024 * 1024 });
  await expect(engine.renderPdf(document)).rejects.toMatchObject({ reason: 'memory' });
});

test('an error of the engine is a failure of one document only', async () => {
  const assets = await withTemplate(
    '#if json("/data.json").date == "2020-06-16" { panic("no") } else [fine]\n#set document(date: datetime(year: 2020, month: 1, day: 1))',
  );
  const { engine, started } = open({ assets });
  await expect(engine.renderPdf(document)).rejects.toMatchObject({ reason: 'engine' });
  await expect(engine.renderPages({ ...document, date: '2020-06-17' })).resolves.toMatchObject({
    pages: [expect.stringContaining('<svg')],
    places: [],
  });
  expect(started).toHaveLength(1);
});

test('a worker that dies is replaced', async () => {
  const { engine, started } = open();
  await engine.renderPdf(document);
  const dying = engine.renderPdf(document);
  started[0]!.kill();
  // Depending on which message wins, the job was done before the end or fails with it; the next one always works.
  await dying.catch((error: unknown) => expect(error).toMatchObject({ reason: 'engine' }));
  await expect(engine.renderPdf(document)).resolves.toHaveProperty('pageCount', 2);
});

test('a worker that cannot be started is a failure, not a hang', async () => {
  const { engine } = open({
    startHelper: () => forkHelper(join(projectFolder, 'electron/documents/worker/absent.ts')),
  });
  await expect(engine.renderPdf(document)).rejects.toMatchObject({ reason: 'engine' });
});

test('the process is replaced after the given number of documents, at the latest after twice as many', async () => {
  const { engine, started } = open({ recycleAfter: 2 });
  for (let count = 0; count < 5; count += 1) await engine.renderPages(document);
  expect(started.length).toBeGreaterThan(1);
  expect(isAlive(started[0]!.pid!)).toBe(false);
});

test('a new process takes over when it has drawn the last pages, and they are the same', async () => {
  const { engine, started } = open({ recycleAfter: 2 });
  const before = [await engine.renderPages(document), await engine.renderPages(document)];
  expect(started).toHaveLength(2);
  await new Promise<void>((resolve) => started[1]!.onMessage(() => resolve()));
  expect(await engine.renderPages(document)).toEqual(before[1]);
  expect(isAlive(started[0]!.pid!)).toBe(false);
  expect(started).toHaveLength(2);
  await engine.close();
  expect(isAlive(started[1]!.pid!)).toBe(false);
});

test('calls at the same time are answered in turn, each with its own document', async () => {
  const { engine, started } = open();
  const languages = ['en', 'ru', 'zh'] as const;
  const answers = await Promise.all(
    languages.map((language) =>
      engine.renderPages(buildMinutesDocument(exampleRecord(), { languages: [language], labels: readLabels() })),
    ),
  );
  expect(new Set(answers.map(({ pages }) => pages[0])).size).toBe(3);
  expect(started).toHaveLength(1);
});

describe('closing', () => {
  test('ends the process and refuses later documents', async () => {
    const { engine, started } = open();
    await engine.renderPages(document);
    await engine.close();
    expect(isAlive(started[0]!.pid!)).toBe(false);
    await expect(engine.renderPages(document)).rejects.toMatchObject({ reason: 'engine' });
  });

  test('without a document no process was ever started', async () => {
    const { engine, started } = open();
    await engine.close();
    expect(started).toHaveLength(0);
  });
});

test('templates can neither read files of the machine nor load packages', async () => {
  const secret = await mkdtemp(join(tmpdir(), 'trilogue-secret-'));
  cleanups.push(() => rm(secret, { recursive: true }));
  await writeFile(join(secret, 'secret.txt'), 'secret');
  for (const source of [
    `#read("${join(secret, 'secret.txt')}")`,
    `#read("../../../../../..${join(secret, 'secret.txt')}")`,
    '#read("/etc/hostname")',
    '#import "@preview/cetz:0.3.0"',
  ]) {
    const { engine } = open({ assets: await withTemplate(source) });
    await expect(engine.renderPages(document)).rejects.toMatchObject({ reason: 'engine' });
  }
  expect(await readFile(join(secret, 'secret.txt'), 'utf8')).toBe('secret');
});
