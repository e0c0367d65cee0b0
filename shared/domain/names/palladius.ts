import { type Cut, cutWord, joinCuts, once, type Reading, readSyllables } from './syllables.ts';

const vowels = new Set('аеёиоуэюя');
const separators = /['’‘ʼʹ`´′\-‐‑‒–—\s]+/u;
const maximumParts = 8;

const syllableCost = 10;
const rareCost = 6;
/** One departure from the system; outweighs any number of syllables, so that exact readings come first. */
const tolerantCost = 1000;
/** Syllables without an attested use in names: a reading that needs one is dropped when there is another. */
const unattested = new Set(['o', 'ei', 'lo']);

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * One word in Palladius Cyrillic, lower case; '' when a syllable is unknown. Between -ng (written н) and a vowel stands
 * ъ (長安 Чанъань), which the CLDR/ICU transliterator leaves out; after -нь and between vowels nothing (Яньань, Сиань).
 */
export function toPalladius(syllables: readonly string[]): string {
  const table = readSyllables();
  let word = '';
  for (const syllable of syllables) {
    const cyrillic = table.get(syllable)?.palladius;
    if (cyrillic === undefined) return '';
    if (word.endsWith('н') && vowels.has(cyrillic.charAt(0))) word += 'ъ';
    word += cyrillic;
  }
  return word;
}

/** Family name first, two words, the syllables of each together: Ху Идун, Сыма Цянь. */
export function toPalladiusName(familySyllables: readonly string[], givenSyllables: readonly string[]): string {
  return [familySyllables, givenSyllables]
    .map((syllables) => capitalise(toPalladius(syllables)))
    .filter((word) => word !== '')
    .join(' ');
}

/** What people write instead of one exact spelling: [letters of the system, letters met]. Each may apply once. */
const habits: readonly (readonly [RegExp, string])[] = [
  [/э/u, 'е'], // бей, фен, вен
  [/э(?=нь?$)/u, 'ы'], // obsolete фын, фынь
  [/ь$/u, ''], // Ван Вэнли
  [/^чж/u, 'дж'], // Джоу
  [/^цз/u, 'дз'], // Дзян
  [/^([цс]|цз)ы$/u, '$1и'], // ци for цы
  [/^хуэй$/u, 'хой'],
  [/^хуэй$/u, 'хуй'],
  [/ё/u, 'йо'],
  [/^([^уаеёиоэюя]+)о$/u, '$1уо'], // -uo read letter by letter
];

/** All spellings of an exact one with the number of habits in each. */
function spell(exact: string): Map<string, number> {
  const spellings = new Map([[exact, 0]]);
  for (const [pattern, letters] of habits) {
    for (const [spelling, count] of [...spellings]) {
      const changed = spelling.replace(pattern, letters);
      if (!spellings.has(changed)) spellings.set(changed, count + 1);
    }
  }
  return spellings;
}

const readSpellings = once((): ReadonlyMap<string, readonly Reading[]> => {
  const table = new Map<string, Reading[]>();
  for (const { pinyin, palladius, rare } of readSyllables().values()) {
    for (const [spelling, habitCount] of spell(palladius)) {
      const readings = table.get(spelling) ?? [];
      readings.push({ syllable: pinyin, cost: syllableCost + (rare ? rareCost : 0) + habitCount * tolerantCost });
      table.set(spelling, readings);
    }
  }
  return table;
});

/** Latin letters that look like Cyrillic ones (in lower case only those that do so there), then these. */
const latinLetters = 'aceopxyëABCEHKMOPTXY';
const cyrillicLetters = 'асеорхуёАВСЕНКМОРТХУ';

interface Piece {
  text: string;
  /** The writer put a ъ behind this piece. */
  hardSign: boolean;
}

function split(text: string): Piece[] {
  return text
    .split(separators)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const pieces = part.split('ъ');
      return pieces.map((piece, index) => ({ text: piece, hardSign: index < pieces.length - 1 }));
    });
}

/** Inside a word -ng before a vowel wants its ъ; without it the reading is a tolerant one. */
function costOfJoin(previous: string, next: string): number {
  if (!previous.endsWith('ng')) return 0;
  return vowels.has(readSyllables().get(next)?.palladius.charAt(0) ?? '') ? tolerantCost : 0;
}

function cutPiece({ text, hardSign }: Piece): Cut[] {
  const cuts = cutWord(text, readSpellings(), costOfJoin);
  if (!hardSign) return cuts;
  // ъ tells that the syllable before it ends in -ng.
  return cuts.map((cut) => (cut.syllables.at(-1)?.endsWith('ng') ? cut : { ...cut, cost: cut.cost + tolerantCost }));
}

/**
 * All readings of a Cyrillic word as Chinese syllables, exact ones (`strict`) before tolerated spellings, fewest
 * syllables first; at most 16, [] when it is not Palladius. Tolerated: бей, фен, джоу, a missing ь or ъ, ци for цы, хой,
 * Latin look-alikes. A hyphen (the obsolete Чжун-шу), an apostrophe (Су’ань) or a space only shows where to cut.
 */
export function fromPalladius(word: string): { syllables: string[]; strict: boolean }[] {
  let text = word.normalize('NFC');
  let extra = 0;
  if (/[a-zë]/iu.test(text)) {
    if (!/\p{Script=Cyrillic}/u.test(text)) return [];
    text = text.replace(/[a-zë]/giu, (letter) => {
      const index = latinLetters.indexOf(letter);
      return index < 0 ? letter : cyrillicLetters.charAt(index);
    });
    extra = tolerantCost;
  }
  const pieces = split(text.toLowerCase());
  if (pieces.length > maximumParts) return [];
  const cuts = joinCuts(pieces.map(cutPiece));
  const attested = cuts.filter((cut) => !cut.syllables.some((syllable) => unattested.has(syllable)));
  return (attested.length > 0 ? attested : cuts).map((cut) => ({
    syllables: cut.syllables,
    strict: cut.cost + extra < tolerantCost,
  }));
}
