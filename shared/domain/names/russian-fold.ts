import { commonGraphemes, conventions, cyrillicSounds, type Convention, type Graphemes } from './russian-graphemes.ts';

const longestGrapheme = 7;
const maxReadings = 8;
const commonLetters = new Set('abdefgiklmnoprstuvhz');

/** Conventions that the spelling of a whole name gives away, e.g. German by its w. */
export function findConventions(text: string): Convention[] {
  const lower = text.normalize('NFC').toLowerCase();
  return conventions.filter(({ evidence }) => evidence.test(lower));
}

/** The sound key of a Cyrillic word. One word has one key: «Кузнецов» kuzneQov. */
export function foldCyrillic(word: string): string {
  const [key = ''] = scan(word.normalize('NFC').toLowerCase(), cyrillicSounds, undefined);
  return key;
}

/**
 * The sound keys of a Latin spelling of a Russian word, the likeliest first: «Kuznetzov», «Kuznecov» and, with German
 * evidence, «Kusnezow» all have kuzneQov among theirs (standards, B3 and B9 step 4).
 */
export function foldLatin(word: string, evidence: readonly Convention[]): string[] {
  const clean = plainVowels(word.normalize('NFC').toLowerCase()).replace(/[^\p{L}\p{M}]/gu, '');
  const keys = new Set(scan(clean, undefined, commonGraphemes));
  for (const { graphemes } of evidence) for (const key of scan(clean, graphemes, commonGraphemes)) keys.add(key);
  return [...keys];
}

/** Stress and hiatus marks of French and Spanish say nothing about the sound: Léonid, Turguénev, Gontcharoï. */
const plainVowels = (word: string): string =>
  word.replace(/[áàãéêíìîïóòôõöúùü]/gu, (letter) => letter.normalize('NFD').charAt(0));

/** The keys under any convention at all: enough to suspect, not to believe. */
export const foldLatinFreely = (word: string): string[] => foldLatin(word, conventions);

function scan(word: string, first: Graphemes | undefined, second: Graphemes | undefined): string[] {
  let readings = [''];
  for (let index = 0; index < word.length;) {
    const { length, sounds } = findGrapheme(word, index, first, second);
    const [only = ''] = sounds;
    readings =
      sounds.length < 2 || readings.length * sounds.length > maxReadings
        ? readings.map((reading) => reading + only)
        : readings.flatMap((reading) => sounds.map((sound) => reading + sound));
    index += length;
  }
  return [...new Set(readings.map(settle))];
}

function findGrapheme(word: string, index: number, first: Graphemes | undefined, second: Graphemes | undefined) {
  for (let length = Math.min(longestGrapheme, word.length - index); length > 0; length--) {
    const piece = word.slice(index, index + length);
    const sounds =
      (index + length === word.length ? first?.get(`${piece}$`) : undefined) ?? first?.get(piece) ?? second?.get(piece);
    if (sounds !== undefined) return { length, sounds };
  }
  const letter = word.charAt(index).normalize('NFD').charAt(0);
  return { length: 1, sounds: commonLetters.has(letter) ? [letter] : [] };
}

/** What no spelling keeps apart: -ий/-ый/-y, и before another vowel, ё after ч ш щ ж, doubled consonants, -off for -ов. */
function settle(sounds: string): string {
  return sounds
    .replace(/i+(?=[AUe])/gu, '')
    .replace(/ia/gu, 'A')
    .replace(/iu/gu, 'U')
    .replace(/i{2,}/gu, 'i')
    .replace(/(?<=[CSZW])o/gu, 'e')
    .replace(/(?<=[CSZWQ])A/gu, 'a')
    .replace(/(?<=[CSZWQ])U/gu, 'u')
    .replace(/ts|tQ/gu, 'Q')
    .replace(/([b-df-hj-np-tv-zBCDF-TV-Z])\1+/gu, '$1')
    .replace(/(?<=[oe])f$/u, 'v');
}
