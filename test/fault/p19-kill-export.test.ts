import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { faultWords } from '../support/injection.ts';
import { projectFolder } from '../support/project-folder.ts';
import { runCli, startCli } from '../support/run-cli.ts';
import { hasTool, needsTracing } from '../support/tools.ts';
import { isFull, reportTrials, trialCount } from '../support/trials.ts';

/*
 * Promise: whatever ends an export before its time, each file at its place is the old one or the new one, whole. The
 * same meeting stands in two data folders with different titles, so that both write files of the same names; since a
 * document is the same bytes each time, what lies there afterwards is known to the last byte.
 */
const count = trialCount(2, 90);
/** Without PDF the engine of documents need not start, which takes most of an export's time. */
const allFormats = isFull ? 'pdf,docx,md' : 'docx,md';
const cliPath = join(projectFolder, 'dist/cli/index.js');
const samplePath = join(projectFolder, 'resources/sample/2021-03-26-changchun-novosibirsk.json');

interface Files {
  [name: string]: Buffer;
}

let folder = '';
let meetingId = '';
const variants: { data: string; files: Files }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trilogue-export-'));
  const record = JSON.parse(await readFile(samplePath, 'utf8')) as MeetingRecord;
  meetingId = record.meeting.id;
  for (const name of ['old', 'new']) {
    const data = join(folder, name);
    const path = join(folder, `${name}.json`);
    const title = { ...record.meeting.title, en: `${record.meeting.title.en} (${name})` };
    await writeFile(path, JSON.stringify({ ...record, meeting: { ...record.meeting, title } }));
    const imported = await runCli(['import', 'record', path, '--data', data]);
    expect(imported.stderr).toBe('');
    const out = join(folder, `${name}-out`);
    const made = await runCli(exportWords(data, out));
    expect(made.stderr).toBe('');
    variants.push({ data, files: await readFiles(out) });
  }
  const [before, after] = variants;
  expect(Object.keys(before?.files ?? {})).toEqual(Object.keys(after?.files ?? {}));
  for (const [name, bytes] of Object.entries(before?.files ?? {})) {
    expect(bytes.equals(after?.files[name] ?? Buffer.alloc(0)), name).toBe(false);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function exportWords(data: string, out: string, formats = allFormats): string[] {
  const of = ['--data', data, '--meeting', meetingId, '--out', out];
  return ['export', 'short-minutes', '--languages', 'en', '--formats', formats, ...of];
}

async function readFiles(out: string): Promise<Files> {
  const files: Files = {};
  for (const name of (await readdir(out)).sort()) files[name] = await readFile(join(out, name));
  return files;
}

/** What lies in the folder is, file by file, one of the two; a file on its way has a name of its own. */
async function expectWhole(out: string): Promise<void> {
  for (const [name, bytes] of Object.entries(await readFiles(out))) {
    if (name.endsWith('.part')) continue;
    const isOneOf = variants.some(({ files }) => files[name]?.equals(bytes) === true);
    expect(isOneOf, `${name}, ${String(bytes.length)} bytes`).toBe(true);
  }
}

/** Runs an export under strace with these words; answers how it ended. */
async function runTraced(words: string[], exportedBy: string[]): Promise<NodeJS.Signals | number | null> {
  const child = spawn('strace', ['-f', ...words, process.execPath, cliPath, ...exportedBy], { stdio: 'ignore' });
  const [exitCode, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return signal ?? exitCode;
}

test('killed at any call that concerns its files, an export leaves the old one or the new one', async ({ skip }) => {
  needsTracing(skip);
  const [before, after] = variants;
  const formats = isFull ? allFormats : 'md';
  const files = Object.entries(before?.files ?? {}).filter(([name]) => isFull || name.endsWith('.md'));
  const out = join(folder, 'swept');
  await mkdir(out);
  const layOld = async (): Promise<void> => {
    for (const [name, bytes] of files) await writeFile(join(out, name), bytes);
  };
  const paths = files.flatMap(([name]) => [join(out, name), join(out, `${name}.part`)]);
  const words = exportWords(after?.data ?? '', out, formats);
  await layOld();
  // Once to its end: which calls there are, by whatever name the export writes.
  const trace = join(folder, 'trace');
  const concerned = paths.flatMap((path) => ['-P', path]);
  expect(await runTraced(['-o', trace, '-e', 'trace=%file,%desc', '-e', 'signal=none', ...concerned], words)).toBe(0);
  for (const [name] of files) expect((await readFiles(out))[name]).toEqual(after?.files[name]);
  const calls = [...(await readFile(trace, 'latin1')).matchAll(/^\d+ +(\w+)\(/gmu)].map(([, call]) => call ?? '');
  for (const call of ['openat', 'fsync', 'rename']) {
    expect(calls.filter((one) => one.startsWith(call)).length, call).toBeGreaterThanOrEqual(files.length);
  }
  for (const [index, call] of calls.entries()) {
    await layOld();
    const nth = calls.slice(0, index + 1).filter((one) => one === call).length;
    const fault = faultWords({ calls: [call], code: 'SIGKILL', nth, paths });
    expect(await runTraced(['-o', '/dev/null', ...fault], words), `${call} ${String(nth)}`).toBe('SIGKILL');
    await expectWhole(out);
  }
  reportTrials('P19', calls.length, `exports killed at each call: ${[...new Set(calls)].join(' ')}`);
}, 600_000);

test(
  'killed at any moment, an export leaves the old or the new one',
  { timeout: 60_000 + count * 10_000 },
  async () => {
    const out = join(folder, 'killed');
    await mkdir(out);
    let fullMs = 1_500;
    let cutShort = 0;
    for (let trial = 0; trial < count; trial++) {
      const { data } = variants[trial % 2] ?? { data: '' };
      const startedAt = performance.now();
      const child = startCli(exportWords(data, out));
      const kill = (): void => void child.kill('SIGKILL');
      // In turn: when the first file begins to appear, and at any moment of the whole run.
      const watcher = watch(out, () => setTimeout(kill, Math.random() * 4));
      const timer = trial % 2 === 1 ? setTimeout(kill, Math.random() * fullMs) : null;
      if (timer !== null) watcher.close();
      const signal = await new Promise<NodeJS.Signals | null>((resolve) =>
        child.once('close', (_code, ended) => resolve(ended)),
      );
      watcher.close();
      if (timer !== null) clearTimeout(timer);
      if (signal === null) fullMs = performance.now() - startedAt;
      else cutShort++;
      await expectWhole(out);
    }
    reportTrials('P19', count, `${String(cutShort)} exports cut short`);
    // Where most exports had ended before the kill, nothing would have been tried.
    expect(cutShort).toBeGreaterThan(count / 3);
    for (const { data } of isFull ? variants : variants.slice(0, 1)) {
      const { stdout } = await runCli(['check', '--data', data]);
      expect((JSON.parse(stdout) as { integrity: string }).integrity).toBe('ok');
      const finished = await runCli(exportWords(data, out));
      expect(finished.stderr).toBe('');
      await expectWhole(out);
    }
  },
);

test('an export onto a full disk leaves the old file and says so', async ({ skip }) => {
  skip(!hasTool('prlimit'), 'needs prlimit (Linux)');
  const [before, after] = variants;
  const out = join(folder, 'full');
  await mkdir(out);
  for (const [name, bytes] of Object.entries(before?.files ?? {})) await writeFile(join(out, name), bytes);
  // No room for the journal's row; then for that (its content is there already), but not for the largest of the files.
  const largest = Math.max(...Object.values(after?.files ?? {}).map(({ length }) => length));
  const sentences = new Map([
    [4_096, /The disk of the data folder is full\. Nothing was written/u],
    [largest - 1, /cannot be written\. Nothing there was changed\./u],
  ]);
  for (const [limit, sentence] of sentences) {
    const words = exportWords(after?.data ?? '', out);
    const child = spawn('prlimit', [`--fsize=${String(limit)}:`, process.execPath, cliPath, ...words], {
      env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', LC_MESSAGES: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
    expect({ exitCode, limit }).toEqual({ exitCode: 1, limit });
    expect(said).toMatch(sentence);
    await expectWhole(out);
    expect(Object.keys(await readFiles(out))).toEqual(Object.keys(before?.files ?? {}));
  }
});
