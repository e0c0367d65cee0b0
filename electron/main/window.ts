import { join } from 'node:path';
import { BrowserWindow, dialog } from 'electron';
import { origin } from './origin.ts';
import type { DesktopTexts } from './texts.ts';

/** How often the page gets another moment to save what was typed before the user is asked. */
const savingAttempts = 5;
const savingPauseMs = 300;

/**
 * The only place where a window is made.
 *
 * @param distFolder absolute path of dist/
 */
export function createWindow(distFolder: string): BrowserWindow {
  const window = new BrowserWindow({
    name: 'main',
    windowStatePersistence: true,
    width: 1280,
    height: 820,
    minWidth: 480,
    minHeight: 400,
    show: false,
    icon: join(distFolder, 'resources/icons/icon.png'),
    webPreferences: {
      preload: join(distFolder, 'preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  return window;
}

/** Shows the page from its first screen on. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${origin}/`);
}

/**
 * The page objects to being closed while something typed is not on disk, and saves it meanwhile: try again, and only
 * when that does not help let the user decide.
 */
export function closeWhenSaved(window: BrowserWindow, readTexts: () => DesktopTexts): void {
  let attempts = 0;
  window.webContents.on('will-prevent-unload', (event) => {
    attempts += 1;
    if (attempts <= savingAttempts) {
      setTimeout(() => {
        if (!window.isDestroyed()) window.close();
      }, savingPauseMs);
      return;
    }
    attempts = 0;
    const texts = readTexts().unsaved;
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: texts.message,
      detail: texts.detail,
      buttons: [texts.stay, texts.close],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    // Preventing the prevention closes the window.
    if (answer === 1) event.preventDefault();
  });
}
