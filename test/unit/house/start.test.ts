import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findElectron } from '../../../.config/electron-runtime.ts';

const root = join(import.meta.dirname, '../../..');
const isWindows = process.platform === 'win32';

interface Run {
  child: ChildProcess;
  output: () => string;
  errors: () => string;
  /** Resolves with the first match of the pattern on stdout; rejects when the process ends without it. */
  waitFor: (pattern: RegExp) => Promise<string>;
  exitCode: Promise<number | null>;
}

let folder = '';
let runs: Run[] = [];

beforeEach(async () => {
  runs = [];
  folder = await mkdtemp(join(tmpdir(), 'trilogue-start-'));
});
afterEach(async () => {
  for (const { child } of runs) {
    try {
      process.kill(isWindows ? child.pid! : -child.pid!, 'SIGKILL');
    } catch {
      // Ended long ago, as it should.
    }
  }
  await rm(folder, { recursive: true, force: true });
});

/** `npm start -- …` as a newcomer types it: in a process group of its own, which is what Ctrl+C in a terminal reaches. */
function start(args: string[], environment: Record<string, string> = {}): Run {
  const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'));
  const child = spawn('npm', ['run', '-s', 'start', '--', ...args], {
    cwd: root,
    detached: !isWindows,
    shell: isWindows,
    env: { HOME: folder, USERPROFILE: folder, PATH: path.join(delimiter), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  // As a shell reports it: 130 for what Ctrl+C has ended, be it by code or by signal.
  const exitCode = new Promise<number | null>((resolve) => {
    child.once('close', (code, signal) => {
      resolve(signal === 'SIGINT' ? 130 : code);
    });
  });
  const run: Run = {
    child,
    output: () => output,
    errors: () => errors,
    exitCode,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(output);
          if (match !== null) resolve(match[0]);
        };
        child.stdout.on('data', look);
        void exitCode.then((code) => {
          reject(new Error(`ended with ${String(code)}: ${errors}`));
        });
        look();
      }),
  };
  runs.push(run);
  return run;
}

const address = /http:\/\/127\.0\.0\.1:\d+\/#code=\S+/;

function isGroupAlive(groupId: number): boolean {
  try {
    process.kill(-groupId, 0);
    return true;
  } catch {
    return false;
  }
}

/** Presses Ctrl+C and sees everything end, the database closed with nothing left in its log. */
async function interrupt({ child, exitCode }: Run): Promise<void> {
  process.kill(-child.pid!, 'SIGINT');
  expect([0, 130]).toContain(await exitCode);
  expect(isGroupAlive(child.pid!)).toBe(false);
  expect((await readdir(folder)).filter((name) => name.startsWith('trilogue.db'))).toEqual(['trilogue.db']);
}

const lines = (text: string): string[] =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('building '));

describe.skipIf(isWindows)('npm start', () => {
  test(
    'opens the browser door on demand, stays until Ctrl+C and leaves no process behind',
    { timeout: 60_000 },
    async () => {
      const run = start(['--browser', '--sample', '--data', folder]);
      const url = await run.waitFor(address);
      expect(run.output()).toMatch(/^Trilogue is open at http:\S+\n$/);
      const response = await fetch(new URL('/', url));
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(run.child.exitCode).toBeNull();
      await interrupt(run);
    },
  );

  test('without a display says so in one line and opens the browser door', { timeout: 60_000 }, async ({ skip }) => {
    if (process.platform !== 'linux') skip('only Linux can lack a display');
    const run = start(['--data', folder]);
    await run.waitFor(address);
    expect(lines(run.errors())[0]).toBe('There is no display here: opening Trilogue in the browser instead.');
    await interrupt(run);
  });

  describe('where nothing answers', () => {
    let silent: Server;
    beforeEach(async () => {
      // Takes the connection and never says a word: what a firewall that drops packets looks like from here.
      silent = createServer(() => undefined);
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    });
    afterEach(() => void silent.close());

    test('does not hang: one line, and an address within 30 s', { timeout: 60_000 }, async ({ skip }) => {
      if ((await findElectron()) !== null) skip("Electron's runtime is here: nothing is to be fetched");
      const { port } = silent.address() as { port: number };
      const startedAtMs = performance.now();
      const run = start(['--data', folder], {
        DISPLAY: ':99',
        ELECTRON_MIRROR: `http://127.0.0.1:${port}/`,
        electron_config_cache: join(folder, 'cache'),
      });
      await run.waitFor(address);
      expect(performance.now() - startedAtMs).toBeLessThan(30_000);
      expect(lines(run.errors())[0]).toBe(
        "Electron's runtime is not here and could not be fetched: opening Trilogue in the browser instead.",
      );
      await interrupt(run);
    });
  });

  describe('with a runtime', () => {
    /** A runtime that does one thing and ends. */
    async function startWith(script: string): Promise<Run> {
      const executable = join(
        folder,
        process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron',
      );
      await writeFile(executable, `#!/bin/sh\n${script}\n`);
      await chmod(executable, 0o755);
      return start(['--sample', '--data', folder], { DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: folder });
    }

    test.skipIf(process.platform !== 'linux')(
      'that exits early falls back to the browser',
      { timeout: 60_000 },
      async () => {
        const run = await startWith('exit 1');
        await run.waitFor(address);
        expect(lines(run.errors())[0]).toBe(
          'The desktop window could not be opened: opening Trilogue in the browser instead.',
        );
        await interrupt(run);
      },
    );

    test.skipIf(process.platform !== 'linux')(
      'passes the project and the options on, and ends as the desktop ends',
      async () => {
        const run = await startWith('echo "$@"; exit 0');
        expect(await run.exitCode).toBe(0);
        expect(run.output().trim()).toBe(`${root} --sample --data ${folder}`);
      },
    );

    test.skipIf(process.platform !== 'linux')('that has given its reason opens no other door', async () => {
      const run = await startWith('echo reason >&2; exit 3');
      expect(await run.exitCode).toBe(1);
      expect(lines(run.errors())).toEqual(['reason']);
      expect(run.output()).toBe('');
    });
  });

  test('refuses what it does not know, and says how it is used', async () => {
    const run = start(['--nonsense']);
    expect(await run.exitCode).toBe(2);
    expect(run.errors()).toMatch(/--nonsense[\s\S]*Use: npm start/);
  });

  test('passes on why the data cannot be opened', { timeout: 60_000 }, async () => {
    await writeFile(join(folder, 'trilogue.db'), 'this is a letter, not a database'.repeat(200));
    const run = start(['--browser', '--data', folder]);
    expect(await run.exitCode).toBe(1);
    expect(lines(run.errors()).length).toBe(1);
    expect(run.output()).toBe('');
  });
});

describe('an old Node', () => {
  const oldNode = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((part) => !part.includes('node_modules'))
    .map((part) => join(part, isWindows ? 'node.exe' : 'node'))
    .find((path) => {
      try {
        return Number(execFileSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }).split('.')[0]) < 22;
      } catch {
        return false;
      }
    });

  test('is refused in one sentence', ({ skip }) => {
    if (oldNode === undefined) skip('there is no Node older than 22 on this machine');
    let outcome: unknown;
    try {
      execFileSync(oldNode!, [join(root, '.config/launch.mjs'), 'start'], { encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      outcome = error;
    }
    const { status, stderr } = outcome as { status: number; stderr: string };
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Trilogue needs Node\.js 22\.18 or newer, this is \d+\.\d+\.\d+\. [^\n]+\n$/);
  });
});
