import type { OrganizationWord } from './organization-words.ts';
import { foldWord } from './spelling.ts';

/** Lower case letters only; СПб and SPb count as the two words they stand for. */
export const foldAbbreviation = (text: string): string =>
  foldWord(text.replace(/[^\p{L}\p{N}]/gu, ''))
    .replace(/^спб/u, 'сп')
    .replace(/^spb/u, 'sp');

/** First letters of the words, those of an abbreviation inside the name in full. */
export const initialsOf = (words: readonly OrganizationWord[]): string =>
  foldAbbreviation(words.map(({ folded, isAcronym }) => (isAcronym ? folded : folded.charAt(0))).join(''));

/** Words that a match must explain before it is believed: IF may be the institute of physics or of philosophy. */
const sureLetters = 4;
const minimumLetters = 2;
const minimumSyllabic = 5;

/** How surely folded letters abbreviate a full name, 0 to 1; JITRI = Jiangsu Industrial Technology Research Institute. */
export function abbreviates(
  letters: string,
  name: { han: string; words: readonly OrganizationWord[]; counted: readonly string[]; initials: string },
): number {
  if (letters.length < minimumLetters) return 0;
  if (name.han !== '') return abbreviatesHan(letters, name.han);
  if (name.words.length < 2) return 0;
  if (name.initials === letters) return letters.length >= sureLetters ? 0.93 : 0.82;
  return letters.length >= minimumSyllabic && consumes(letters, name.counted) ? 0.7 : 0;
}

/** Минобрнауки: each word gives its beginning. */
function consumes(letters: string, words: readonly string[]): boolean {
  const [word, ...rest] = words;
  if (word === undefined) return letters === '';
  for (let length = Math.min(word.length, letters.length); length > 0; length--) {
    if (letters.startsWith(word.slice(0, length)) && consumes(letters.slice(length), rest)) return true;
  }
  return false;
}

/** 中科院 of 中国科学院: characters in order, the first and the last kept. */
function abbreviatesHan(letters: string, han: string): number {
  if (letters.length >= han.length || letters.length < minimumLetters || !/^\p{Script=Han}+$/u.test(letters)) return 0;
  if (letters.charAt(0) !== han.charAt(0) || letters.at(-1) !== han.at(-1)) return 0;
  let place = 0;
  for (const character of letters) {
    place = han.indexOf(character, place) + 1;
    if (place === 0) return 0;
  }
  return 0.72;
}
