import type { ClientLink, ClientContext } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { browserDesktop } from './desktop-browser.ts';
import { portDesktop } from './desktop-electron.ts';
import type { DesktopPort } from './desktop-port.ts';
import { createStore } from './store.ts';

/** How the page stands towards the back end. `refused`: no token, a wrong code or a used one; nothing can be called. */
export type ConnectionState = 'connecting' | 'connected' | 'lost' | 'refused';
export const connectionState = createStore<ConnectionState>('connecting');

interface Connection {
  link: ClientLink<ClientContext>;
  desktop: DesktopPort;
}

/** Where the browser door's token stays between reloads of one tab; never a cookie (design, section 2). */
const tokenKey = 'trilogue-token';

/** Thrown when the browser door does not let the page in; the shell then shows one sentence instead of screens. */
export class Refused extends Error {}

/** Settles once, when the page has its way to the back end: under Electron a message port, else fetch with a token. */
export const connection: Promise<Connection> = location.protocol === 'app:' ? connectPort() : connectFetch();
connection.catch(() => connectionState.set('refused'));

/*
 * A fresh link pasted into the same tab changes only the fragment. These listeners stand before the router's, which
 * must not take the code for a place to go to: what is typed on the page would go.
 */
window.addEventListener('popstate', (event) => {
  if (codeInAddress() !== null) event.stopImmediatePropagation();
});
window.addEventListener('hashchange', (event) => {
  const code = codeInAddress();
  if (code === null) return;
  event.stopImmediatePropagation();
  void takeFreshLink(code, event.oldURL);
});

/*
 * The preload answers the page's 'trilogue-ready' with 'trilogue-port' and two ports: [0] speaks oRPC with the back
 * end, [1] is the desktop port (see desktop-electron.ts). A preload that posts by itself after `load` works as well.
 */
function connectPort(): Promise<Connection> {
  return new Promise((resolve) => {
    window.addEventListener('message', function receive(event) {
      const [backEnd, desktop] = event.ports;
      if (event.source !== window || event.data !== 'trilogue-port' || !backEnd || !desktop) return;
      window.removeEventListener('message', receive);
      backEnd.start();
      desktop.start();
      resolve({ link: new PortLink({ port: backEnd }), desktop: portDesktop(desktop) });
    });
    window.postMessage('trilogue-ready', location.origin);
  });
}

async function connectFetch(): Promise<Connection> {
  const code = codeInAddress();
  // The code leaves the address before anything else can read, bookmark or share it.
  if (code !== null) history.replaceState(null, '', `${location.pathname}#/`);
  if (!(await takeCode(code)) && sessionStorage.getItem(tokenKey) === null) throw new Refused();
  const link = new FetchLink({
    url: new URL('/rpc', location.origin),
    headers: () => ({ authorization: `Bearer ${sessionStorage.getItem(tokenKey) ?? ''}` }),
    fetch: async (request, init) => {
      const response = await globalThis.fetch(request, init);
      if (response.status === 401) connectionState.set('refused');
      return response;
    },
  });
  return { link, desktop: browserDesktop };
}

/** Gives a page back its access, with everything that was typed meanwhile. */
async function takeFreshLink(code: string, address: string): Promise<void> {
  history.replaceState(history.state, '', address);
  if (!(await takeCode(code))) return;
  // Before the first answer there is nothing on the page to keep.
  await connection.catch(() => location.reload());
  connectionState.set('lost');
}

function codeInAddress(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('code');
}

async function takeCode(code: string | null): Promise<boolean> {
  const token = code === null ? null : await exchangeCode(code);
  if (token !== null) sessionStorage.setItem(tokenKey, token);
  return token !== null;
}

async function exchangeCode(code: string): Promise<string | null> {
  const response = await globalThis.fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  if (!response.ok) return null;
  const answer = (await response.json()) as { token?: unknown };
  return typeof answer.token === 'string' ? answer.token : null;
}
