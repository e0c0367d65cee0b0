import type { LocalizedText } from '#shared/domain/language.ts';
// Not by the index of that folder, which brings the whole names library with it.
import { indexTokens, isHan, splitWords } from '../../search-index/segment.ts';
import { stemOf } from '../../search-index/stem.ts';

/** What likeness is counted in: folded words and numbers, of Chinese single characters. Signs do not count. */
export const wordsOf = (text: string): string[] => toWords(splitWords(text));

function toWords(split: readonly string[]): string[] {
  const words: string[] = [];
  for (const word of split) {
    if (isHan(word)) for (const character of word) words.push(character);
    else words.push(word);
  }
  return words;
}

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
  const tokens: string[] = [];
  for (const word of split) {
    if (isHan(word)) tokens.push(...indexTokens(word));
    else tokens.push(stemmed(word));
  }
  return { words: toWords(split), tokens };
}

/** No word has the sign, so this token stands apart from those of the texts. */
const keyMark = '§';

/** One token for a whole text by its words. Others may have the same, by one chance in 2⁶⁴. */
export const keyTokenOf = (words: readonly string[]): string => keyMark + fingerprint(words.join(' '));

/** Without differences of white space. */
export const plainText = (text: string): string => (unusualSpace.test(text) ? text.replace(/\s+/gu, ' ').trim() : text);
const unusualSpace = /^\s|\s\s|[^\S ]|\s$/u;

/** The same for units that say the same in the same languages, for others by one chance in 2⁶⁴. */
export const unitKey = ({ en, ru, zh }: LocalizedText): string =>
  fingerprint(`${plainText(en)}\0${plainText(ru)}\0${plainText(zh)}`);

/**
 * 64 bits in letters and digits: two lanes of FNV-1a over UTF-16 units, each with the end mix of MurmurHash3. Six times
 * as fast as SHA-1 on texts of this length, and nobody gains by two texts with the same one.
 */
function fingerprint(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x9e3779b1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
    other = (other << 13) | (other >>> 19);
  }
  return endMix(one ^ text.length).toString(36) + 'x' + endMix(other).toString(36);
}

function endMix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
