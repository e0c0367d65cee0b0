import { mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDesktop } from '../../../electron/main/desktop.ts';
import type { Desktop } from '../../../electron/main/desktop.ts';
import { createDrafts } from '../../../electron/main/drafts.ts';
import { maximumFileBytes, toFileName } from '../../../electron/main/files.ts';
import { textsOf } from '../../../electron/main/texts.ts';
import { FakeChannel, FakeWindow } from '../../support/fake-electron.ts';
import type { FakeElectron, FakePort } from '../../support/fake-electron.ts';

vi.mock('electron', async () => (await import('../../support/fake-electron.ts')).createFakeElectron());
const { dialog, shell, Notification } = (await import('electron')) as unknown as FakeElectron;

const onCommands = vi.fn<(available: ReadonlySet<string>) => void>();
let folder = '';
let desktop: Desktop;
let page: FakePort;

/** The page's end: what it posts and gets back are structured clones, as in Electron. */
async function post(message: unknown): Promise<unknown> {
  const answer = new Promise<unknown>((resolve) =>
    page.once('message', (event: { data: unknown }) => {
      resolve(event.data);
    }),
  );
  page.postMessage(message);
  return answer;
}

beforeEach(async () => {
  vi.clearAllMocks();
  folder = await mkdtemp(join(tmpdir(), 'trilogue-desktop-'));
  desktop = createDesktop({
    window: new FakeWindow() as unknown as BrowserWindow,
    readTexts: () => textsOf('en'),
    drafts: createDrafts(join(folder, 'drafts')),
    backups: { setSecondFolder: () => Promise.resolve() },
    onCommands,
  });
  const channel = new FakeChannel();
  desktop.attach(channel.port1);
  page = channel.port2;
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const save = (name: string): Promise<unknown> =>
  post({ id: 1, call: 'saveFile', args: [{ name, type: 'application/pdf', bytes: bytes('content') }] });

describe('saving a file', () => {
  test('writes where the user says, whole', async () => {
    const filePath = join(folder, 'Протокол 会议.pdf');
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath });
    expect(await save('Протокол 会议.pdf')).toEqual({ id: 1, result: { saved: true, location: filePath } });
    expect(await readFile(filePath, 'utf8')).toBe('content');
    expect(await readdir(folder)).toEqual(['Протокол 会议.pdf']);
    const [, options] = dialog.showSaveDialog.mock.calls[0] as unknown as [
      unknown,
      { defaultPath: string; filters: unknown[] },
    ];
    expect(options.defaultPath).toBe('Протокол 会议.pdf');
    expect(options.filters[0]).toEqual({ name: 'PDF documents', extensions: ['pdf'] });
  });

  test('writes nothing when the dialog is closed', async () => {
    expect(await save('a.pdf')).toEqual({ id: 1, result: { saved: false } });
    expect(await readdir(folder)).toEqual([]);
  });

  test('leaves nothing behind when it fails', async () => {
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: folder });
    expect(await save('a.pdf')).toEqual({ id: 1, error: expect.stringMatching(/\S/) as string });
    expect(await readdir(folder)).toEqual([]);
  });

  test('shows in the folder what was saved in this run, and nothing else', async () => {
    const filePath = join(folder, 'a.pdf');
    expect(await post({ id: 2, call: 'showInFolder', args: [filePath] })).toMatchObject({ error: /refused/ });
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath });
    await save('a.pdf');
    expect(await post({ id: 3, call: 'showInFolder', args: [filePath] })).toEqual({ id: 3, result: null });
    expect(await post({ id: 4, call: 'showInFolder', args: ['/etc/passwd'] })).toMatchObject({ error: /refused/ });
    expect(shell.showItemInFolder.mock.calls).toEqual([[filePath]]);
  });
});

describe('saving several files', () => {
  const saveAll = (...names: string[]): Promise<unknown> =>
    post({ id: 1, call: 'saveFiles', args: [names.map((name) => ({ name, type: '', bytes: bytes(name) }))] });

  test('asks once, and writes over nothing', async () => {
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [folder] });
    await writeFile(join(folder, 'letter.eml'), 'was here');
    const location = join(folder, 'letter (2).eml');
    expect(await saveAll('letter.eml', 'letter.eml', '../李明.eml')).toEqual({ id: 1, result: { saved: 3, location } });
    expect(dialog.showOpenDialog).toHaveBeenCalledOnce();
    const names = await readdir(folder);
    expect(names.toSorted()).toEqual(['.._李明.eml', 'letter (2).eml', 'letter (3).eml', 'letter.eml']);
    expect(await readFile(join(folder, 'letter.eml'), 'utf8')).toBe('was here');
    expect(await readFile(join(folder, '.._李明.eml'), 'utf8')).toBe('../李明.eml');
    expect(await post({ id: 2, call: 'showInFolder', args: [location] })).toEqual({ id: 2, result: null });
  });

  test('writes nothing when the dialog is closed', async () => {
    expect(await saveAll('a.eml', 'b.eml')).toEqual({ id: 1, result: { saved: 0 } });
  });

  test('leaves nothing behind when it fails', async () => {
    const gone = join(folder, 'gone');
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [gone] });
    expect(await saveAll('a.eml', 'b.eml')).toEqual({ id: 1, error: expect.stringMatching(/\S/) as string });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('opening the draft of a letter', () => {
  const head = 'Subject: Invitation\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\n';
  const open = (name: string, content = `${head}\r\nText`): Promise<unknown> =>
    post({ id: 4, call: 'openDraft', args: [{ name, type: 'message/rfc822', bytes: bytes(content) }] });

  test('hands it to the mail program from a folder that is private', async () => {
    expect(await open('Приглашение.eml')).toEqual({ id: 4, result: { opened: true } });
    expect(await open('Приглашение.eml')).toEqual({ id: 4, result: { opened: true } });
    const drafts = join(folder, 'drafts');
    expect(shell.openPath.mock.calls).toEqual([
      [join(drafts, 'Приглашение.eml')],
      [join(drafts, 'Приглашение (2).eml')],
    ]);
    expect((await stat(drafts)).mode & 0o777).toBe(0o700);
    expect((await stat(join(drafts, 'Приглашение.eml'))).mode & 0o777).toBe(0o600);
  });

  test('is gone with the next start', async () => {
    await open('a.eml');
    await createDrafts(join(folder, 'drafts')).clean();
    expect(await readdir(folder)).toEqual([]);
    await createDrafts(join(folder, 'drafts')).clean();
  });

  test('says so when no program has taken it', async () => {
    shell.openPath.mockResolvedValueOnce('There is no application for this file');
    expect(await open('a.eml')).toEqual({ id: 4, result: { opened: false } });
  });

  test.each([
    ['a program', 'a.exe', undefined],
    ['a program by its real end', 'a.eml.exe', undefined],
    ['a document', 'a.docx', undefined],
    ['a name without an end', '.eml', undefined],
    ['a page called a letter', 'a.eml', '<html>\r\n\r\nX-Unsent: 1\r\n\r\n'],
    ['a script called a letter', 'a.eml', `#!/bin/sh\r\n${head}\r\n`],
    ['a letter that has been sent', 'a.eml', 'Subject: Invitation\r\nDate: Mon, 1 Jan 2024 00:00:00 +0000\r\n\r\n'],
    ['a head without a letter', 'a.eml', head],
  ])('refuses %s', async (_, name, content) => {
    expect(await open(name, content)).toEqual({ id: 4, error: 'refused: not a draft of a letter' });
    expect(shell.openPath).not.toHaveBeenCalled();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('opening a file', () => {
  const open = (accept = '.json'): Promise<unknown> => post({ id: 5, call: 'openFile', args: [accept] });

  test('hands over its bytes and its name, not its path', async () => {
    const path = join(folder, 'meeting.json');
    await writeFile(path, '{}');
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [path] });
    expect(await open()).toEqual({
      id: 5,
      result: { name: 'meeting.json', type: 'application/json', bytes: bytes('{}') },
    });
  });

  test('answers nothing when the dialog is closed', async () => {
    expect(await open()).toEqual({ id: 5, result: null });
  });

  test('offers files of several kinds together first, then each kind', async () => {
    await open('.csv,.txt,.vcf');
    const [, options] = dialog.showOpenDialog.mock.calls.at(-1) as unknown as [
      unknown,
      { filters: { extensions: string[] }[] },
    ];
    expect(options.filters.map(({ extensions }) => extensions)).toEqual([
      ['csv', 'txt', 'vcf'],
      ['csv', 'txt'],
      ['vcf'],
      ['*'],
    ]);
  });

  test('says so when the file is too large, and does not read it', async () => {
    const path = join(folder, 'large.json');
    await writeFile(path, '');
    await truncate(path, maximumFileBytes + 1);
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [path] });
    expect(await open()).toEqual({ id: 5, result: null });
    expect(dialog.showMessageBox).toHaveBeenCalledOnce();
  });
});

describe('opening a link', () => {
  const open = (url: string): Promise<unknown> => post({ id: 6, call: 'openLink', args: [url] });

  test('asks first, naming the address', async () => {
    dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
    await open('https://example.org/a');
    expect(shell.openExternal).not.toHaveBeenCalled();
    await open('https://example.org/a');
    expect(shell.openExternal.mock.calls).toEqual([['https://example.org/a']]);
    expect(dialog.showMessageBox.mock.calls[0]).toMatchObject([{}, { detail: 'https://example.org/a', cancelId: 1 }]);
  });

  test('does not even ask about a program', async () => {
    expect(await open('file:///usr/bin/id')).toMatchObject({ id: 6, error: /refused/ });
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });
});

test('a notice is shown by the system', async () => {
  expect(await post({ id: 7, call: 'notify', args: ['Saved', 'a.pdf'] })).toEqual({ id: 7, result: null });
  expect(Notification.mock.calls).toEqual([[{ title: 'Saved', body: 'a.pdf' }]]);
});

test('commands of the menu reach the page that is open now', async () => {
  const next = new FakeChannel();
  desktop.attach(next.port1);
  page.close();
  const received = new Promise((resolve) =>
    next.port2.once('message', (event: { data: unknown }) => {
      resolve(event.data);
    }),
  );
  desktop.send('go.meetings');
  expect(await received).toEqual({ command: 'go.meetings' });
  next.port2.close();
  desktop.send('go.home');
});

describe('a malformed request', () => {
  test.each([
    { id: 8, call: 'format', args: [] },
    { id: 8, call: 'constructor', args: [] },
    { id: 8, call: 'showCommands', args: [['app.undo', 'app.explode']] },
    { id: 8, call: 'saveFile', args: [{ name: 'a', type: '', bytes: 'text' }] },
    { id: 8, call: 'saveFile', args: [{ name: 'a', type: '', bytes: bytes(''), path: '/etc/passwd' }] },
    { id: 8, call: 'saveFiles', args: [[]] },
    { id: 8, call: 'saveFiles', args: [[{ name: 'a', type: '', bytes: bytes(''), folder: '/etc' }]] },
    { id: 8, call: 'openDraft', args: ['/etc/passwd'] },
    { id: 8, call: 'openFile', args: ['*'] },
    { id: 8, call: 'openFile', args: ['.json', '/etc/passwd'] },
    { id: 8, call: 'openLink', args: [] },
  ])('is refused: %j', async (message) => {
    expect(await post(message)).toEqual({ id: 8, error: 'refused: malformed request' });
  });

  test('of whatever shape opens no dialog', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (message) => {
        page.postMessage(message);
        await post({ id: 9, call: 'none' });
      }),
      { numRuns: 500 },
    );
    expect(dialog.showOpenDialog).not.toHaveBeenCalled();
    expect(dialog.showSaveDialog).not.toHaveBeenCalled();
    expect(shell.openExternal).not.toHaveBeenCalled();
    expect(shell.openPath).not.toHaveBeenCalled();
  });
});

describe('a proposed file name', () => {
  test.each([
    ['Протокол 会议.pdf', 'Протокол 会议.pdf'],
    ['../../etc/passwd', '.._.._etc_passwd'],
    ['a:b?c*.docx', 'a_b_c_.docx'],
    ['con.pdf', '_con.pdf'],
    ['LPT1', '_LPT1'],
    ['name. . ', 'name'],
    ['', '_'],
    ['a\u0000b\nc.pdf', 'a_b_c.pdf'],
    ['й.pdf', 'й.pdf'],
  ])('%j becomes %j', (proposed, name) => {
    expect(toFileName(proposed)).toBe(name);
  });

  test('fits every file system', () => {
    const name = toFileName(`${'会'.repeat(300)}.docx`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name.endsWith('会.docx')).toBe(true);
  });
});
