import { foldForSearch } from '../../search-index/segment.ts';
import { stemOf } from '../../search-index/stem.ts';

/** A piece of a text that counts: a word, a Han character, a sign or a line break. Range in UTF-16 units of the text. */
export interface Token {
  start: number;
  end: number;
  /** In full width and with accents as written, without what is not seen. */
  surface: string;
  isWord: boolean;
}

/*
 * What stands between two pieces and does not count: spaces, hyphens and dashes, quotation marks, apostrophes. So
 * «научно-технический» is found as two words, and ООО «Ромашка» whatever its quotation marks. A line break counts: no
 * term runs over one. Every other sign counts too: «C++» is not «C», and a term does not run over the end of a sentence.
 */
const pieces =
  /\p{Script=Han}|[[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]--\p{Script=Han}]+|\n|[^\s\p{Pd}\p{Pi}\p{Pf}"'\u0060\u201A\u201E\u300A-\u300F]/gv;
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const plainWord = /^[0-9A-Za-zА-яЁё\u4e00-\u9fff]+$/u;
const wordStart = /^[\p{L}\p{N}\p{M}]/u;

export function splitTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: piece, index: start } of text.matchAll(pieces)) {
    const end = start + piece.length;
    if (plainWord.test(piece)) {
      tokens.push({ start, end, surface: piece, isWord: true });
      continue;
    }
    const surface = piece.normalize('NFKC').replace(invisible, '');
    if (surface !== '') tokens.push({ start, end, surface, isWord: wordStart.test(surface) });
  }
  return tokens;
}

/** Keys that stand for a stem, or for a word whose capitals count, so that neither is taken for a word as it stands. */
const stemMark = '\u0001';
const capitalsMark = '\u0002';

const mostStems = 100_000;
const stemKeys = new Map<string, string>();

/** What the forms of a word have in common; signs and words that do not bend are their own keys. */
export function keyOf(surface: string): string {
  const known = stemKeys.get(surface);
  if (known !== undefined) return known;
  const folded = foldForSearch(surface);
  const stem = stemOf(folded);
  const key = stem === null ? folded : stemMark + withoutFleetingVowel(stem);
  if (stemKeys.size >= mostStems) stemKeys.clear();
  stemKeys.set(surface, key);
  return key;
}

/** «рынок», «рынка», «оценка», «оценок», «конец», «конца»: the vowel before the last consonant comes and goes. */
const withoutFleetingVowel = (stem: string): string =>
  stem.length >= 5 ? stem.replace(/([бвгджзклмнпрстфхцчшщ])ь?[ое]([кц])$/u, '$1$2') : stem;

export const capitalsKey = (capitals: string): string => capitalsMark + capitals;

const shortCapitals = /^\p{Lu}{1,4}$/u;
/** «МИД», and as it bends: «МИДа», «МИДом», «NGOs». */
const bentCapitals = /^(\p{Lu}{2,4})(?:\p{Ll}{1,3})?$/u;

/**
 * Which words of a term are abbreviations, whose capitals count: «МИД», «IT» in «IT industry», but neither «В» in «В
 * целях развития» nor any word of a term that is all in capitals.
 */
export function findAbbreviations(tokens: readonly Token[]): boolean[] {
  const words = tokens.filter(({ surface }) => /\p{Lu}|\p{Ll}/u.test(surface));
  const areAll = words.every(({ surface }) => shortCapitals.test(surface));
  const isMixed = words.some(({ surface }) => /\p{Ll}/u.test(surface)) || words.length < wordCount(tokens);
  return tokens.map(
    ({ surface }) => shortCapitals.test(surface) && (areAll || (isMixed && Array.from(surface).length > 1)),
  );
}

const wordCount = (tokens: readonly Token[]): number => tokens.filter(({ isWord }) => isWord).length;

/** The keys under which a word of a text may be found: as a word, and as an abbreviation. */
export function keysInText({ surface }: Token): string[] {
  const key = keyOf(surface);
  if (shortCapitals.test(surface)) return [key, capitalsKey(surface)];
  const capitals = bentCapitals.exec(surface)?.[1];
  return capitals === undefined ? [key] : [key, capitalsKey(capitals)];
}
