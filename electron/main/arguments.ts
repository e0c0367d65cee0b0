import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder, sampleDataFolder } from '../data-folder.ts';

export interface DesktopArguments {
  dataFolder: string;
  isSample: boolean;
}

/**
 * Reads `--sample` and `--data DIR`. Everything else is left alone: Chromium and the systems' launchers put switches of
 * their own on the same line.
 *
 * @param args without the executable and, in a working copy, without the project's folder
 */
export function readArguments(args: string[]): DesktopArguments {
  const { values } = parseArgs({
    args,
    strict: false,
    options: { sample: { type: 'boolean' }, data: { type: 'string' } },
  });
  const isSample = values.sample === true;
  const named = typeof values.data === 'string' && values.data !== '' ? resolve(values.data) : null;
  return { isSample, dataFolder: named ?? (isSample ? sampleDataFolder() : defaultDataFolder()) };
}
