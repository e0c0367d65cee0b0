import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { textsOf } from '../../../electron/main/texts.ts';
import { closeWhenSaved, createWindow, loadPage } from '../../../electron/main/window.ts';
import { FakeWindow } from '../../support/fake-electron.ts';
import type { FakeElectron } from '../../support/fake-electron.ts';

vi.mock('electron', async () => (await import('../../support/fake-electron.ts')).createFakeElectron());
const { dialog } = (await import('electron')) as unknown as FakeElectron;

/* What the page may do in it is seen in test/security/p13-electron.test.ts. */
describe('the window', () => {
  test('shows itself when there is something to see, and loads our page', async () => {
    const window = createWindow('/dist') as unknown as FakeWindow;
    expect(window.options).toMatchObject({ name: 'main', windowStatePersistence: true, show: false });
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
