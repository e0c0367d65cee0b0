import type { ClientContext, ClientLink } from '@orpc/client';
import type { DesktopPort } from './desktop-port.ts';
import { createStore } from './store.ts';

/** The back end did not answer, in time or at all. Whether it did what was asked is not known: ask again. */
export class NoAnswer extends Error {}

/** The page's way to the back end, for the life of the page. */
export interface Connection {
  link: ClientLink<ClientContext>;
  desktop: DesktopPort;
  /** Settles when calls can be sent: at once, save while a way that was lost is being replaced. */
  opened: () => Promise<void>;
  /** Nobody answers on this way: calls on it end in {@link NoAnswer}, another way is looked for. */
  renew: () => void;
}

/** The error of the last call that failed, of whatever part of the page. */
export const lastFailure = createStore<unknown>(null);
