import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { browserDesktop } from './desktop-browser.ts';
import { connectPorts } from './page-ports.ts';
import { createStore } from './store.ts';
import { type Connection, NoAnswer } from './transport.ts';

/** How the page stands towards the back end. `refused`: no token, a wrong code or a used one; nothing can be called. */
export type ConnectionState = 'connecting' | 'connected' | 'lost' | 'refused';
export const connectionState = createStore<ConnectionState>('connecting');

/** Where the browser door's token stays between reloads of one tab; never a cookie (design, section 2). */
const tokenKey = 'trilogue-token';

/** Thrown when the browser door does not let the page in; the shell then shows one sentence instead of screens. */
export class Refused extends Error {}

/** Whether the page stands in a window of the desktop program, and not in a browser. */
export const isDesktop = location.protocol === 'app:';

/** Settles once, when the page has its way to the back end: under Electron message ports, else fetch with a token. */
export const connection: Promise<Connection> = isDesktop ? connectPorts() : connectFetch();
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

async function connectFetch(): Promise<Connection> {
  const code = codeInAddress();
  // The code leaves the address before anything else can read, bookmark or share it.
  if (code !== null) history.replaceState(null, '', `${location.pathname}#/`);
  if (!(await takeCode(code)) && sessionStorage.getItem(tokenKey) === null) throw new Refused();
  const link = new FetchLink({
    url: new URL('/rpc', location.origin),
    headers: () => ({ authorization: `Bearer ${sessionStorage.getItem(tokenKey) ?? ''}` }),
    fetch: async (request, init) => {
      const response = await fetchWhole(request, init);
      if (response.status === 401) connectionState.set('refused');
      return response;
    },
  });
  // Each call finds its own way.
  return { link, desktop: browserDesktop, opened: () => Promise.resolve(), renew: () => undefined };
}

/** A door that is shut, at once or in the middle of an answer, is {@link NoAnswer}: the browser's TypeError says as little as a mistake of ours. */
async function fetchWhole(request: Request, init: RequestInit): Promise<Response> {
  try {
    const response = await globalThis.fetch(request, init);
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    if (isStream || response.body === null) return response;
    return new Response(await response.arrayBuffer(), response);
  } catch (error) {
    throw error instanceof TypeError ? new NoAnswer('the back end cannot be reached', { cause: error }) : error;
  }
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
