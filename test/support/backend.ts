import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { Contract } from '#shared/contract/contract.ts';
import { type Backend, type BackendOptions, openBackend } from '../../electron/backend.ts';
import { startBrowserDoor } from '../../electron/browser/index.ts';
import { sourceAssets } from '../../electron/documents/assets.ts';
import { forkHelper } from '../../electron/helper-process.ts';
import { createLog } from '../../electron/log.ts';
import { router } from '../../electron/router.ts';
import { projectFolder } from './project-folder.ts';

export type Client = ContractRouterClient<Contract>;

/** A new empty folder, gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A folder for all tests of a describe block, gone after the last. */
export function makeSharedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-test-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A real back end for all tests of a file, opened before the first one and closed after the last. */
export function openSharedBackend(dataFolder: string): () => Backend {
  let backend: Backend | undefined;
  beforeAll(() => {
    backend = openBackend({ dataFolder, ...surroundings(() => undefined) });
  });
  afterAll(() => backend?.close());
  return () => {
    if (backend === undefined) throw new Error('the back end is opened before the first test');
    return backend;
  };
}

const surroundings = (line: (line: string) => void): Omit<BackendOptions, 'dataFolder'> => ({
  startHelper: (entry) => forkHelper(join(projectFolder, 'dist', entry, 'index.js')),
  assets: sourceAssets(projectFolder),
  log: createLog(line),
  isBackedUp: false,
});

/**
 * A real back end over a real file; `logged` collects what it would write to its log. Backups are made only when they are
 * asked for, unless the options say otherwise.
 */
export function openTestBackend(
  dataFolder: string = makeFolder(),
  options: Partial<BackendOptions> = {},
): { backend: Backend; logged: string[] } {
  const logged: string[] = [];
  const backend = openBackend({ dataFolder, ...surroundings((line) => logged.push(line)), ...options });
  onTestFinished(() => backend.close());
  return { backend, logged };
}

/** The three ways to reach the same back end. Each answers a client; everything is closed after the test. */
export const transports: Record<string, (backend: Backend) => Promise<Client>> = {
  'in process': (backend) => Promise.resolve(backend.client),
  'over HTTP': async (backend) => {
    const door = await startBrowserDoor({ backend, port: 0, assets: (_request, response) => response.end() });
    onTestFinished(() => door.close());
    const url = new URL(door.issueUrl());
    const response = await fetch(`${url.origin}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: url.hash.replace('#code=', '') }),
    });
    const { token } = (await response.json()) as { token: string };
    return createORPCClient(new FetchLink({ url: `${url.origin}/rpc`, headers: { authorization: `Bearer ${token}` } }));
  },
  'over a message port': (backend) => {
    const { port1, port2 } = new MessageChannel();
    onTestFinished(() => {
      port1.close();
    });
    new RPCHandler(router).upgrade(port1, { context: backend.context });
    port1.start();
    port2.start();
    return Promise.resolve(createORPCClient(new PortLink({ port: port2 })));
  },
};
