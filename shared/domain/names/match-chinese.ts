import { isOneEditApart } from './edit-distance.ts';
import type { SyllableKeys } from './name-word.ts';
import type { ChineseReading } from './parse-chinese.ts';
import type { AnalysedName } from './parse.ts';
import { joinPinyin } from './pinyin.ts';
import { surnameWeight } from './surnames-han.ts';
import { type Agreement, better, possibleFrom } from './verdict.ts';

const nothing: Agreement = { score: 0, code: 'not_comparable' };

/** Two Chinese names by their syllables, in whichever scripts (standards, B9 step 3). */
export function matchChinese(a: AnalysedName, b: AnalysedName): Agreement {
  const isCertain = a.chinese.isCertain && b.chinese.isCertain;
  let best = nothing;
  for (const left of a.chinese.readings) {
    for (const right of b.chinese.readings) {
      const agreement = matchReadings(left, right);
      const isDoubtful =
        !isCertain && left.isFamilyFirst !== right.isFamilyFirst && isReversible(left) && agreement.score > 0.8;
      best = better(best, isDoubtful ? { ...agreement, score: 0.8, code: 'other_order' } : agreement);
    }
  }
  const [left, right] = [a.chinese.readings[0], b.chinese.readings[0]];
  // How they differ is told by the likeliest readings.
  return best.score >= possibleFrom || left === undefined || right === undefined ? best : matchReadings(left, right);
}

/** From about the 125th family name up: rarer ones are hardly ever meant when the other word is a common one. */
const commonSurname = 0.002;

/** Either word may well be the family name: «Li Wei» and «Wei Li» may be two people, «Yao Ming» and «Ming Yao» are one. */
const isReversible = ({ family, given }: ChineseReading): boolean =>
  family.exact[0]?.includes(' ') === false && given.exact.some((key) => surnameWeight(key) >= commonSurname);

function matchReadings(a: ChineseReading, b: ChineseReading): Agreement {
  if (a.script === 'han' && b.script === 'han') return matchHan(a, b);
  const family = compareKeys(a.family, b.family);
  if (family === undefined) return { score: 0.1, code: 'family_differs' };
  if (a.initials !== '' || b.initials !== '') return matchInitials(a, b);
  const given = compareKeys(a.given, b.given);
  if (given === undefined) return matchSlips(a, b);
  const reading = displayPinyin(family.key, given.key);
  const isSure = family.isExact && given.isExact;
  if (a.script === 'han' || b.script === 'han')
    return { score: isSure ? 0.96 : 0.7, code: 'han_reading', parts: { reading } };
  const code = a.script === 'latin' && b.script === 'latin' ? 'same_pinyin' : 'same_palladius';
  return { score: isSure ? 0.97 : 0.7, code, parts: { reading } };
}

/** The same characters are the same name; other characters of the same sound may be a slip of the keyboard. */
function matchHan(a: ChineseReading, b: ChineseReading): Agreement {
  if (a.han === b.han) return { score: 0.99, code: 'same_han' };
  const family = compareKeys(a.family, b.family);
  if (family === undefined) return { score: 0.1, code: 'family_differs' };
  const given = compareKeys(a.given, b.given);
  if (given === undefined) return { score: 0.2, code: 'given_differs' };
  return { score: 0.62, code: 'same_pinyin', parts: { reading: displayPinyin(family.key, given.key) } };
}

function matchInitials(a: ChineseReading, b: ChineseReading): Agreement {
  const agrees = firstLetters(a).some((left) =>
    firstLetters(b).some((right) => left.startsWith(right) || right.startsWith(left)),
  );
  return agrees ? { score: 0.7, code: 'initials' } : { score: 0.2, code: 'initials' };
}

const firstLetters = ({ initials, given }: ChineseReading): string[] =>
  initials === ''
    ? given.exact.map((key) =>
        key
          .split(' ')
          .map((syllable) => syllable.charAt(0))
          .join(''),
      )
    : [initials];

/** One letter in a given name of two syllables: n for ng, a slip. In one syllable it is another name: Вэй, Вэнь. */
function matchSlips(a: ChineseReading, b: ChineseReading): Agreement {
  const [left = '', right = ''] = [a.given.exact[0], b.given.exact[0]];
  if (left.includes(' ') && right.includes(' ') && isOneEditApart(left.replaceAll(' ', ''), right.replaceAll(' ', '')))
    return { score: 0.63, code: 'typo' };
  return { score: 0.2, code: 'given_differs' };
}

/** The reading that two spellings share; not exact when one of them must be misspelled. */
function compareKeys(a: SyllableKeys, b: SyllableKeys): { key: string; isExact: boolean } | undefined {
  for (const key of a.exact) if (b.exact.includes(key)) return { key, isExact: true };
  if (a.tolerated.length === 0 && b.tolerated.length === 0) return undefined;
  const all = [...b.exact, ...b.tolerated];
  const key = [...a.exact, ...a.tolerated].find((one) => all.includes(one));
  return key === undefined ? undefined : { key, isExact: false };
}

const displayPinyin = (family: string, given: string): string =>
  [family, given].map((key) => joinPinyin(key.split(' '))).join(' ');
