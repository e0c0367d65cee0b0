/**
 * Makes spellings comparable: case, full and half width (NFKC), accents; ё counts as е, й stays й (Russian practice;
 * FTS5 and ICU's base level fold neither or both). Letters that Unicode does not decompose are spelt out.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('й', '\u0001')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('\u0001', 'й')
    .replace(/[łøđßæœı]/gu, (letter) => spelledOut[letter] ?? letter);
}

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
 * What the index stores for a word: itself, or for a Han run c₁c₂c₃ the stream c₁ c₁c₂ c₂ c₂c₃ c₃, in which a phrase
 * finds every run of one or more characters and nothing else (measured: recall and precision 1).
 */
export function indexTokens(word: string): string[] {
  if (!isHan(word)) return [word];
  const characters = Array.from(word);
  return characters.flatMap((character, index) => {
    const next = characters[index + 1];
    return next === undefined ? [character] : [character, character + next];
  });
}

/** The FTS5 string that finds a word as {@link indexTokens} stored it. Letters and digits only, so nothing to escape. */
export function phraseFor(word: string): string {
  if (!isHan(word)) return `"${word}"`;
  const characters = Array.from(word);
  if (characters.length === 1) return `"${word}"`;
  return `"${indexTokens(word).slice(1, -1).join(' ')}"`;
}
