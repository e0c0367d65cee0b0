import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { test as base, type Page } from '@playwright/test';
import type { Contract } from '#shared/contract/contract.ts';
import { projectFolder } from './project-folder.ts';

export type Client = ContractRouterClient<Contract>;

/** The browser door over a folder of its own, as a secretary starts it. */
export interface App {
  readonly dataFolder: string;
  /** Starts the door; `isSample` loads the sample meetings, `isSamePort` opens it where it stood before. */
  start(options?: { isSample?: boolean; isSamePort?: boolean }): Promise<void>;
  /** A fresh one-time address. */
  address(): Promise<string>;
  /** Opens the page with a fresh one-time address. */
  open(page: Page): Promise<void>;
  /** Access of its own, as a page gets it for its one-time address. */
  access(): Promise<{ origin: string; token: string }>;
  /** A client of its own, with its own access: what another window of the application could do. */
  connect(): Promise<Client>;
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
  let lastPort = '0';
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
  const address = async (): Promise<string> => {
    if (running === null) throw new Error('the door is not open');
    // The first address may be older than its sixty seconds: each one is used once, later ones are asked for.
    const url = running.firstUrl ?? (await askForUrl(running));
    running.firstUrl = null;
    return url;
  };
  const access = async (): Promise<{ origin: string; token: string }> => {
    const url = new URL(await address());
    const response = await fetch(`${url.origin}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: url.hash.replace('#code=', '') }),
    });
    const { token } = (await response.json()) as { token: string };
    return { origin: url.origin, token };
  };
  return {
    dataFolder,
    async start({ isSample = false, isSamePort = false } = {}) {
      const port = isSamePort ? ['--port', lastPort] : [];
      const words = ['serve', '--data', dataFolder, ...port, ...(isSample ? ['--sample'] : [])];
      const child = spawn(process.execPath, [cliPath, ...words], { stdio: ['pipe', 'pipe', 'ignore'] });
      const reader = createInterface({ input: child.stdout });
      const lines = reader[Symbol.asyncIterator]();
      const firstUrl = await readUrl(lines);
      lastPort = new URL(firstUrl).port;
      running = { process: child, lines, reader, firstUrl };
    },
    address,
    async open(page) {
      const url = await address();
      await page.goto('about:blank');
      await page.goto(url);
    },
    access,
    async connect() {
      const { origin, token } = await access();
      return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { authorization: `Bearer ${token}` } }));
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

/**
 * A test with its own data folder and a door over it, both gone afterwards. Tests that do not disturb each other take
 * `sharedApp`: one folder and one started door for all of them in a worker.
 */
export const test = base.extend<{ app: App }, { sharedApp: App }>({
  app: async ({}, use) => withApp(use),
  sharedApp: [
    async ({}, use) =>
      withApp(async (app) => {
        await app.start();
        await use(app);
      }),
    { scope: 'worker' },
  ],
});

async function withApp(use: (app: App) => Promise<void>): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'trilogue-e2e-'));
  const app = createApp(dataFolder);
  await use(app);
  await app.stop();
  await rm(dataFolder, { recursive: true, force: true });
}

export { expect } from '@playwright/test';
