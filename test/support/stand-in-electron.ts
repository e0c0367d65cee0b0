import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the fuses begin in Electron's executable (electron/docs/tutorial/fuses.md), then version, number of fuses, their states. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron ships them: every one that we care about is still the other way round. */
const shippedStates = '101100111';

/**
 * A folder that electron-builder takes for Electron's runtime: it copies it, renames the executable and sets the fuses
 * in it, so that all of packaging but the program itself can be tested without the download.
 */
export async function makeStandInElectron(folder: string, version: string): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  const padding = Buffer.alloc(100);
  const executable = Buffer.concat([
    Buffer.from('#!/bin/sh\n'),
    padding,
    Buffer.from(sentinel),
    Buffer.from([1, shippedStates.length]),
    Buffer.from(shippedStates),
    padding,
  ]);
  await Promise.all([
    writeFile(join(folder, 'electron'), executable),
    writeFile(join(folder, 'version'), version),
    writeFile(join(folder, 'LICENSES.chromium.html'), ''),
    writeFile(join(folder, 'chrome-sandbox'), ''),
  ]);
  await chmod(join(folder, 'electron'), 0o755);
}
