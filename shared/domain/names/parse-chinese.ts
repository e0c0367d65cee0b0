import { countFamilyReadings, readHan, simplifyHan, splitHanName } from './han.ts';
import { remember, wordCount } from './memo.ts';
import type { NameWord, SyllableKeys } from './name-word.ts';
import { compoundSurnames, stripTones, surnameWeight } from './surnames-han.ts';

/** One way to read the words of a name as a Chinese one. */
export interface ChineseReading {
  family: SyllableKeys;
  given: SyllableKeys;
  /** Letters that stand for the given name («Wang J. G.»); then `given` is empty. */
  initials: string;
  isFamilyFirst: boolean;
  script: 'latin' | 'cyrillic' | 'han';
  /** Simplified characters, family and given name; empty in other scripts. */
  han: string;
  /** Share of people with this family name; 0 when it is not on the list. */
  weight: number;
}

export interface ChineseReadings {
  readings: readonly ChineseReading[];
  /** The family name was told from the given one by evidence. */
  isCertain: boolean;
}

const none: ChineseReadings = { readings: [], isCertain: false };
/** Given names are of one or two syllables; double family names and three characters are the exception. */
const maximumGivenSyllables = 3;
/** A syllable that is so much commoner as a family name than another is the family name («Wei Zhang»). */
const clearlyCommoner = 25;

const countSyllables = (key: string): number => key.split(' ').length;

const compoundKeys = new Set([...compoundSurnames.values()].map((syllables) => syllables.map(stripTones).join(' ')));

/** A compound family name, or any one syllable: the rare ones are on no list. */
const isFamilyKey = (key: string): boolean => !key.includes(' ') || compoundKeys.has(key);

const isGivenKey = (key: string): boolean => countSyllables(key) <= maximumGivenSyllables;

const readKeys = (text: string, role: 'family' | 'given'): string[] =>
  readHan(text, role).map((syllables) => syllables.join(' '));
/** A family name read as a word (单 as Dan) is a mistake that is made, so it counts as one. */
const readFamily = remember(wordCount, (text): SyllableKeys => {
  const [keys, count] = [readKeys(text, 'family'), countFamilyReadings(text)];
  return { exact: keys.slice(0, count), tolerated: keys.slice(count) };
});
const readGiven = remember(wordCount, (text): SyllableKeys => ({ exact: readKeys(text, 'given'), tolerated: [] }));

/** Family and given name in characters, or a whole name of two to five characters. */
export function readHanName(family: string, given: string): ChineseReadings {
  const reading: ChineseReading = {
    family: readFamily(family),
    given: readGiven(given),
    initials: '',
    isFamilyFirst: true,
    script: 'han',
    han: simplifyHan(family + given),
    weight: 1,
  };
  return reading.family.exact.length === 0 ? none : { readings: [reading], isCertain: true };
}

/** A whole name in characters. */
export function readHanText(text: string): ChineseReadings {
  const split = splitHanName(text);
  return split === null ? none : readHanName(split.family, split.given);
}

/**
 * Pinyin or Palladius: «Hu Yidong», «hu yi dong», «Ouyang Wen», Western «Yidong HU» (GB/T 28039-2011; standards, B5, B9 step 3).
 * `familyWords` tells how many words come first as the family name where that is known (a form, a comma).
 */
export function readSyllableName(words: readonly NameWord[], familyWords: number | undefined): ChineseReadings {
  const full = words.filter(({ isInitial }) => !isInitial);
  const initials = words.filter(({ isInitial }) => isInitial);
  const script = full[0]?.script;
  if (full.length === 0 || full.length > 4 || (script !== 'latin' && script !== 'cyrillic')) return none;
  if (full.some((word) => word.script !== script || word.syllables.exact.length === 0)) return none;
  if (initials.length > 0) {
    const family = full.length === 1 ? full[0] : undefined;
    const weight = family === undefined ? 0 : weigh(family.syllables);
    if (family === undefined || weight === 0) return none;
    const letters = initials.map(({ folded }) => folded.charAt(0)).join('');
    const isFamilyFirst = family === words[0];
    const reading = {
      family: family.syllables,
      given: emptyKeys,
      initials: letters,
      isFamilyFirst,
      script,
      han: '',
      weight,
    };
    return { readings: [reading], isCertain: true };
  }
  const readings: MarkedReading[] = [];
  const add = (familyPart: readonly NameWord[], givenPart: readonly NameWord[], isFamilyFirst: boolean): void => {
    const spelled = joinKeys(familyPart, isFamilyKey);
    // «Ван» is Wang: that it may lack its ь (Wan) is not worth a suspicion.
    const family = weigh(spelled) > 0 ? { ...spelled, tolerated: [] } : spelled;
    const given = joinKeys(givenPart, isGivenKey);
    if (family.exact.length === 0 || given.exact.length === 0) return;
    const weight = weigh(family);
    if (weight === 0 && !isFamilyFirst) return;
    const isCompound = familyPart.length === 1 && family.exact[0]?.includes(' ') === true && weight > 0;
    const isMarked =
      isCompound ||
      (familyPart.every(({ isCapitals }) => isCapitals) && !givenPart.some(({ isCapitals }) => isCapitals));
    readings.push({ family, given, initials: '', isFamilyFirst, script, han: '', weight, isMarked });
  };
  for (let cut = 1; cut < full.length && cut <= 2; cut++) {
    const isOnly = familyWords !== undefined;
    if (!isOnly || familyWords === cut) add(full.slice(0, cut), full.slice(cut), true);
    if (!isOnly) add(full.slice(-cut), full.slice(0, -cut), false);
  }
  return choose(readings);
}

const emptyKeys: SyllableKeys = { exact: [], tolerated: [] };

function joinKeys(words: readonly NameWord[], isFit: (key: string) => boolean): SyllableKeys {
  const join = (list: readonly (readonly string[])[]): string[] =>
    list
      .reduce<string[]>((joined, keys) => joined.flatMap((left) => keys.map((key) => `${left} ${key}`.trim())), [''])
      .filter(isFit);
  const exact = join(words.map(({ syllables }) => syllables.exact));
  const all = words.some(({ syllables }) => syllables.tolerated.length > 0)
    ? join(words.map(({ syllables }) => [...syllables.exact, ...syllables.tolerated]))
    : [];
  return { exact, tolerated: all.filter((key) => !exact.includes(key)) };
}

const weigh = ({ exact }: SyllableKeys): number =>
  Math.max(0, ...exact.filter(isFamilyKey).map((key) => surnameWeight(key.replace(' ', ''))));

/** With capitals («Wei ZHANG») or a compound family name, which say which word is the family name. */
interface MarkedReading extends ChineseReading {
  isMarked: boolean;
}

function choose(readings: MarkedReading[]): ChineseReadings {
  const marked = readings.filter(({ isMarked }) => isMarked);
  if (marked.length > 0) return { readings: marked, isCertain: true };
  const firsts = readings.filter(({ isFamilyFirst }) => isFamilyFirst);
  const lasts = readings.filter(({ isFamilyFirst }) => !isFamilyFirst);
  if (firsts.length === 0 || lasts.length === 0) return { readings, isCertain: true };
  const heaviest = (list: MarkedReading[]): number => Math.max(...list.map(({ weight }) => weight));
  const ratio = heaviest(firsts) / heaviest(lasts);
  if (ratio >= clearlyCommoner) return { readings: firsts, isCertain: true };
  return { readings, isCertain: false };
}
