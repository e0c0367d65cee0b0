import { hash } from 'node:crypto';
import type { LocalizedText } from '#shared/domain/language.ts';
// Not by the index of that folder, which brings the whole names library with it.
import { indexTokens, isHan, splitWords } from '../../search-index/segment.ts';
import { stemOf } from '../../search-index/stem.ts';

/** What likeness is counted in: folded words and numbers, of Chinese single characters. Signs do not count. */
export const wordsOf = (text: string): string[] => toWords(splitWords(text));

const toWords = (split: readonly string[]): string[] =>
  split.flatMap((word) => (isHan(word) ? Array.from(word) : [word]));

const mostStems = 50_000;
const stems = new Map<string, string>();

/** A word in all its forms; stemming is the dearest step of indexing, and most words come again and again. */
export function stemmed(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    if (stems.size >= mostStems) stems.clear();
    stem = stemOf(word) ?? word;
    stems.set(word, stem);
  }
  return stem;
}

export interface Analysed {
  words: string[];
  /** What the index keeps: stems, of Chinese pairs of characters. Letters and digits only, so nothing to escape. */
  tokens: string[];
}

export function analyse(text: string): Analysed {
  const split = splitWords(text);
  return {
    words: toWords(split),
    tokens: split.flatMap((word) => (isHan(word) ? indexTokens(word) : [stemmed(word)])),
  };
}

/** No word has the sign, so this token stands apart from those of the texts. */
const keyMark = '§';

/** One token for a whole text by its words. */
export const keyTokenOf = (words: readonly string[]): string =>
  keyMark + hash('sha1', words.join(' '), 'hex').slice(0, 20);

/** Without differences of white space. */
export const plainText = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The same for units that say the same in the same languages; 96 bits. */
export const unitKey = ({ en, ru, zh }: LocalizedText): string =>
  hash('sha1', [en, ru, zh].map(plainText).join('\0'), 'base64').slice(0, 16);
