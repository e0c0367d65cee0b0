import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './parts.ts';

/** Runs another entry in this process, as if it had been started by itself: signals, streams and exit code are its own. */
export async function runEntry(path: string, args: string[]): Promise<void> {
  const entry = join(root, path);
  process.argv = [process.execPath, entry, ...args];
  await import(pathToFileURL(entry).href);
}

/** npm runs scripts in the project's folder; a path that a user types is meant from where the user stands. */
export function enterUserFolder(): void {
  if (process.env.INIT_CWD !== undefined) process.chdir(process.env.INIT_CWD);
}
