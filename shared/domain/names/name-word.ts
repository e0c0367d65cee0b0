import { findGivenName } from './given-names.ts';
import { looksLikePatronymic } from './patronymics.ts';
import { remember, wordCount } from './memo.ts';
import { fromPalladius } from './palladius.ts';
import { isPinyinSyllable, segmentPinyin } from './pinyin.ts';
import { type Convention } from './russian-graphemes.ts';
import { foldCyrillic, foldLatin, foldLatinFreely } from './russian-fold.ts';
import { foldWord, scriptOfWord, unmixScripts, type WordScript } from './spelling.ts';

/** Longer words are no names; they are compared letter by letter only. */
const maximumLetters = 40;

/** Chinese syllables of a word, joined with spaces: what its spelling says, and what it says if misspelled. */
export interface SyllableKeys {
  exact: readonly string[];
  tolerated: readonly string[];
}

const noSyllables: SyllableKeys = { exact: [], tolerated: [] };

/** One word of a name. What comparing needs is worked out when first asked for, and kept. */
export class NameWord {
  readonly raw: string;
  readonly script: WordScript;
  readonly isInitial: boolean;
  readonly folded: string;
  readonly conventions: readonly Convention[];
  #keys: readonly string[] | undefined;
  #freeKeys: readonly string[] | undefined;
  #syllables: SyllableKeys | undefined;
  #given: ReturnType<typeof findGivenName> | null = null;

  constructor(raw: string, isInitial: boolean, conventions: readonly Convention[]) {
    this.raw = unmixScripts(raw);
    this.script = scriptOfWord(this.raw);
    this.isInitial = isInitial;
    this.folded = foldWord(this.raw);
    this.conventions = conventions;
  }

  get isCapitals(): boolean {
    return this.raw.length > 1 && this.raw !== this.raw.toLowerCase() && this.raw === this.raw.toUpperCase();
  }

  /** Sound keys of a Russian word; its letters in other scripts and in words too long for a name. */
  get keys(): readonly string[] {
    return (this.#keys ??= this.#fold(
      this.conventions.length === 0 ? foldPlainLatin : (word) => foldLatin(word, this.conventions),
    ));
  }

  /** Sound keys under any convention of spelling. */
  get freeKeys(): readonly string[] {
    return (this.#freeKeys ??= this.#fold(foldWithAll));
  }

  #fold(foldLatinWord: (word: string) => string[]): readonly string[] {
    if (this.raw.length > maximumLetters) return [this.folded];
    const keys =
      this.script === 'latin' ? foldLatinWord(this.raw) : this.script === 'cyrillic' ? foldRussian(this.raw) : [];
    return keys.length > 0 && keys[0] !== '' ? keys : [this.folded];
  }

  get given(): ReturnType<typeof findGivenName> {
    if (this.#given === null) this.#given = findGivenName(this.folded, this.keys);
    return this.#given;
  }

  get looksLikePatronymic(): boolean {
    return this.raw.length <= maximumLetters && looksLikePatronymic(this.raw);
  }

  /** Readings as pinyin or Palladius. Plain «lu», «nu» may stand for lü, nü (passports before LYU; standards, B5). */
  get syllables(): SyllableKeys {
    return (this.#syllables ??= this.#readSyllables());
  }

  #readSyllables(): SyllableKeys {
    if (this.raw.length > maximumLetters) return noSyllables;
    if (this.script === 'latin') return readPinyin(this.raw);
    return this.script === 'cyrillic' ? readPalladius(this.raw) : noSyllables;
  }
}

const readPinyin = remember(wordCount, (raw): SyllableKeys => {
  const keys = segmentPinyin(raw).map((syllables) => syllables.join(' '));
  const withDots = keys
    .filter((key) => /\b[ln]u\b/u.test(key) && !/[vyü]/iu.test(raw.normalize('NFC')))
    .map((key) => key.replace(/\b([ln])u\b/gu, '$1ü'));
  return { exact: [...keys, ...withDots], tolerated: [] };
});

const readPalladius = remember(wordCount, (raw): SyllableKeys => {
  const readings = fromPalladius(raw);
  const join = (strict: boolean): string[] =>
    readings.filter((reading) => reading.strict === strict).map(({ syllables }) => syllables.join(' '));
  const exact = join(true);
  return exact.length > 0 ? { exact, tolerated: join(false) } : { exact: join(false), tolerated: [] };
});

const foldPlainLatin = remember(wordCount, (raw) => foldLatin(raw, []));
const foldWithAll = remember(wordCount, foldLatinFreely);
const foldRussian = remember(wordCount, (raw) => [foldCyrillic(raw)]);

const titles =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|acad|academician|г-н|г-жа|господин|госпожа|тов|товарищ|проф|профессор|д-р|акад|академик)$/iu;
export const hanTitles = /(?:先生|女士|小姐|教授|博士|院士)$/u;
const wordPattern = /(,)|([\p{L}\p{M}\p{N}]+(?:['’‘ʼʹʺ`´″′ʻ"\-‐‑”“]{1,2}[\p{L}\p{M}\p{N}]+)*['’‘ʼʹʺ`´″′ʻ]*)(\.?)/gu;
/** Longer texts are no names: the rest is not looked at. */
const maximumWords = 8;

/** The words of a name without titles; `commaAfter` is the number of words before the first comma, or -1. */
export function readWords(text: string, conventions: readonly Convention[]): { words: NameWord[]; commaAfter: number } {
  const words: NameWord[] = [];
  let commaAfter = -1;
  for (const [, comma, word = '', dot] of text.matchAll(wordPattern)) {
    if (comma !== undefined) {
      if (commaAfter < 0) commaAfter = words.length;
      continue;
    }
    if (titles.test(word)) continue;
    if (words.length === maximumWords) break;
    const bare = word.replace(hanTitles, '');
    if (bare === '') continue;
    for (const { raw, isInitial } of splitInitials(bare, dot === '.', words))
      words.push(new NameWord(raw, isInitial, conventions));
  }
  return { words: words.filter(({ folded }) => folded !== ''), commaAfter };
}

/** «А.» and «Ю», «Sh.»; also run together without points as in citations, «Kuznetsov AB». */
function splitInitials(
  word: string,
  hasDot: boolean,
  before: readonly NameWord[],
): { raw: string; isInitial: boolean }[] {
  const letters = Array.from(word);
  if (/\p{Script=Han}/u.test(word)) return [{ raw: word, isInitial: false }];
  // Е and У are family names (Ye, Wu); behind a Chinese one И, Ю and others are given names (Ван И).
  const [first, second] = before;
  const isSyllable =
    first === undefined
      ? /^[еу]$/iu.test(word)
      : second === undefined &&
        /^[июэуея]$/iu.test(word) &&
        first.script === 'cyrillic' &&
        first.syllables.exact.length > 0;
  if (isSyllable && !hasDot) return [{ raw: word, isInitial: false }];
  if (letters.length === 1) return [{ raw: word, isInitial: true }];
  if (hasDot && /^\p{Lu}\p{Ll}{1,3}$/u.test(word)) return [{ raw: word, isInitial: true }];
  if (/^\p{Lu}-\p{Lu}$/u.test(word)) return word.split('-').map((raw) => ({ raw, isInitial: true }));
  if (
    letters.length === 2 &&
    /^(?:[A-Z]{2}|[А-ЯЁ]{2})$/u.test(word) &&
    !isPinyinSyllable(word) &&
    !isCyrillicName(word)
  )
    return letters.map((raw) => ({ raw, isInitial: true }));
  return [{ raw: word, isInitial: false }];
}

const isCyrillicName = (word: string): boolean => fromPalladius(word).length > 0;
