import { rm } from 'node:fs/promises';
import { Notification, dialog, shell } from 'electron';
import type { BrowserWindow, MessagePortMain } from 'electron';
import { z } from 'zod';
import { commandIds } from '#shared/domain/commands.ts';
import type { CommandId } from '#shared/domain/commands.ts';
import { BackupFailed } from '../db/backups/backups.ts';
import type { Backups } from '../db/backups/backups.ts';
import type { Drafts } from './drafts.ts';
import {
  maximumBackupBytes,
  maximumFileBytes,
  maximumSavedBytes,
  readChosenFile,
  toFileName,
  writeBeside,
  writeWhole,
} from './files.ts';
import { readExternalAddress } from './security.ts';
import { fillIn } from './texts.ts';
import type { DesktopTexts } from './texts.ts';
import { loadPage } from './window.ts';

const line = z.string().max(2_000);
const plainFile = z.strictObject({
  name: z.string().min(1).max(400),
  type: line,
  bytes: z.instanceof(ArrayBuffer).refine((bytes) => bytes.byteLength <= maximumSavedBytes),
});
/** As many as the contract makes letters in one go. */
const maximumSavedFiles = 1_000;
const plainFiles = z
  .array(plainFile)
  .min(1)
  .max(maximumSavedFiles)
  .refine((files) => files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) <= maximumSavedBytes);
const id = z.number().int().nonnegative();
/** What the page may ask; the other side is renderer/app/desktop-electron.ts. */
const pageRequest = z.discriminatedUnion('call', [
  z.strictObject({ id, call: z.literal('saveFile'), args: z.tuple([plainFile]) }),
  z.strictObject({ id, call: z.literal('saveFiles'), args: z.tuple([plainFiles]) }),
  z.strictObject({ id, call: z.literal('openDraft'), args: z.tuple([plainFile]) }),
  z.strictObject({
    id,
    call: z.literal('openFile'),
    args: z.tuple([z.string().regex(/^\.[a-z0-9]{1,10}(,\.[a-z0-9]{1,10})*$/)]),
  }),
  z.strictObject({ id, call: z.literal('openLink'), args: z.tuple([line]) }),
  z.strictObject({ id, call: z.literal('showInFolder'), args: z.tuple([z.string().max(4_096)]) }),
  z.strictObject({ id, call: z.literal('notify'), args: z.tuple([line, line]) }),
  z.strictObject({
    id,
    call: z.literal('showCommands'),
    args: z.tuple([z.array(z.enum(commandIds)).max(commandIds.length)]),
  }),
  z.strictObject({ id, call: z.literal('chooseBackupFolder'), args: z.tuple([]) }),
  z.strictObject({ id, call: z.literal('forgetBackupFolder'), args: z.tuple([]) }),
  z.strictObject({ id, call: z.literal('beginAnew'), args: z.tuple([]) }),
]);
type PageRequest = z.infer<typeof pageRequest>;

export interface DesktopOptions {
  window: BrowserWindow;
  readTexts: () => DesktopTexts;
  drafts: Drafts;
  backups: Pick<Backups, 'setSecondFolder'>;
  /** Called whenever the page has said what it can do. */
  onCommands: (available: ReadonlySet<CommandId>) => void;
}

export interface Desktop {
  /** Answers the page on this port until it is closed; the port of an earlier load of the page is forgotten. */
  attach(port: MessagePortMain): void;
  send(command: CommandId): void;
}

const fileKinds = [
  { name: 'pdf', extensions: ['pdf'] },
  { name: 'docx', extensions: ['docx'] },
  { name: 'json', extensions: ['json'] },
  { name: 'table', extensions: ['csv', 'tsv', 'txt'] },
  { name: 'workbook', extensions: ['xlsx'] },
  { name: 'card', extensions: ['vcf'] },
  { name: 'picture', extensions: ['png', 'jpg', 'jpeg'] },
  { name: 'backup', extensions: ['zip', 'age', 'db'] },
] as const;

/** Where files of several kinds will do, all of them together come first. */
function describeFilters(wanted: string[], texts: DesktopTexts['file']) {
  const kinds = fileKinds
    .map(({ name, extensions }) => ({
      name: texts[name],
      extensions: extensions.filter((extension) => wanted.includes(extension)),
    }))
    .filter(({ extensions }) => extensions.length > 0);
  const all = { name: texts.readable, extensions: kinds.flatMap(({ extensions }) => extensions) };
  return [...(kinds.length > 1 ? [all] : []), ...kinds, { name: texts.any, extensions: ['*'] }];
}

/** The native side of the page's `desktop` port: dialogs, links, notices. */
export function createDesktop({ window, readTexts, drafts, backups, onCommands }: DesktopOptions): Desktop {
  let current: MessagePortMain | null = null;
  /** Only what was saved in this run may be shown: the page cannot point anywhere else on the disk. */
  const savedLocations = new Set<string>();

  async function saveFile(file: z.infer<typeof plainFile>): Promise<{ saved: boolean; location?: string }> {
    const name = toFileName(file.name);
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: name,
      filters: describeFilters([name.slice(name.lastIndexOf('.') + 1)], readTexts().file),
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    if (canceled || filePath === '') return { saved: false };
    await writeWhole(filePath, new Uint8Array(file.bytes));
    savedLocations.add(filePath);
    return { saved: true, location: filePath };
  }

  async function saveFiles(files: z.infer<typeof plainFiles>): Promise<{ saved: number; location?: string }> {
    const texts = readTexts().file;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: texts.folder,
      message: texts.folder,
      buttonLabel: texts.saveHere,
      properties: ['openDirectory', 'createDirectory'],
    });
    const [folder] = filePaths;
    if (canceled || folder === undefined) return { saved: 0 };
    const written: string[] = [];
    try {
      for (const file of files) written.push(await writeBeside(folder, file.name, new Uint8Array(file.bytes)));
    } catch (error) {
      // All of them or none: half a folder of letters is taken for the whole.
      await Promise.all(written.map((path) => rm(path, { force: true })));
      throw error;
    }
    const [location = folder] = written;
    savedLocations.add(location);
    return { saved: written.length, location };
  }

  async function openDraft(file: z.infer<typeof plainFile>): Promise<{ opened: boolean }> {
    const path = await drafts.keep(file.name, new Uint8Array(file.bytes));
    // Answers with what went wrong, in words; empty when a program has taken the file.
    return { opened: (await shell.openPath(path)) === '' };
  }

  async function openFile(accept: string): Promise<{ name: string; type: string; bytes: ArrayBuffer } | null> {
    const texts = readTexts().file;
    const extensions = accept.split(',').map((extension) => extension.slice(1));
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      filters: describeFilters(extensions, texts),
      properties: ['openFile'],
    });
    const [path] = filePaths;
    if (canceled || path === undefined) return null;
    const maximumBytes = extensions.includes('age') ? maximumBackupBytes : maximumFileBytes;
    const file = await readChosenFile(path, maximumBytes);
    if (file !== 'too-large') return file;
    const limit = String(maximumBytes / 1024 ** 2);
    await dialog.showMessageBox(window, { type: 'error', message: fillIn(texts.tooLarge, { limit }) });
    return null;
  }

  async function openLink(text: string): Promise<null> {
    const address = readExternalAddress(text);
    if (address === null) throw new Error('refused: not a web or mail address');
    const texts = readTexts().link;
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: texts.message,
      detail: address,
      buttons: [texts.open, texts.cancel],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (response === 0) await shell.openExternal(address);
    return null;
  }

  function showInFolder(location: string): null {
    if (!savedLocations.has(location)) throw new Error('refused: not a file saved in this run');
    shell.showItemInFolder(location);
    return null;
  }

  function notify(title: string, body: string): null {
    if (Notification.isSupported()) new Notification({ title, body }).show();
    return null;
  }

  async function setBackupFolder(folder: string | null): Promise<'done' | 'refused'> {
    try {
      await backups.setSecondFolder(folder);
      return 'done';
    } catch (error) {
      if (error instanceof BackupFailed) return 'refused';
      throw error;
    }
  }

  async function chooseBackupFolder(): Promise<'done' | 'closed' | 'refused'> {
    const texts = readTexts().file;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: texts.backupFolder,
      message: texts.backupFolder,
      buttonLabel: texts.chooseFolder,
      properties: ['openDirectory', 'createDirectory'],
    });
    const [folder] = filePaths;
    return canceled || folder === undefined ? 'closed' : setBackupFolder(folder);
  }

  /** The page cannot do it itself: nothing that it holds may lead the window anywhere (security.ts). */
  function beginAnew(): null {
    // The port goes with the page; its answer has to be on its way first.
    setImmediate(() => {
      if (!window.isDestroyed()) void loadPage(window);
    });
    return null;
  }

  async function answer(request: PageRequest): Promise<unknown> {
    switch (request.call) {
      case 'saveFile':
        return saveFile(request.args[0]);
      case 'saveFiles':
        return saveFiles(request.args[0]);
      case 'openDraft':
        return openDraft(request.args[0]);
      case 'openFile':
        return openFile(request.args[0]);
      case 'openLink':
        return openLink(request.args[0]);
      case 'showInFolder':
        return showInFolder(request.args[0]);
      case 'notify':
        return notify(request.args[0], request.args[1]);
      case 'showCommands':
        onCommands(new Set(request.args[0]));
        return null;
      case 'chooseBackupFolder':
        return chooseBackupFolder();
      case 'forgetBackupFolder':
        return setBackupFolder(null);
      case 'beginAnew':
        return beginAnew();
    }
  }

  async function receive(port: MessagePortMain, data: unknown): Promise<void> {
    const request = pageRequest.safeParse(data);
    if (!request.success) {
      const asked = z.looseObject({ id }).safeParse(data);
      if (asked.success) port.postMessage({ id: asked.data.id, error: 'refused: malformed request' });
      return;
    }
    try {
      port.postMessage({ id: request.data.id, result: await answer(request.data) });
    } catch (error) {
      port.postMessage({ id: request.data.id, error: error instanceof Error ? error.message : 'failed' });
    }
  }

  return {
    attach(port) {
      current = port;
      port.on('message', (event) => void receive(port, event.data));
      port.on('close', () => {
        if (current === port) current = null;
      });
      port.start();
    },
    send(command) {
      current?.postMessage({ command });
    },
  };
}
