import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BackupFailed } from '../../../electron/db/backups/backups.ts';
import { createDesktop } from '../../../electron/main/desktop.ts';
import type { Desktop } from '../../../electron/main/desktop.ts';
import { createDrafts } from '../../../electron/main/drafts.ts';
import { textsOf } from '../../../electron/main/texts.ts';
import { portDesktop } from '../../../renderer/app/desktop-electron.ts';
import type { DesktopPort } from '../../../renderer/app/desktop-port.ts';
import { FakeChannel, FakeWindow } from '../../support/fake-electron.ts';
import type { FakeElectron, FakePort } from '../../support/fake-electron.ts';

vi.mock('electron', async () => (await import('../../support/fake-electron.ts')).createFakeElectron());
const { dialog, shell } = (await import('electron')) as unknown as FakeElectron;

const setSecondFolder = vi.fn<(folder: string | null) => Promise<void>>(() => Promise.resolve());
const onCommands = vi.fn<(available: ReadonlySet<string>) => void>();
let folder = '';
let main: Desktop;
let page: DesktopPort;
let shown: FakeWindow;
const window = new EventTarget();

/** The page's end of a channel has the browser's interface. */
function toPagePort(port: FakePort): MessagePort {
  const addEventListener = (type: string, listener: (event: unknown) => void): void => void port.on(type, listener);
  const postMessage = (message: unknown): void => {
    port.postMessage(message);
  };
  return { addEventListener, postMessage } as unknown as MessagePort;
}

beforeEach(async () => {
  vi.clearAllMocks();
  vi.stubGlobal('window', window);
  folder = await mkdtemp(join(tmpdir(), 'trilogue-ends-'));
  shown = new FakeWindow();
  main = createDesktop({
    window: shown as unknown as BrowserWindow,
    readTexts: () => textsOf('en'),
    drafts: createDrafts(join(folder, 'drafts')),
    backups: { setSecondFolder },
    onCommands,
  });
  const channel = new FakeChannel();
  main.attach(channel.port1);
  page = portDesktop(toPagePort(channel.port2));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true });
});

test('a file that the page saves is the file on the disk', async () => {
  const filePath = join(folder, '会议纪要.pdf');
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath });
  const outcome = await page.saveFile(new File(['Протокол'], '会议纪要.pdf', { type: 'application/pdf' }));
  expect(outcome).toEqual({ saved: true, location: filePath });
  expect(await readFile(filePath, 'utf8')).toBe('Протокол');
  await page.showInFolder(filePath);
  expect(shell.showItemInFolder).toHaveBeenCalledWith(filePath);
});

test('several files that the page saves are in the folder', async () => {
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [folder] });
  const outcome = await page.saveFiles([new File(['Письмо'], 'Иванов.eml'), new File(['信函'], '李明.eml')]);
  expect(outcome).toEqual({ saved: 2, location: join(folder, 'Иванов.eml') });
  expect(await readFile(join(folder, '李明.eml'), 'utf8')).toBe('信函');
  expect(await page.saveFiles([])).toEqual({ saved: 0 });
});

test('a draft that the page opens is what the mail program gets', async () => {
  const letter = 'Subject: Invitation\r\nX-Unsent: 1\r\n\r\nДобрый день!';
  expect(await page.openDraft(new File([letter], 'letter.eml', { type: 'message/rfc822' }))).toEqual({ opened: true });
  expect(await readFile(shell.openPath.mock.lastCall?.[0] ?? '', 'utf8')).toBe(letter);
});

test('a file that the user chooses is the file that the page gets', async () => {
  const path = join(folder, 'meeting.json');
  await writeFile(path, '{"a":"会"}');
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [path] });
  const file = await page.openFile('.json');
  expect([file?.name, file?.type, await file?.text()]).toEqual(['meeting.json', 'application/json', '{"a":"会"}']);
});

test('the second folder of the backups is chosen over there; the page learns only whether it was', async () => {
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [folder] });
  expect(await page.chooseBackupFolder()).toBe('done');
  expect(await page.chooseBackupFolder()).toBe('closed');
  expect(await page.forgetBackupFolder()).toBe('done');
  expect(setSecondFolder.mock.calls).toEqual([[folder], [null]]);
});

test('a folder that cannot be used is refused, and a mistake of ours is not taken for that', async () => {
  const chosen = { canceled: false, filePaths: [folder] };
  dialog.showOpenDialog.mockResolvedValueOnce(chosen).mockResolvedValueOnce(chosen);
  setSecondFolder.mockRejectedValueOnce(new BackupFailed('folder-unwritable'));
  expect(await page.chooseBackupFolder()).toBe('refused');
  setSecondFolder.mockRejectedValueOnce(new Error('no such column'));
  await expect(page.chooseBackupFolder()).rejects.toThrow();
});

test('a page that begins anew is loaded by the window itself', async () => {
  await page.beginAnew();
  await vi.waitFor(() => {
    expect(shown.calls).toEqual(['load app://trilogue/']);
  });
});

test('what is refused over there is rejected here', async () => {
  await expect(page.openLink('file:///etc/passwd')).rejects.toThrow('refused');
  await expect(page.openLink('https://example.org/')).resolves.toBeUndefined();
});

test('a command of the menu becomes an event of the window', async () => {
  const heard = new Promise((resolve) => {
    window.addEventListener(
      'trilogue-command',
      (event) => {
        resolve((event as CustomEvent).detail);
      },
      { once: true },
    );
  });
  main.send('go.groups');
  expect(await heard).toBe('go.groups');
});

test('what the page can do is what the menu hears', async () => {
  await page.showCommands(['row.decision', 'app.undo']);
  expect(onCommands).toHaveBeenLastCalledWith(new Set(['row.decision', 'app.undo']));
});
