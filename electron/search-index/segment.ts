/**
 * Makes spellings comparable: case, full and half width (NFKC), accents; ё counts as е, й stays й (Russian practice;
 * FTS5 and ICU's base level fold neither or both). Letters that Unicode does not decompose are spelt out.
 */
export function foldForSearch(text: string): string {
  if (plainText.test(text)) return text.toLowerCase().replaceAll('ё', 'е');
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('й', '\u0001')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('\u0001', 'й')
    .replace(/[łøđßæœı]/gu, (letter) => spelledOut[letter] ?? letter);
}

/** What needs no more than capitals and ё: ASCII, Russian letters, common Han characters and signs that fold to none. */
const plainText = /^[\0-~А-яЁё\u4e00-\u9fff\u3001\u3002«»“”—–]*$/u;

const spelledOut: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** A run of Han characters, or a word of any other script or of digits. */
const wordPattern = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv;
const hanPattern = /^\p{Script=Han}/u;

/** Folded words of a text, Han runs whole, in order. */
export function splitWords(text: string): string[] {
  return foldForSearch(text).match(wordPattern) ?? [];
}

export const isHan = (word: string): boolean => hanPattern.test(word);

/**
 * What the index stores for a word: itself, or for a Han run c₁c₂c₃ the pairs c₁c₂ c₂c₃ and the last character c₃. A
 * phrase of pairs finds every run of two or more characters and nothing else, the beginning of a pair every single one
 * (recall and precision 1, at two thirds of the size that pairs and single characters take).
 */
export function indexTokens(word: string): string[] {
  if (!isHan(word)) return [word];
  const characters = Array.from(word);
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

/** The FTS5 string that finds a word as {@link indexTokens} stored it. Letters and digits only, so nothing to escape. */
export function phraseFor(word: string): string {
  if (!isHan(word)) return `"${word}"`;
  const tokens = indexTokens(word);
  return tokens.length === 1 ? `"${word}" *` : `"${tokens.slice(0, -1).join(' ')}"`;
}
