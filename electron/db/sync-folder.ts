import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes names that were just made or changed in a folder last. Windows has no directory handles to sync. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
