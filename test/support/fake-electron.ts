import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/*
 * Stands in for the module 'electron' where the runtime cannot be had. It records what the desktop door asks for and
 * lets a test raise Electron's events; it decides nothing.
 */

type Handler = (...args: never[]) => unknown;

export class FakeWebContents extends EventEmitter {
  readonly mainFrame: FakeFrame;
  openHandler: Handler | null = null;
  readonly posted: { channel: string; message: unknown; ports: FakePort[] }[] = [];

  constructor(origin: string) {
    super();
    this.mainFrame = new FakeFrame(origin);
  }
  setWindowOpenHandler(handler: Handler): void {
    this.openHandler = handler;
  }
  postMessage(channel: string, message: unknown, ports: FakePort[]): void {
    this.posted.push({ channel, message, ports });
  }
}

export class FakeFrame {
  readonly origin: string;
  constructor(origin: string) {
    this.origin = origin;
  }
  isDestroyed(): boolean {
    return false;
  }
}

export class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = [];
  readonly webContents = new FakeWebContents('app://trilogue');
  readonly options: Record<string, unknown>;
  readonly calls: string[] = [];
  isGone = false;

  constructor(options: Record<string, unknown> = {}) {
    super();
    this.options = options;
    FakeWindow.all.push(this);
  }
  isDestroyed(): boolean {
    return this.isGone;
  }
  isMinimized(): boolean {
    return true;
  }
  show(): void {
    this.calls.push('show');
  }
  focus(): void {
    this.calls.push('focus');
  }
  restore(): void {
    this.calls.push('restore');
  }
  close(): void {
    this.calls.push('close');
  }
  loadURL(url: string): Promise<void> {
    this.calls.push(`load ${url}`);
    return Promise.resolve();
  }
}

/** One end of a channel; what is posted here arrives as a message event over there, as with MessagePortMain. */
export class FakePort extends EventEmitter {
  other: FakePort | null = null;
  isClosed = false;
  postMessage(data: unknown): void {
    const { other } = this;
    const copy: unknown = structuredClone(data);
    queueMicrotask(() => {
      if (other !== null && !other.isClosed) other.emit('message', { data: copy, ports: [] });
    });
  }
  start(): void {
    this.emit('started');
  }
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.emit('close');
    this.other?.close();
  }
}

export class FakeChannel {
  readonly port1 = new FakePort();
  readonly port2 = new FakePort();
  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}

export class FakeSession extends EventEmitter {
  readonly handlers: Record<string, Handler | undefined> = {};
  spellChecker = true;
  readonly protocol = {
    handle: (scheme: string, handler: Handler): void => {
      this.handlers[`protocol:${scheme}`] = handler;
    },
  };
  readonly webRequest = {
    onBeforeRequest: (handler: Handler): void => {
      this.handlers.beforeRequest = handler;
    },
  };
  private readonly keep =
    (name: string) =>
    (handler: Handler): void => {
      this.handlers[name] = handler;
    };
  readonly setPermissionRequestHandler = this.keep('permissionRequest');
  readonly setPermissionCheckHandler = this.keep('permissionCheck');
  readonly setDevicePermissionHandler = this.keep('devicePermission');
  readonly setDisplayMediaRequestHandler = this.keep('displayMedia');
  readonly setBluetoothPairingHandler = this.keep('bluetoothPairing');
  readonly setUSBProtectedClassesHandler = this.keep('usbProtectedClasses');
  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.spellChecker = isEnabled;
  }
}

interface FakeMenuItem {
  id?: string;
  enabled?: boolean;
  submenu?: FakeMenuItem[];
}

class FakeMenu {
  readonly items: FakeMenuItem[];
  constructor(items: FakeMenuItem[]) {
    this.items = items;
  }
  getMenuItemById(id: string, items = this.items): FakeMenuItem | null {
    for (const item of items) {
      const found = item.id === id ? item : this.getMenuItemById(id, item.submenu ?? []);
      if (found) return found;
    }
    return null;
  }
}

class FakeApp extends EventEmitter {
  readonly calls: string[] = [];
  isPackaged = false;
  hasLock = true;
  paths: Record<string, string> = {};
  languages: string[] = ['en-GB'];
  enableSandbox(): void {
    this.calls.push('enableSandbox');
  }
  requestSingleInstanceLock(): boolean {
    this.calls.push('requestSingleInstanceLock');
    return this.hasLock;
  }
  setPath(name: string, path: string): void {
    this.paths[name] = path;
  }
  whenReady(): Promise<void> {
    this.calls.push('whenReady');
    return Promise.resolve();
  }
  getPreferredSystemLanguages(): string[] {
    return this.languages;
  }
  quit(): void {
    this.calls.push('quit');
  }
  exit(code: number): void {
    this.calls.push(`exit ${code}`);
  }
}

/** The module as `vi.mock('electron', …)` wants it; a fresh one per test file. */
export function createFakeElectron() {
  const app = new FakeApp();
  const fake = {
    app,
    BrowserWindow: FakeWindow,
    MessageChannelMain: FakeChannel,
    ipcMain: new EventEmitter(),
    powerMonitor: new EventEmitter(),
    session: { defaultSession: new FakeSession() },
    protocol: {
      registerSchemesAsPrivileged: vi.fn(() => void app.calls.push('registerScheme')),
    },
    shell: {
      openExternal: vi.fn(() => Promise.resolve()),
      openPath: vi.fn<(path: string) => Promise<string>>(() => Promise.resolve('')),
      showItemInFolder: vi.fn<(path: string) => void>(),
    },
    dialog: {
      showErrorBox: vi.fn<(title: string, content: string) => void>(),
      showMessageBox: vi.fn(() => Promise.resolve({ response: 0 })),
      showMessageBoxSync: vi.fn(() => 0),
      showSaveDialog: vi.fn(() => Promise.resolve({ canceled: true, filePath: '' })),
      showOpenDialog: vi.fn(() => Promise.resolve({ canceled: true, filePaths: [] as string[] })),
    },
    Menu: {
      buildFromTemplate: vi.fn((template: FakeMenuItem[]) => new FakeMenu(template)),
      setApplicationMenu: vi.fn<(menu: unknown) => void>(),
    },
    Notification: Object.assign(
      vi.fn<(options: { title: string; body: string }) => { show: () => void }>(function notification() {
        return { show: () => undefined };
      }),
      { isSupported: () => true },
    ),
    utilityProcess: { fork: vi.fn<(...args: unknown[]) => unknown>() },
  };
  return fake;
}
export type FakeElectron = ReturnType<typeof createFakeElectron>;
