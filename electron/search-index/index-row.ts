import { keysOfPerson } from './name-keys.ts';
import type { SearchRecord } from './records.ts';
import { indexTokens, isHan, splitWords } from './segment.ts';
import type { IndexRow } from './store.ts';

/*
 * Derived tokens carry a mark that no word has, so that they stand apart from the words of the texts: a prefix of a
 * word does not run through them, and a typing error is not corrected into one.
 */
const marks = { whole: '§', key: '¤' } as const;

/** A text without its spaces and signs, to find an abbreviation or alias that is exactly what was typed. */
export const wholeToken = (text: string): string => marks.whole + splitWords(text).join('');

/** `=`, the mark of a sound key, would end a token. */
export const keyToken = (key: string): string => marks.key + key.replaceAll('=', marks.key);

/** What the index keeps of a record, and the plain words among it. */
export function buildRow(record: SearchRecord): { row: IndexRow; words: string[] } {
  const main: string[] = [];
  const more: string[] = [];
  for (const { role, text } of record.fields) (role === 'detail' ? more : main).push(...splitWords(text));
  const words = [...main, ...more];
  const derived = new Set<string>();
  for (const { role, text } of record.fields) {
    if (role === 'abbreviation' || role === 'alias') derived.add(wholeToken(text));
  }
  const keys = record.kind === 'person' ? personKeys(record) : null;
  for (const key of keys?.split(' ') ?? []) if (key !== '') derived.add(keyToken(key));
  return {
    row: {
      kind: record.kind,
      id: record.id,
      main: main.flatMap(indexTokens).join(' '),
      more: [...more.flatMap(indexTokens), ...derived].join(' '),
      keys,
    },
    words: words.filter((word) => !isHan(word)),
  };
}

function personKeys(record: SearchRecord): string {
  const aliases = record.fields.filter(({ role }) => role === 'alias').map(({ text }) => text);
  return keysOfPerson(record.names, aliases).join(' ');
}
