import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readArguments } from '../../../electron/main/arguments.ts';
import { defaultDataFolder, sampleDataFolder } from '../../../electron/data-folder.ts';
import type { FakeElectron } from '../../support/fake-electron.ts';

/** A machine that does other things as well needs its time; nothing is measured. */
const soon = { timeout: 20_000 };
let folder = '';
const argv = process.argv;

beforeEach(async () => {
  vi.resetModules();
  folder = await mkdtemp(join(tmpdir(), 'trilogue-compose-'));
});
afterEach(async () => {
  process.argv = argv;
  await rm(folder, { recursive: true, force: true });
});

/** Runs the desktop door's entry as Electron would, over a data folder of the test's. */
async function startDesktop(prepare: (fake: FakeElectron) => void = () => undefined, data = folder) {
  const { FakeWindow, createFakeElectron } = await import('../../support/fake-electron.ts');
  const fake = createFakeElectron();
  prepare(fake);
  vi.doMock('electron', () => fake);
  process.argv = ['electron', '.', '--data', data];
  await import('../../../electron/main/index.ts');
  return { ...fake, windows: FakeWindow.all };
}

describe('the desktop door', () => {
  test('shuts itself in before the app is ready, and opens one window', async () => {
    const { app, windows, session, Menu, powerMonitor } = await startDesktop();
    await vi.waitFor(() => {
      expect(windows[0]?.calls).toEqual(['load app://trilogue/']);
    }, soon);
    expect(app.calls).toEqual(['registerScheme', 'enableSandbox', 'requestSingleInstanceLock', 'whenReady']);
    expect(windows.length).toBe(1);
    expect(app.paths).toEqual({ userData: join(folder, 'desktop') });
    expect(session.defaultSession.handlers['protocol:app']).toBeTypeOf('function');
    expect(session.defaultSession.spellChecker).toBe(false);
    expect(Menu.setApplicationMenu).toHaveBeenCalledOnce();

    expect(powerMonitor.eventNames()).toEqual(['suspend', 'lock-screen', 'shutdown']);
    app.emit('second-instance');
    expect(windows[0]!.calls).toEqual(['load app://trilogue/', 'restore', 'focus']);
    const contents = windows[0]!.webContents;
    contents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(windows[0]!.calls.at(-1)).toBe('load app://trilogue/');

    await quit(app);
  });

  test('hardens whatever contents come into being', async () => {
    const { app, windows } = await startDesktop();
    await vi.waitFor(() => {
      expect(windows[0]?.calls.length).toBe(1);
    }, soon);
    const { FakeWebContents } = await import('../../support/fake-electron.ts');
    const contents = new FakeWebContents('https://example.org');
    app.emit('web-contents-created', {}, contents);
    expect(contents.openHandler!()).toEqual({ action: 'deny' });
    expect(contents.eventNames()).toEqual([
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'will-attach-webview',
    ]);
    await quit(app);
  });

  test('rebuilds the menu when the language is switched', async () => {
    const { app, windows, Menu, ipcMain } = await startDesktop();
    await vi.waitFor(() => {
      expect(windows[0]?.calls.length).toBe(1);
    }, soon);
    ipcMain.emit('trilogue-ready', { senderFrame: windows[0]!.webContents.mainFrame });
    const [port] = windows[0]!.webContents.posted[0]!.ports;
    const { createORPCClient } = await import('@orpc/client');
    const { RPCLink } = await import('@orpc/client/message-port');
    const client = createORPCClient<{ settings: { update: (patch: object) => Promise<unknown> } }>(
      new RPCLink({ port: port! }),
    );
    await client.settings.update({ uiLanguage: 'zh' });
    await vi.waitFor(() => {
      const menu = Menu.setApplicationMenu.mock.calls.at(-1)![0] as { items: { label: string }[] };
      expect(menu.items.map((item) => item.label)).toContain('编辑');
    }, soon);
    await quit(app);
  });

  test('leaves the place to the copy that is already open', async () => {
    const { app, windows } = await startDesktop(({ app: fake }) => {
      fake.hasLock = false;
    });
    expect(app.calls.slice(-2)).toEqual(['requestSingleInstanceLock', 'quit']);
    expect(windows).toEqual([]);
  });

  test('says in the language of the machine why it cannot open the data, and touches nothing', async () => {
    await writeFile(join(folder, 'trilogue.db'), 'this is a letter, not a database'.repeat(200));
    const { app, dialog, windows } = await startDesktop(({ app: fake }) => {
      fake.languages = ['ru-RU'];
    });
    await vi.waitFor(() => {
      expect(app.calls.at(-1)).toBe('exit 3');
    }, soon);
    expect(dialog.showErrorBox.mock.calls).toEqual([
      ['Не удаётся запустить Trilogue', expect.stringContaining('не является базой данных Trilogue') as string],
    ]);
    expect(windows).toEqual([]);
  });

  test('says so when there can be no data folder', async () => {
    await writeFile(join(folder, 'file'), '');
    const { app, dialog } = await startDesktop(undefined, join(folder, 'file', 'data'));
    await vi.waitFor(() => {
      expect(app.calls.at(-1)).toBe('exit 3');
    }, soon);
    expect(dialog.showErrorBox).toHaveBeenCalledOnce();
  });
});

/** Closing waits for the store: the second quit is the one that Electron carries out. */
async function quit(app: FakeElectron['app']): Promise<void> {
  app.emit('window-all-closed');
  expect(app.calls.at(-1)).toBe('quit');
  const before = app.calls.length;
  const event = { preventDefault: vi.fn() };
  app.emit('will-quit', event);
  expect(event.preventDefault).toHaveBeenCalledOnce();
  await vi.waitFor(() => {
    expect(app.calls.length).toBe(before + 1);
  }, soon);
  const again = { preventDefault: vi.fn() };
  app.emit('will-quit', again);
  expect(again.preventDefault).not.toHaveBeenCalled();
}

describe('the command line', () => {
  test.each([
    [[], { isSample: false, dataFolder: defaultDataFolder() }],
    [['--sample'], { isSample: true, dataFolder: sampleDataFolder() }],
    [['--data', 'x', '--sample'], { isSample: true, dataFolder: resolve('x') }],
    [['--disable-gpu', '--data=y', 'document.json'], { isSample: false, dataFolder: resolve('y') }],
    [['--data', ''], { isSample: false, dataFolder: defaultDataFolder() }],
  ])('%j', (args, expected) => {
    expect(readArguments(args)).toEqual(expected);
  });
});
