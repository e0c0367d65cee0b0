import { mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDesktop } from '../../../electron/main/desktop.ts';
import type { Desktop } from '../../../electron/main/desktop.ts';
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
