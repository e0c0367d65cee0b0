import { api, query } from './api.ts';
import { connection, connectionState } from './connection.ts';
import { dataReplaced } from './new-data.ts';
import { queryClient, readAnew } from './query-client.ts';
import { flushAll } from './saving.ts';

const firstDelayMs = 500;
const longestDelayMs = 5_000;

const listeners = new Set<() => void>();

/** Calls the listener after every write, of whichever window, and after the page has found the back end again. */
export function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function dataChanged(): Promise<void> {
  for (const listener of listeners) listener();
  return readAnew();
}

/**
 * Follows the back end's change stream for the life of the page. Every event makes all data stale: only what is on
 * screen is read again, and forms leave alone the fields that are focused or not saved yet.
 */
export async function followChanges(): Promise<never> {
  const { opened } = await connection;
  let delayMs = firstDelayMs;
  let wasLost = false;
  for (;;) {
    if (connectionState.get() === 'refused') await accessGiven();
    await opened();
    const { signal, stop } = untilLost();
    try {
      const changes = await api.app.changes(undefined, { signal });
      connectionState.set('connected');
      // Events that happened meanwhile are not sent again.
      if (wasLost) void flushAll().then(dataChanged);
      delayMs = firstDelayMs;
      for await (const { isRestored, isDamaged } of changes) {
        if (isRestored === true) dataReplaced();
        // Nothing else is read anew: what is on the screen would go.
        else if (isDamaged === true) void queryClient.invalidateQueries({ queryKey: query.app.state.key() });
        else void dataChanged();
      }
    } catch {
      // The reason does not matter: whatever it is, the way back is to ask again.
    }
    stop();
    if (connectionState.get() !== 'refused') connectionState.set('lost');
    wasLost = true;
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    delayMs = Math.min(delayMs * 2, longestDelayMs);
  }
}

/** Ends the stream of a back end that has been found to be silent: it would never end by itself. */
function untilLost(): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const stop = connectionState.subscribe(() => {
    if (connectionState.get() === 'lost') controller.abort();
  });
  return { signal: controller.signal, stop };
}

/** Settles when a page whose token was refused has got another one. */
function accessGiven(): Promise<void> {
  return new Promise((resolve) => {
    const stop = connectionState.subscribe(() => {
      stop();
      resolve();
    });
  });
}
