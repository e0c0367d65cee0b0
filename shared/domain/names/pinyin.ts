import { type Cut, cutWord, joinCuts, once, type Reading, readSyllables } from './syllables.ts';

/** Every kind of apostrophe and hyphen that stands in the pinyin of real files, and spaces. */
const separators = /['’‘ʼʹ`´′＇\-‐‑‒–—\s]+/u;
const syllableCost = 10;
const rareCost = 6;
/** An inner syllable that begins with a, o, e needs an apostrophe (GB/T 16159-2012, 6.1.7.2; Xi’an). */
const missingApostropheCost = 3;
/** A name of more parts than this is none; the text of a whole paragraph is not cut. */
const maximumParts = 8;

const plainWord = /^[a-z]+$/;
const toneMarks = /[\u0300\u0301\u0304\u0306\u030c]/gu;

const readSpellings = once((): ReadonlyMap<string, readonly Reading[]> => {
  const table = new Map<string, Reading[]>();
  const add = (spelling: string, syllable: string, cost: number): void => {
    const readings = table.get(spelling);
    if (readings === undefined) table.set(spelling, [{ syllable, cost }]);
    else readings.push({ syllable, cost });
  };
  for (const { pinyin, rare } of readSyllables().values()) {
    const cost = syllableCost + (rare ? rareCost : 0);
    add(pinyin, pinyin, cost);
    if (pinyin.includes('ü')) {
      // Passports write LYU, NYU (also LV); keyboards give v.
      for (const letters of ['v', 'yu']) add(pinyin.replace('ü', letters), pinyin, cost);
      if (pinyin.endsWith('üe')) add(pinyin.replace('ü', 'u'), pinyin, cost);
    } else if (/^[jqxy]u/.test(pinyin)) {
      for (const letter of ['ü', 'v']) add(pinyin.replace('u', letter), pinyin, cost);
    }
  }
  return table;
});

/** Lower case without tone marks, ü as one letter; `u:` is ü and a digit after a syllable ends it. */
function normalise(word: string): string {
  const lower = word.toLowerCase();
  if (plainWord.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(toneMarks, '')
    .replace(/u[\u0308:]/gu, 'ü')
    .replace(/(\p{L})[0-5]/gu, '$1 ')
    .trim();
}

const costOfJoin = (_previous: string, next: string): number =>
  next.startsWith('a') || next.startsWith('o') || next.startsWith('e') ? missingApostropheCost : 0;

function cutPinyin(word: string): Cut[] {
  const text = normalise(word);
  const table = readSpellings();
  if (plainWord.test(text)) return cutWord(text, table, costOfJoin);
  const parts = text.split(separators).filter((part) => part !== '');
  if (parts.length > maximumParts) return [];
  return joinCuts(parts.map((part) => cutWord(part, table, costOfJoin)));
}

/**
 * All ways to read a word as toneless pinyin syllables (ü kept), best first: fewest syllables, no apostrophe missing,
 * syllables usual in names. [] when it is not pinyin; at most 16. Takes joined, hyphenated and spaced spelling, any
 * apostrophe, tone marks or digits, and the spellings of ü in documents (GB/T 28039-2011: lü as LYU; also lv, lu:).
 */
export function segmentPinyin(word: string): string[][] {
  return cutPinyin(word).map((cut) => cut.syllables);
}

/** Whether the text is one pinyin syllable, in any spelling that `segmentPinyin` takes. */
export function isPinyinSyllable(text: string): boolean {
  return readSpellings().has(normalise(text));
}

/** A comparison key: the syllables of the best cut without marks, ü as v (which no other syllable uses); '' when not pinyin. */
export function foldPinyin(word: string): string {
  return (cutPinyin(word)[0]?.syllables ?? []).join('').replaceAll('ü', 'v');
}

/** One name part as GB/T 28039-2011 writes it: together, one capital, an apostrophe before an inner a, o, e (Xi'an). */
export function joinPinyin(syllables: readonly string[]): string {
  const text = syllables
    .map((syllable, index) => (index > 0 && /^[aoeāáǎàōóǒòēéěè]/u.test(syllable) ? `'${syllable}` : syllable))
    .join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
