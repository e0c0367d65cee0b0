import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session, WebContents, WebFrameMain } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import {
  hardenContents,
  hardenSession,
  isTrustedSender,
  readExternalAddress,
} from '../../../electron/main/security.ts';
import { FakeFrame, FakeSession, FakeWebContents } from '../../support/fake-electron.ts';

const declarations = readFileSync(join(import.meta.dirname, '../../../node_modules/electron/electron.d.ts'), 'utf8');

/** Every permission that this version of Electron knows, from its own declarations. */
function readPermissions(): string[] {
  const signature = /setPermissionRequestHandler\(handler: .*?permission: ([^,]+),/.exec(declarations)?.[1] ?? '';
  return [...signature.matchAll(/'([^']+)'/g)].map((match) => match[1]!);
}

function harden(): FakeSession {
  const session = new FakeSession();
  hardenSession(session as unknown as Session);
  return session;
}

describe('the session', () => {
  const permissions = readPermissions();

  test('knows the permissions that are to be refused', () => {
    expect(permissions.length).toBeGreaterThan(30);
    expect(permissions).toContain('geolocation');
  });

  test.each(permissions)('grants nothing: %s', (permission) => {
    const { handlers } = harden();
    const answer = vi.fn();
    handlers.permissionRequest!(...([null, permission, answer, {}] as never[]));
    expect(answer.mock.calls).toEqual([[false]]);
    expect(handlers.permissionCheck!(...([null, permission, 'app://trilogue', {}] as never[]))).toBe(false);
  });

  test('gives no device, no screen and no pairing', () => {
    const { handlers } = harden();
    expect(handlers.devicePermission!(...([{ deviceType: 'usb' }] as never[]))).toBe(false);
    const answerMedia = vi.fn();
    handlers.displayMedia!(...([{}, answerMedia] as never[]));
    expect(answerMedia.mock.calls).toEqual([[null]]);
    const answerPairing = vi.fn();
    handlers.bluetoothPairing!(...([{}, answerPairing] as never[]));
    expect(answerPairing.mock.calls).toEqual([[{ confirmed: false }]]);
  });

  test('does not load dictionaries or downloads', () => {
    const session = harden();
    expect(session.spellChecker).toBe(false);
    const event = { preventDefault: vi.fn() };
    session.emit('will-download', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  test.each([
    ['https://example.org/', true],
    ['http://127.0.0.1:8080/', true],
    ['ws://example.org/', true],
    ['file:///etc/passwd', true],
    ['ftp://example.org/', true],
    ['', true],
    ['app://trilogue/index.html', false],
    ['blob:app://trilogue/1', false],
  ])('lets no request out: %s', (url, cancel) => {
    const answer = vi.fn();
    harden().handlers.beforeRequest!(...([{ url }, answer] as never[]));
    expect(answer.mock.calls).toEqual([[{ cancel }]]);
  });
});

describe('a window', () => {
  function hardenFake(): FakeWebContents {
    const contents = new FakeWebContents('app://trilogue');
    hardenContents(contents as unknown as WebContents);
    return contents;
  }

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('refuses %s', (name) => {
    const event = { preventDefault: vi.fn() };
    hardenFake().emit(name, event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  test('opens no other window', () => {
    expect(hardenFake().openHandler!(...([{ url: 'https://example.org' }] as never[]))).toEqual({ action: 'deny' });
  });
});

describe('a sender', () => {
  const contents = new FakeWebContents('app://trilogue');
  const isTrusted = (frame: FakeFrame | null, of = contents): boolean =>
    isTrustedSender(frame as unknown as WebFrameMain | null, of as unknown as WebContents);

  test('is trusted as the main frame of our page only', () => {
    expect(isTrusted(contents.mainFrame)).toBe(true);
    expect(isTrusted(null)).toBe(false);
    expect(isTrusted(new FakeFrame('app://trilogue'))).toBe(false);
    const elsewhere = new FakeWebContents('https://example.org');
    expect(isTrusted(elsewhere.mainFrame, elsewhere)).toBe(false);
  });

  test('is refused when its frame is gone', () => {
    const gone = new FakeWebContents('app://trilogue');
    vi.spyOn(gone.mainFrame, 'isDestroyed').mockReturnValue(true);
    expect(isTrusted(gone.mainFrame, gone)).toBe(false);
  });
});

describe('an address for the system', () => {
  test.each(['https://example.org/a?b=c#d', 'mailto:secretary@example.org', 'https://例え.jp/'])(
    'is taken: %s',
    (text) => {
      expect(readExternalAddress(text)).toBe(new URL(text).href);
    },
  );

  test.each([
    'http://example.org/',
    'file:///etc/passwd',
    'smb://server/share',
    '\\\\server\\share',
    'ms-msdt:/id',
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'https\t://example.org',
    ' https://example.org',
    'https://example.org/ a',
    'https://user:password@example.org/',
    'https://\u202Eexample.org/',
    'mailto:a@example.org\nBcc: b@example.org',
    'https:\\\\example.org',
    'https:example.org',
    `https://example.org/${'a'.repeat(2_100)}`,
    '',
  ])('is refused: %j', (text) => {
    expect(readExternalAddress(text)).toBeNull();
  });
});
