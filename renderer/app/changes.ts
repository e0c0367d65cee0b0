import { api } from './api.ts';
import { connection, connectionState } from './connection.ts';
import { queryClient } from './query-client.ts';
import { flushAll } from './saving.ts';

const firstDelayMs = 500;
const longestDelayMs = 5_000;

/**
 * Follows the back end's change stream for the life of the page. Every event makes all data stale: only what is on
 * screen is read again, and forms leave alone the fields that are focused or not saved yet.
 */
export async function followChanges(): Promise<never> {
  await connection;
  let delayMs = firstDelayMs;
  let wasLost = false;
  for (;;) {
    if (connectionState.get() === 'refused') await accessGiven();
    try {
      const changes = await api.app.changes();
      connectionState.set('connected');
      // Events that happened meanwhile are not sent again.
      if (wasLost) void flushAll().then(() => queryClient.invalidateQueries());
      delayMs = firstDelayMs;
      while (!(await changes.next()).done) void queryClient.invalidateQueries();
    } catch {
      // The reason does not matter: whatever it is, the way back is to ask again.
    }
    if (connectionState.get() !== 'refused') connectionState.set('lost');
    wasLost = true;
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    delayMs = Math.min(delayMs * 2, longestDelayMs);
  }
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
