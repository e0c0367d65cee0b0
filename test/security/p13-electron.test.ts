import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow, Session, WebContents, WebFrameMain } from 'electron';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createDesktop } from '../../electron/main/desktop.ts';
import { createDrafts } from '../../electron/main/drafts.ts';
import { answerRequest, registerScheme } from '../../electron/main/protocol.ts';
import { hardenContents, hardenSession, isTrustedSender, readExternalAddress } from '../../electron/main/security.ts';
import { textsOf } from '../../electron/main/texts.ts';
import { createWindow } from '../../electron/main/window.ts';
import { FakeChannel, FakeFrame, FakeSession, FakeWebContents, FakeWindow } from '../support/fake-electron.ts';
import type { FakeElectron } from '../support/fake-electron.ts';
import { addressesToOpen, addressesToRefuse } from '../support/hostile-addresses.ts';
import { projectFolder } from '../support/project-folder.ts';
import { runPreload } from '../support/run-preload.ts';
import { reportTrials, trialCount } from '../support/trials.ts';
import { layPage, leadingOut } from '../support/url-paths.ts';

/*
 * P13: the twenty items of Electron's security checklist, by their numbers, asserted against electron/main with a fake
 * `electron`. Item 19 (fuses) is read from a packed program in p13-package.test.ts, item 7 is tried in a real browser in
 * p13-page.spec.ts, and test/desktop repeats what it can with the real runtime where that is at hand.
 */

vi.mock('electron', async () => (await import('../support/fake-electron.ts')).createFakeElectron());
const { dialog, shell, protocol } = (await import('electron')) as unknown as FakeElectron;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trilogue-electron-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  vi.clearAllMocks();
});

const readSource = (path: string): string => readFileSync(join(projectFolder, path), 'utf8');
const sources = globSync('electron/**/*.ts', { cwd: projectFolder }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readSource(path),
}));
/** Which sources hold something. */
const holding = (pattern: RegExp): string[] => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

function harden(): FakeSession {
  const session = new FakeSession();
  hardenSession(session as unknown as Session);
  return session;
}

describe('1, only secure content: nothing is loaded from anywhere but the program itself', () => {
  const ask = (url: string): unknown => {
    const answer = vi.fn();
    harden().handlers.beforeRequest!(...([{ url }, answer] as never[]));
    return answer.mock.calls[0]?.[0];
  };
  test.each([
    ...[
      'https://example.org/',
      'http://127.0.0.1:8080/',
      'HTTP://EXAMPLE.ORG',
      'ws://example.org/',
      'wss://example.org/',
    ],
    ...['file:///etc/passwd', 'ftp://example.org/', 'chrome://settings', 'filesystem:app://trilogue/x', 'about:blank'],
    ...['chrome-extension://x/', 'gopher://x', 'ms-msdt:/id', '', 'not an address', '//example.org/x'],
  ])('no request for %j', (url) => {
    expect(ask(url)).toEqual({ cancel: true });
    reportTrials('P13', 1);
  });

  test.each(['app://trilogue/index.html', 'blob:app://trilogue/1', 'data:image/png;base64,AA=='])(
    'but for %s',
    (url) => {
      expect(ask(url)).toEqual({ cancel: false });
    },
  );

  test('the window loads our page and nothing else, and the program asks for nothing itself', () => {
    expect(holding(/\.loadURL\(/u)).toEqual(['electron/main/window.ts']);
    expect(readSource('electron/main/window.ts')).toContain('window.loadURL(`${origin}/`)');
    expect(holding(/\.loadFile\(|net\.fetch|from 'node:https'|autoUpdater|electron-updater/u)).toEqual([]);
    expect(holding(/[^.\w]fetch\(/u)).toEqual([]);
  });
});

describe('2, 3, 4, 6, 8, 9, 10, 11: one factory of windows, and it shuts the page in', () => {
  test('by these preferences', () => {
    createWindow('/dist');
    expect(FakeWindow.all.at(-1)!.options.webPreferences).toEqual({
      preload: join('/dist', 'preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    });
  });

  test('nowhere else is a window made, and nowhere is anything loosened', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(holding(/new (?:Browser|Base)Window\b|new WebContentsView\b|new BrowserView\b/u)).toEqual([
      'electron/main/window.ts',
    ]);
    expect(holding(/(?:webSecurity|sandbox|contextIsolation): (?!true)/u)).toEqual([]);
    expect(holding(/(?:nodeIntegration\w*|webviewTag|spellcheck|experimentalFeatures): (?!false)/u)).toEqual([]);
    expect(holding(/allowRunningInsecureContent|enableBlinkFeatures|disableBlinkFeatures|appendSwitch/u)).toEqual([]);
    expect(
      holding(/no-sandbox|bypassCSP|corsEnabled|setCertificateVerifyProc|enableRemoteModule|allowpopups/u),
    ).toEqual([]);
    // Dumps of a crashed program would hold what was on the screen.
    expect(holding(/crashReporter|process\.dlopen|heapsnapshot|takeHeapSnapshot/iu)).toEqual([]);
  });
});

describe('5: no page is permitted anything', () => {
  const declarations = readFileSync(join(projectFolder, 'node_modules/electron/electron.d.ts'), 'utf8');
  const listed = (pattern: RegExp): string[] =>
    [...(pattern.exec(declarations)?.[1] ?? '').matchAll(/'([^']+)'/gu)].map((match) => match[1]!);
  /** Every permission that this version of Electron knows, from its own declarations. */
  const permissions = [
    ...new Set([
      ...listed(/setPermissionRequestHandler\(handler: .*?permission: ([^,]+),/u),
      ...listed(/setPermissionCheckHandler\(handler: .*?permission: ([^,]+),/u),
      'one that is yet to come',
    ]),
  ];

  test.each(permissions)('%s', (permission) => {
    const { handlers } = harden();
    const answer = vi.fn();
    handlers.permissionRequest!(...([null, permission, answer, {}] as never[]));
    expect(answer.mock.calls).toEqual([[false]]);
    expect(handlers.permissionCheck!(...([null, permission, 'app://trilogue', {}] as never[]))).toBe(false);
    reportTrials('P13', 1);
  });

  test('nor a device, a screen, a pairing, a download or a dictionary', () => {
    expect(permissions.length).toBeGreaterThan(30);
    const session = harden();
    for (const deviceType of ['hid', 'serial', 'usb']) {
      expect(session.handlers.devicePermission!(...([{ deviceType }] as never[]))).toBe(false);
    }
    const [media, pairing, event] = [vi.fn(), vi.fn(), { preventDefault: vi.fn() }];
    session.handlers.displayMedia!(...([{}, media] as never[]));
    session.handlers.bluetoothPairing!(...([{}, pairing] as never[]));
    session.emit('will-download', event);
    expect([media.mock.calls, pairing.mock.calls]).toEqual([[[null]], [[{ confirmed: false }]]]);
    const protectedClasses = ['audio', 'hid'];
    expect(session.handlers.usbProtectedClasses!(...([{ protectedClasses }] as never[]))).toBe(protectedClasses);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(session.spellChecker).toBe(false);
    reportTrials('P13', 8);
  });
});

test('7: the policy of the page', async () => {
  const page = layPage(mkdtempSync(join(folder, 'policy-')));
  for (const url of ['app://trilogue/', 'app://trilogue/assets/a-1.js', 'app://trilogue/none']) {
    const { headers } = await answerRequest(page, { url, method: 'GET' });
    expect(headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'none'",
      "form-action 'none'",
      "frame-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default',
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
  reportTrials('P13', 3);
});

describe('12, 13, 14: a window stays where it is, opens no other and embeds nothing', () => {
  const contents = new FakeWebContents('app://trilogue');
  hardenContents(contents as unknown as WebContents);

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('%s', (name) => {
    for (const url of [...addressesToRefuse, ...addressesToOpen, 'app://trilogue/', 'app://trilogue/other.html']) {
      const event = { preventDefault: vi.fn(), url };
      contents.emit(name, event, url);
      expect(event.preventDefault).toHaveBeenCalledOnce();
    }
    reportTrials('P13', addressesToRefuse.length);
  });

  test('another window', () => {
    for (const url of [...addressesToRefuse, ...addressesToOpen, 'app://trilogue/']) {
      expect(contents.openHandler!(...([{ url }] as never[]))).toEqual({ action: 'deny' });
    }
    reportTrials('P13', addressesToRefuse.length);
  });
});

describe('15 and 17: what the page may ask of the machine', () => {
  function openPort() {
    const { port1, port2 } = new FakeChannel();
    createDesktop({
      window: new FakeWindow() as unknown as BrowserWindow,
      readTexts: () => textsOf('en'),
      drafts: createDrafts(join(folder, 'drafts')),
      backups: {} as never,
      onCommands: () => undefined,
    }).attach(port1);
    let id = 0;
    return (call: string, ...args: unknown[]): Promise<{ id: number; result?: unknown; error?: string }> => {
      id += 1;
      const answer = new Promise((resolve) =>
        port2.once('message', ({ data }: { data: unknown }) => {
          resolve(data);
        }),
      );
      port2.postMessage({ id, call, args });
      return answer as Promise<{ id: number }>;
    };
  }

  test.each(addressesToOpen)('opens %s when the user agrees, and not before', async (address) => {
    const ask = openPort();
    dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
    await ask('openLink', address);
    expect(shell.openExternal).not.toHaveBeenCalled();
    await ask('openLink', address);
    expect(shell.openExternal.mock.calls).toEqual([[readExternalAddress(address)]]);
    expect(dialog.showMessageBox).toHaveBeenCalledTimes(2);
  });

  test('does not even ask about anything else', async () => {
    const ask = openPort();
    for (const address of addressesToRefuse) {
      expect(readExternalAddress(address), JSON.stringify(address)).toBeNull();
      expect(await ask('openLink', address)).toMatchObject({ error: expect.stringContaining('refused') as string });
    }
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
    expect(shell.openExternal).not.toHaveBeenCalled();
    expect(holding(/\bopenExternal\(/u)).toEqual(['electron/main/desktop.ts']);
    expect(holding(/\bopenPath\(/u)).toEqual(['electron/main/desktop.ts']);
    reportTrials('P13', addressesToRefuse.length);
  });

  test('no malformed request opens a dialog, a program or a file', { timeout: 600_000 }, async () => {
    const ask = openPort();
    const numRuns = trialCount(400, 10_000);
    const calls = ['saveFile', 'saveFiles', 'openDraft', 'openFile', 'showInFolder', 'notify', 'showCommands', 'none'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...calls), fc.array(fc.anything(), { maxLength: 3 }), async (call, args) => {
        const answer = await ask(call, ...args);
        if (call !== 'notify' && call !== 'showCommands') expect(answer.error).toMatch(/^refused/u);
      }),
      { numRuns },
    );
    const opened = [
      dialog.showOpenDialog,
      dialog.showSaveDialog,
      shell.openExternal,
      shell.openPath,
      shell.showItemInFolder,
    ];
    for (const way of opened) expect(way).not.toHaveBeenCalled();
    reportTrials('P13', numRuns);
  });

  test('17: ports are handed to the main frame of our own page only, over the one channel there is', () => {
    const window = new FakeWebContents('app://trilogue');
    const isTrusted = (frame: FakeFrame | null, contents = window): boolean =>
      isTrustedSender(frame as unknown as WebFrameMain | null, contents as unknown as WebContents);
    expect(isTrusted(window.mainFrame)).toBe(true);
    const origins = [
      'https://example.org',
      'file://',
      'null',
      '',
      'app://trilogue.evil',
      'app://evil',
      'APP://trilogue',
    ];
    const others = origins.map((origin) => new FakeWebContents(origin));
    const refused: [FakeFrame | null, FakeWebContents][] = [
      [null, window],
      // A frame within the page, the main frame of another window, one that has gone, and pages of other origins.
      [new FakeFrame('app://trilogue'), window],
      [new FakeWebContents('app://trilogue').mainFrame, window],
      ...others.map((contents): [FakeFrame, FakeWebContents] => [contents.mainFrame, contents]),
    ];
    const gone = new FakeWebContents('app://trilogue');
    vi.spyOn(gone.mainFrame, 'isDestroyed').mockReturnValue(true);
    for (const [frame, contents] of [...refused, [gone.mainFrame, gone] as const]) {
      expect(isTrusted(frame, contents)).toBe(false);
    }
    expect(holding(/\bipcMain\.(?:on|once|handle|handleOnce|addListener)\b/u)).toEqual([
      'electron/main/connect-page.ts',
    ]);
    expect(readSource('electron/main/connect-page.ts').match(/ipcMain\./gu)).toHaveLength(1);
    reportTrials('P13', refused.length + 1);
  });
});

test('16: the version is named to the digit, and is no older than it was', () => {
  const { devDependencies } = JSON.parse(readSource('package.json')) as { devDependencies: { electron: string } };
  const { version } = JSON.parse(readSource('node_modules/electron/package.json')) as { version: string };
  expect(devDependencies.electron).toBe(version);
  expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45);
  reportTrials('P13', 1);
});

test('18: our scheme has no privileges but its own origin, and leads to files of the page only', async () => {
  registerScheme();
  expect(protocol.registerSchemesAsPrivileged.mock.calls).toEqual([
    [[{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }]],
  ]);
  const page = layPage(mkdtempSync(join(folder, 'scheme-')));
  expect(await (await answerRequest(page, { url: 'app://trilogue/assets/a-1.js', method: 'GET' })).text()).toBe('1');
  const hosts = [
    'app://elsewhere/',
    'app://trilogue.evil/',
    'app://trilogue@evil/',
    'file:///',
    'https://trilogue/',
    '/',
  ];
  const urls = [
    ...leadingOut.map((path) => `app://trilogue/${path}`),
    ...hosts.flatMap((host) => [`${host}index.html`, `${host}assets/a-1.js`]),
    ...['app://trilogue', 'app:trilogue/index.html', 'app:///index.html', ''],
  ];
  for (const url of urls) {
    const response = await answerRequest(page, { url, method: 'GET' });
    expect([url, response.status, await response.text()]).toEqual([url, 404, '']);
  }
  for (const method of ['POST', 'PUT', 'HEAD', 'get']) {
    expect((await answerRequest(page, { url: 'app://trilogue/', method })).status).toBe(404);
  }
  reportTrials('P13', urls.length + 4);
});

test('20: the preload gives the page nothing but a message with two ports', () => {
  const { globals, ipc, hear, arrive, posted } = runPreload();
  expect(globals).toEqual([]);
  expect(ipc).toEqual([['on', 'trilogue-port']]);
  for (const data of [null, {}, 'trilogue-port', { channel: 'x' }, ['trilogue-ready'], 'trilogue-ready ']) hear(data);
  hear('trilogue-ready', 'another frame');
  expect(ipc).toHaveLength(1);
  hear('trilogue-ready');
  expect(ipc.slice(1)).toEqual([['send', 'trilogue-ready']]);
  arrive(['port one', 'port two']);
  expect(posted).toEqual([['trilogue-port', 'app://trilogue', ['port one', 'port two']]]);
  expect(holding(/contextBridge|exposeInMainWorld/u)).toEqual([]);
  reportTrials('P13', 9);
});
