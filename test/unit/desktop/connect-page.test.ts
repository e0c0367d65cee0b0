import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { BrowserWindow } from 'electron';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBackend } from '../../../electron/backend.ts';
import type { Backend } from '../../../electron/backend.ts';
import { sourceAssets } from '../../../electron/documents/assets.ts';
import { createLog } from '../../../electron/log.ts';
import { connectPage } from '../../../electron/main/connect-page.ts';
import { limitPort, maximumMessageBytes } from '../../../electron/main/limited-port.ts';
import type { Contract } from '#shared/contract/contract.ts';
import { FakeChannel, FakeFrame, FakeWindow } from '../../support/fake-electron.ts';
import type { FakeElectron, FakePort } from '../../support/fake-electron.ts';

vi.mock('electron', async () => (await import('../../support/fake-electron.ts')).createFakeElectron());
const { ipcMain } = (await import('electron')) as unknown as FakeElectron;

let folder = '';
let backend: Backend;
const window = new FakeWindow();
const attached: FakePort[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trilogue-connect-'));
  backend = openBackend({
    isBackedUp: false,
    dataFolder: folder,
    startHelper: () => {
      throw new Error('no helper is needed here');
    },
    assets: sourceAssets(join(import.meta.dirname, '../../..')),
    log: createLog(() => undefined),
  });
  const desktop = { attach: (port: FakePort) => attached.push(port), send: () => undefined };
  connectPage(window as unknown as BrowserWindow, backend, desktop);
});
afterAll(async () => {
  await backend.close();
  await rm(folder, { recursive: true });
});

const { posted, mainFrame } = window.webContents;

test('the page gets a port that speaks the contract, and the desktop port', async () => {
  ipcMain.emit('trilogue-ready', { senderFrame: mainFrame });
  const { channel, ports } = posted.at(-1)!;
  expect([channel, ports.length]).toEqual(['trilogue-port', 2]);
  expect(ports[1]).toBe(attached.at(-1)!.other);

  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: ports[0]! }));
  expect(await client.settings.update({ uiLanguage: 'ru' })).toMatchObject({ uiLanguage: 'ru' });
  expect(await backend.client.settings.get()).toMatchObject({ uiLanguage: 'ru' });
});

test('a page that asks again gets a fresh pair, and the old one ends with what was running on it', async () => {
  ipcMain.emit('trilogue-ready', { senderFrame: mainFrame });
  const [oldPort, oldDesktop] = posted.at(-1)!.ports;
  const oldClient: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: oldPort! }));
  const subscribe = vi.spyOn(backend.context.events, 'subscribe');
  const changes = await oldClient.app.changes();
  const ended = expect(changes.next()).rejects.toThrow();
  const heard = () =>
    (subscribe.mock.calls as unknown[][])
      .flat()
      .find((argument): argument is { signal: AbortSignal } => typeof argument === 'object')?.signal;
  await vi.waitFor(() => {
    expect(heard()?.aborted).toBe(false);
  });

  ipcMain.emit('trilogue-ready', { senderFrame: mainFrame });
  await ended;
  expect([oldPort!.isClosed, oldDesktop!.isClosed]).toEqual([true, true]);
  expect(heard()?.aborted).toBe(true);
  const { ports } = posted.at(-1)!;
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: ports[0]! }));
  expect(await client.settings.get()).toMatchObject({ uiLanguage: 'ru' });
  expect(ports[1]).toBe(attached.at(-1)!.other);
  expect(ipcMain.listenerCount('trilogue-ready')).toBe(1);
});

test('nobody else gets one', () => {
  const before = posted.length;
  for (const senderFrame of [null, new FakeFrame('app://trilogue'), new FakeFrame('https://example.org')]) {
    ipcMain.emit('trilogue-ready', { senderFrame });
  }
  window.isGone = true;
  ipcMain.emit('trilogue-ready', { senderFrame: mainFrame });
  expect(posted.length).toBe(before);
});

test('nothing is listened to but that one word', () => {
  expect(ipcMain.eventNames()).toEqual(['trilogue-ready']);
});

const tooMany = maximumMessageBytes + 1;

test.each([
  ['a text beyond the limit', 'x'.repeat(tooMany)],
  ['bytes beyond the limit', new ArrayBuffer(tooMany)],
  ['what the protocol never sends', { id: 1 }],
])('%s closes the port unread', (_name, message) => {
  const { port1 } = new FakeChannel();
  const receive = vi.fn();
  limitPort(port1).on('message', receive);
  port1.emit('message', { data: message });
  expect(receive).not.toHaveBeenCalled();
  expect(port1.isClosed).toBe(true);
});
