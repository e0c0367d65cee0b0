import { rmSync } from 'node:fs';

/**
 * Removes what an earlier run has left over. What cannot be removed now (on Windows, because somebody reads it) keeps
 * nobody from the data; the next start tries again.
 */
export function sweep(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // See above.
  }
}
