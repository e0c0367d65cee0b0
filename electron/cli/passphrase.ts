import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { t } from './catalogue.ts';
import { CommandError } from './messages.ts';

export const passphraseOption = { 'passphrase-file': { type: 'string' } } as const;

/** The first line of a file: what is typed on a command line is seen by others. */
export function readPassphrase(path: string | undefined): string | null {
  if (path === undefined) return null;
  try {
    return readFileSync(resolve(path), 'utf8').split(/\r?\n/u)[0] ?? '';
  } catch {
    throw new CommandError(t('noSuchFile', { path: resolve(path) }), 1);
  }
}
