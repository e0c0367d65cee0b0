import { limits } from '#shared/contract/fields.ts';
import { maxEntries } from '#shared/contract/entries.ts';
import { cleanText } from '#shared/domain/clean-text.ts';

/** What a paste becomes: rows of the minutes, or the reason why not. `at` counts the paragraphs from 1. */
export type Pasted = { rows: string[] } | { refused: 'tooMany'; count: number } | { refused: 'tooLong'; at: number };

/*
 * Characters without a width that word processors and messengers leave behind: zero-width space, word joiner, soft
 * hyphen, byte order mark; and the direction marks and overrides, which can make a text read other than it is stored
 * (trojansource.codes). Letters of right-to-left scripts stay; so do the joiners that Persian and emoji need.
 */
const invisible = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;

/** Removes what cannot be seen and makes spaces of one kind; line breaks stay. */
export function cleanPasted(text: string): string {
  // Vertical tab and form feed break lines in word processors; as control characters they would be dropped.
  return cleanText(text.replace(/[\u2028\u2029\v\f]/gu, '\n'))
    .replace(invisible, '')
    .replace(/[\u00A0\u2007\u202F\u3000]/gu, ' ');
}

/**
 * A pasted text as rows: one for each paragraph; blank ones are left out, cells of a table are separated by
 * semicolons. More than {@link maxEntries} paragraphs, or one that no row can hold, is refused as a whole.
 */
export function readPaste(text: string): Pasted {
  const rows = cleanPasted(text)
    .split('\n')
    .map(joinCells)
    .filter((row) => row !== '');
  if (rows.length > maxEntries) return { refused: 'tooMany', count: rows.length };
  const long = rows.findIndex((row) => row.length > limits.text);
  return long >= 0 ? { refused: 'tooLong', at: long + 1 } : { rows };
}

function joinCells(line: string): string {
  return line
    .split('\t')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join('; ');
}
