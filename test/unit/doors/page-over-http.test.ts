import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { startBrowserDoor } from '../../../electron/browser/index.ts';
import { openTestBackend } from '../../support/backend.ts';

/** The page's calls, with the address it was opened by. */
async function openPage(address: string, token?: string) {
  const { origin, hash } = new URL(address);
  const stored = new Map<string, string>(token === undefined ? [] : [['trilogue-token', token]]);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('location', { protocol: 'http:', origin, hash, pathname: '/' });
  vi.stubGlobal('history', { replaceState: () => undefined });
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
  const realFetch = globalThis.fetch;
  vi.stubGlobal('fetch', (target: RequestInfo, init?: RequestInit) =>
    realFetch(typeof target === 'string' ? new URL(target, origin) : target, init),
  );
  return import('../../../renderer/app/api.ts');
}

beforeEach(() => {
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('a door that is shut is no answer, at once', async () => {
  const { backend } = openTestBackend();
  const door = await startBrowserDoor({ backend, port: 0, assets: (_request, response) => response.end() });
  const { api, NoAnswer } = await openPage(door.issueUrl());
  expect((await api.settings.get()).theme).toBe('system');
  expect(await (await api.exchange.export({ kind: 'people', format: 'csv', language: 'en' })).text()).toContain(',');
  await door.close();
  await expect(api.settings.get()).rejects.toBeInstanceOf(NoAnswer);
});

test('an answer that is cut off in the middle is no answer either', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"json":');
    setImmediate(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { api, NoAnswer } = await openPage(
    `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    'any',
  );
  await expect(api.settings.get()).rejects.toBeInstanceOf(NoAnswer);
});
