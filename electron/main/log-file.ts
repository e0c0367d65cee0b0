import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createLog } from '../log.ts';
import type { Log } from '../log.ts';

const maximumBytes = 5 * 1024 ** 2;

/** Bugs go to `bugs.log` in the given folder; of a full file one predecessor is kept. */
export function createFileLog(folder: string): Log {
  const path = join(folder, 'bugs.log');
  return createLog((line) => {
    process.stderr.write(`${line}\n`);
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > maximumBytes) renameSync(path, `${path}.1`);
    appendFileSync(path, `${line}\n`, { mode: 0o600 });
  });
}
