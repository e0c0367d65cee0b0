import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, session } from 'electron';
import type { BrowserWindow } from 'electron';
import { defaultSettings } from '#shared/contract/settings.ts';
import { openBackend } from '../backend.ts';
import type { Backend } from '../backend.ts';
import { StoreError } from '../db/store-error.ts';
import { builtAssets } from '../documents/assets.ts';
import { logUncaught } from '../log.ts';
import { readArguments } from './arguments.ts';
import { connectPage } from './connect-page.ts';
import { createDesktop } from './desktop.ts';
import { createDrafts } from './drafts.ts';
import { forgetErased } from './forget.ts';
import { createHelperStarter } from './helper.ts';
import { createFileLog } from './log-file.ts';
import { createMenu } from './menu.ts';
import type { ApplicationMenu } from './menu.ts';
import { followPower } from './power.ts';
import { registerScheme, servePage } from './protocol.ts';
import { hardenContents, hardenSession } from './security.ts';
import { chooseLanguage, fillIn, textsOf } from './texts.ts';
import type { DesktopTexts } from './texts.ts';
import { closeWhenSaved, createWindow, loadPage } from './window.ts';

const distFolder = join(import.meta.dirname, '..');
/** Tells the start script that the reason has been shown: another door would only repeat it. */
const refusedExitCode = 3;

const { dataFolder, isSample } = readArguments(process.argv.slice(app.isPackaged ? 1 : 2));
/** Chromium's own files; inside the data folder, so that whoever deletes the one has deleted the other. */
const profileFolder = join(dataFolder, 'desktop');

const log = createFileLog(profileFolder);

const machineTexts = (): DesktopTexts => textsOf(chooseLanguage(app.getPreferredSystemLanguages()));

function refuse(error: unknown): void {
  const { code, place } = StoreError.from(error, dataFolder);
  const texts = machineTexts().refused;
  const sentence = fillIn(texts[code], { place });
  process.stderr.write(`${sentence}\n`);
  dialog.showErrorBox(texts.title, sentence);
  app.exit(refusedExitCode);
}

function prepareProfile(): boolean {
  try {
    mkdirSync(profileFolder, { recursive: true, mode: 0o700 });
    app.setPath('userData', profileFolder);
    return true;
  } catch {
    return false;
  }
}

async function openStore(): Promise<Backend> {
  const backend = openBackend({
    dataFolder,
    startHelper: createHelperStarter(distFolder),
    assets: builtAssets(distFolder),
    log,
  });
  if (isSample && backend.context.store.isReadable) await backend.client.records.loadSample();
  return backend;
}

/** Menus and dialogs in the language and with the chords that are set, also after they have been changed. */
async function followSettings(backend: Backend, menu: ApplicationMenu): Promise<() => DesktopTexts> {
  let texts = machineTexts();
  const refresh = async (): Promise<void> => {
    // Without a data file the recovery screen is shown, in the language of the machine.
    const { uiLanguage, shortcuts } = backend.context.store.isReadable
      ? await backend.client.settings.get()
      : defaultSettings;
    texts = uiLanguage === null ? machineTexts() : textsOf(uiLanguage);
    menu.draw(texts, shortcuts);
  };
  await refresh();
  backend.context.events.subscribe('change', ({ tables, isRestored }) => {
    if (isRestored === true || tables.includes('setting')) void refresh();
  });
  return () => texts;
}

/** A page that has crashed comes back; what was typed is in the store save for the last second. */
function reviveAfterCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) void loadPage(window);
  });
}

function quitCleanly(backend: Backend): void {
  let isClosed = false;
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void backend.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}

async function open(): Promise<void> {
  await app.whenReady();
  let backend: Backend;
  try {
    backend = await openStore();
  } catch (error) {
    refuse(error);
    return;
  }
  quitCleanly(backend);
  hardenSession(session.defaultSession);
  servePage(session.defaultSession, join(distFolder, 'renderer'));

  const window = createWindow(distFolder);
  const menu = createMenu((command) => {
    desktop.send(command);
  });
  const readTexts = await followSettings(backend, menu);
  const drafts = createDrafts(join(profileFolder, 'drafts'));
  await drafts.clean();
  forgetErased(backend.context, session.defaultSession, drafts);
  const desktop = createDesktop({
    window,
    readTexts,
    drafts,
    backups: backend.context.backups,
    onCommands: (available) => {
      menu.setAvailable(available);
    },
  });
  connectPage(window, backend, desktop);
  closeWhenSaved(window, readTexts);
  reviveAfterCrash(window);
  followPower(window, backend);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  await loadPage(window);
}

registerScheme();
app.enableSandbox();
app.on('web-contents-created', (_event, contents) => {
  hardenContents(contents);
});

if (!prepareProfile()) {
  void app.whenReady().then(() => {
    refuse(new StoreError('folder-unwritable', dataFolder));
  });
} else if (app.requestSingleInstanceLock()) {
  logUncaught(log, () => undefined);
  open().catch((error: unknown) => {
    log.bug(error);
    app.exit(1);
  });
} else {
  app.quit();
}
