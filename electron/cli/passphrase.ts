import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeText, detectEncoding } from '../exchange/encoding.ts';
import { t } from './catalogue.ts';
import { CommandError } from './messages.ts';

export const passphraseOption = { 'passphrase-file': { type: 'string' } } as const;

/**
 * The first line of a file: what is typed on a command line is seen by others. Windows writes such files as UTF-16 and
 * with byte order marks, which are no part of the passphrase.
 */
export function readPassphrase(path: string | undefined): string | null {
  if (path === undefined) return null;
  try {
    const bytes = readFileSync(resolve(path));
    const decoded = decodeText(bytes, detectEncoding(bytes));
    if ('text' in decoded) return decoded.text.split(/\r?\n/u)[0] ?? '';
  } catch {
    // Said below.
  }
  throw new CommandError(t('noSuchFile', { path: resolve(path) }), 1);
}
