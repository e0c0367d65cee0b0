import type { Session, WebContents, WebFrameMain } from 'electron';
import { origin } from './origin.ts';

const schemesOfThePage = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/** Nothing that a page may ask of the machine is granted, and nothing leaves it: Trilogue is offline. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer(null);
  });
  session.setBluetoothPairingHandler((_details, answer) => {
    answer({ confirmed: false });
  });
  session.setUSBProtectedClassesHandler((details) => details.protectedClasses);
  // Else Chromium fetches dictionaries on Windows and Linux, even with `spellcheck: false` (electron#22995).
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !schemesOfThePage.has(protocolOf(details.url)) });
  });
}

function protocolOf(url: string): string {
  try {
    return new URL(url).protocol;
  } catch {
    return '';
  }
}

/** A window shows our page and stays there: whatever it holds cannot lead it elsewhere or open another. */
export function hardenContents(contents: WebContents): void {
  const refuse = (event: { preventDefault: () => void }): void => {
    event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** True for the main frame of one of our windows while it shows our page. */
export function isTrustedSender(frame: WebFrameMain | null, contents: WebContents): boolean {
  return frame !== null && !frame.isDestroyed() && frame === contents.mainFrame && frame.origin === origin;
}

const maximumAddressLength = 2_048;

/**
 * The address to hand to the system, or null. Only web and mail: other schemes start programs (`ms-*:`, `file:`,
 * `smb:`). Control characters and blanks are refused before parsing, because the parser drops them (CVE-2026-104078).
 */
export function readExternalAddress(text: string): string | null {
  if (text.length > maximumAddressLength || !/^(https:\/\/|mailto:)[^\s\p{C}\\]+$/iu.test(text)) return null;
  const address = URL.parse(text);
  if (address === null || (address.protocol !== 'https:' && address.protocol !== 'mailto:')) return null;
  const hasCredentials = address.username !== '' || address.password !== '';
  if (hasCredentials || (address.protocol === 'mailto:' && !isPlainLetter(address))) return null;
  return address.href;
}

/** What a letter's address may fill in; some mail programs would take `attach` for a file of this machine. */
const letterFields = new Set(['to', 'cc', 'bcc', 'subject', 'body']);

const encodedControl = /%(?:[01][\da-f]|7f)/iu;

/** No field but these, and no line break outside of the body: it would begin another field. */
function isPlainLetter({ pathname, search }: URL): boolean {
  const fields = search.slice(1).split('&').filter(Boolean);
  return (
    !encodedControl.test(pathname) &&
    fields.every((field) => {
      const name = (field.split('=')[0] ?? '').toLowerCase();
      return letterFields.has(name) && (name === 'body' || !encodedControl.test(field));
    })
  );
}
