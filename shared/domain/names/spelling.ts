import type { Script } from '../language.ts';

/** The script that a word is read in; words in other scripts are compared letter by letter and nothing more. */
export type WordScript = Script | 'other';

const accents = /\p{M}+/gu;
const interpuncts = /[\u00b7\u0387\u2022\u2027\u2219\u30fb\uff65]/gu; // standards, B5: forms of the middle dot in the wild
const undecomposed: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** Latin letters that look like Cyrillic ones, for words in which both stand (Unicode UTS 39, confusables). */
const lookalikes = new Map(
  [...'aаcсeеoоpрxхyуkкmмhнtтbвiі'.matchAll(/(.)(.)/gu)].map(([, a, b]) => [a ?? '', b ?? '']),
);
const latinLookalikes = new Map([...lookalikes].map(([latin, cyrillic]) => [cyrillic, latin]));

/** NFKC (width, ligatures), one middle dot, plain spaces, and no lone surrogates. */
export function normalizeName(text: string): string {
  if (/^[A-Za-zА-Яа-яЁё ]*$/u.test(text) && !text.includes('  ')) return text.trim();
  return text
    .toWellFormed()
    .normalize('NFKC')
    .replace(/(?!\s)\p{Cc}/gu, '')
    .replace(interpuncts, '\u00b7')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Lower case without Latin accents, with ё as е; й stays a letter of its own. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-zа-я]*$/u.test(lower)) return lower;
  let folded = '';
  for (const letter of lower.normalize('NFC')) {
    if (letter === 'ё') folded += 'е';
    else if (letter >= 'а' && letter <= 'я') folded += letter;
    else folded += undecomposed[letter] ?? letter.normalize('NFD').replace(accents, '');
  }
  return folded.replace(/[^\p{L}\p{N}]/gu, '');
}

/** The script of most of a word's letters. */
export function scriptOfWord(word: string): WordScript {
  if (/^[A-Za-z]+$/u.test(word)) return 'latin';
  if (/^[А-Яа-яЁё]+$/u.test(word)) return 'cyrillic';
  const count = (test: RegExp): number => word.match(test)?.length ?? 0;
  const counts: [WordScript, number][] = [
    ['cyrillic', count(/\p{Script=Cyrillic}/gu)],
    ['latin', count(/\p{Script=Latin}/gu)],
    ['han', count(/\p{Script=Han}/gu)],
  ];
  counts.sort((a, b) => b[1] - a[1]);
  const [first] = counts;
  return first === undefined || first[1] === 0 ? 'other' : first[0];
}

/** A word of Latin and Cyrillic letters put wholly into the script of most of them, as far as letters look alike. */
export function unmixScripts(word: string): string {
  if (!/[a-z]/iu.test(word) || !/[а-яё]/iu.test(word)) return word;
  const map = scriptOfWord(word) === 'latin' ? latinLookalikes : lookalikes;
  return word.replace(/\p{L}/gu, (letter) => {
    const other = map.get(letter.toLowerCase());
    if (other === undefined) return letter;
    return letter === letter.toLowerCase() ? other : other.toUpperCase();
  });
}
