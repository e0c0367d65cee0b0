import { app, powerMonitor } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Backend } from '../backend.ts';

/**
 * Everything that is said to be saved is on the disk already. Before the machine sleeps, is locked or goes down the
 * journal is folded in as well, so that the data file is whole by itself if the power does not come back. When the
 * machine goes down, the program ends as if the user had closed it.
 */
export function followPower(window: BrowserWindow, backend: Backend): void {
  const fold = (): void => {
    backend.checkpoint();
  };
  powerMonitor.on('suspend', fold);
  powerMonitor.on('lock-screen', fold);
  // Linux and macOS wait a little for a program that asks for it and quits; the declarations leave the event out.
  powerMonitor.on('shutdown', (event?: { preventDefault: () => void }) => {
    fold();
    event?.preventDefault();
    app.quit();
  });
  // Windows ends the program by itself after the second.
  window.on('query-session-end', fold);
  window.on('session-end', fold);
}
