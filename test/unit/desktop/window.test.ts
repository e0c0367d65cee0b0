import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { textsOf } from '../../../electron/main/texts.ts';
import { closeWhenSaved, createWindow, loadPage } from '../../../electron/main/window.ts';
import { FakeWindow } from '../../support/fake-electron.ts';
import type { FakeElectron } from '../../support/fake-electron.ts';

vi.mock('electron', async () => (await import('../../support/fake-electron.ts')).createFakeElectron());
const { dialog } = (await import('electron')) as unknown as FakeElectron;

const root = join(import.meta.dirname, '../../..');

describe('the window', () => {
  test('shuts the page in', () => {
    createWindow('/dist');
    expect(FakeWindow.all.at(-1)!.options).toMatchObject({
      name: 'main',
      windowStatePersistence: true,
      show: false,
      webPreferences: {
        preload: join('/dist', 'preload/index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
      },
    });
  });

  test('is made in one place, and nowhere is anything loosened', () => {
    const sources = globSync('electron/**/*.ts', { cwd: root }).map((path) => ({
      path: path.replaceAll('\\', '/'),
      text: readFileSync(join(root, path), 'utf8'),
    }));
    const holding = (pattern: RegExp): string[] =>
      sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
    expect(sources.length).toBeGreaterThan(20);
    expect(holding(/new (Browser|Base)Window\b/)).toEqual(['electron/main/window.ts']);
    expect(holding(/\bipcMain\.(on|handle|once)\b/)).toEqual(['electron/main/connect-page.ts']);
    expect(holding(/\bopenExternal\(/)).toEqual(['electron/main/desktop.ts']);
    expect(holding(/webSecurity: false|sandbox: false|nodeIntegration: true|contextIsolation: false/)).toEqual([]);
    expect(
      holding(/allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|--no-sandbox|contextBridge/),
    ).toEqual([]);
  });

  test('shows itself when there is something to see, and loads our page', async () => {
    const window = createWindow('/dist') as unknown as FakeWindow;
    window.emit('ready-to-show');
    await loadPage(window as unknown as BrowserWindow);
    expect(window.calls).toEqual(['show', 'load app://trilogue/']);
  });
});

describe('closing while something is not saved', () => {
  const texts = textsOf('en');
  beforeEach(() => {
    vi.useFakeTimers();
    dialog.showMessageBoxSync.mockClear();
    return () => vi.useRealTimers();
  });

  function openWindow() {
    const window = new FakeWindow();
    closeWhenSaved(window as unknown as BrowserWindow, () => texts);
    const refuse = (): { preventDefault: ReturnType<typeof vi.fn> } => {
      const event = { preventDefault: vi.fn() };
      window.webContents.emit('will-prevent-unload', event);
      return event;
    };
    return { window, refuse };
  }

  test('tries again by itself', () => {
    const { window, refuse } = openWindow();
    expect(refuse().preventDefault).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(window.calls).toEqual(['close']);
    expect(dialog.showMessageBoxSync).not.toHaveBeenCalled();
  });

  test('does not touch a window that has gone meanwhile', () => {
    const { window, refuse } = openWindow();
    refuse();
    window.isGone = true;
    vi.runAllTimers();
    expect(window.calls).toEqual([]);
  });

  test('asks in the end, and closes only on demand', () => {
    const { refuse } = openWindow();
    for (let attempt = 0; attempt < 5; attempt += 1) refuse();
    expect(refuse().preventDefault).not.toHaveBeenCalled();
    expect(dialog.showMessageBoxSync).toHaveBeenCalledOnce();

    for (let attempt = 0; attempt < 5; attempt += 1) refuse();
    dialog.showMessageBoxSync.mockReturnValueOnce(1);
    expect(refuse().preventDefault).toHaveBeenCalledOnce();
  });
});
