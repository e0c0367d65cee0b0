import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from './parts.ts';

const lockFile = join(root, 'node_modules/.cache/trilogue/build.lock');

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

async function tryToLock(): Promise<boolean> {
  try {
    await writeFile(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const owner = Number(await readFile(lockFile, 'utf8').catch(() => '0'));
  // An empty file is one that its owner is about to fill.
  if (owner > 0 && !isAlive(owner)) await rm(lockFile, { force: true });
  return false;
}

/** Two commands started together (a test run beside `npm start`) must not build into the same folder. */
export async function withBuildLock(work: () => Promise<void>): Promise<void> {
  await mkdir(dirname(lockFile), { recursive: true });
  while (!(await tryToLock())) await delay(100);
  try {
    await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}
