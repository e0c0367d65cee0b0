import { createStore, type Store } from '../../../app/store.ts';
import type { MinutesSession } from '../model/types.ts';

/** What the People pane last did, with the way back where there is one. */
export interface Said {
  text: string;
  takeBack: (() => void) | null;
}

const stores = new WeakMap<MinutesSession, Store<Said | null>>();

/** Shown and read out by the pane; lives with the meeting, so that it is still there when the pane is opened again. */
export function saidStore(session: MinutesSession): Store<Said | null> {
  const known = stores.get(session) ?? createStore<Said | null>(null);
  stores.set(session, known);
  return known;
}

export function say(session: MinutesSession, text: string, takeBack: (() => void) | null = null): void {
  saidStore(session).set({ text, takeBack });
}
