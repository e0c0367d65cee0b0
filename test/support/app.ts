import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { test as base, type Page } from '@playwright/test';
import { projectFolder } from './project-folder.ts';

/** The browser door over a folder of its own, as a secretary starts it. */
export interface App {
  readonly dataFolder: string;
  /** Starts the door; `isSample` loads the sample meetings. */
  start(options?: { isSample?: boolean }): Promise<void>;
  /** Opens the page with a fresh one-time address. */
  open(page: Page): Promise<void>;
  /** Ctrl+C; resolves with the exit code when the process is gone. */
  stop(): Promise<number | null>;
  /** Cuts the process off without a chance to tidy up. */
  kill(): Promise<void>;
}

interface Running {
  process: ChildProcess;
  lines: AsyncIterator<string>;
  reader: Interface;
  firstUrl: string | null;
}

const cliPath = join(projectFolder, 'dist', 'cli', 'index.js');

function createApp(dataFolder: string): App {
  let running: Running | null = null;
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (running === null) return null;
    const { process: child, reader } = running;
    running = null;
    const exited = once(child, 'exit');
    child.kill(signal);
    const [code] = (await exited) as [number | null];
    reader.close();
    return code;
  };
  return {
    dataFolder,
    async start(options = {}) {
      const words = ['serve', '--data', dataFolder, ...(options.isSample === true ? ['--sample'] : [])];
      const child = spawn(process.execPath, [cliPath, ...words], { stdio: ['pipe', 'pipe', 'ignore'] });
      const reader = createInterface({ input: child.stdout });
      const lines = reader[Symbol.asyncIterator]();
      running = { process: child, lines, reader, firstUrl: await readUrl(lines) };
    },
    async open(page) {
      if (running === null) throw new Error('the door is not open');
      // The first address may be older than its sixty seconds: each one is used once, later ones are asked for.
      const url = running.firstUrl ?? (await askForUrl(running));
      running.firstUrl = null;
      await page.goto('about:blank');
      await page.goto(url);
    },
    stop: () => end('SIGINT'),
    async kill() {
      await end('SIGKILL');
    },
  };
}

async function readUrl(lines: AsyncIterator<string>): Promise<string> {
  const line: IteratorResult<string, undefined> = await lines.next();
  if (line.done === true) throw new Error('the door ended before it printed an address');
  return (JSON.parse(line.value) as { url: string }).url;
}

function askForUrl({ process: child, lines }: Running): Promise<string> {
  child.stdin?.write('\n');
  return readUrl(lines);
}

/** A test with its own data folder and a door over it, both gone afterwards. */
export const test = base.extend<{ app: App }>({
  app: async ({}, use) => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'trilogue-e2e-'));
    const app = createApp(dataFolder);
    await use(app);
    await app.stop();
    await rm(dataFolder, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
