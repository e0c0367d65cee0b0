import type { NameWord } from './name-word.ts';
import { fitsInitial, matchPatronymics, matchWords } from './match-words.ts';
import type { WesternReading } from './parse-western.ts';
import type { AnalysedName } from './parse.ts';
import { type Agreement, better } from './verdict.ts';

const nothing: Agreement = { score: 0, code: 'not_comparable' };

/** Two names by their words: Russian in two scripts or two romanisations, and any name against another in its script. */
export function matchWestern(a: AnalysedName, b: AnalysedName): Agreement {
  if ((a.words[0]?.script === 'han') !== (b.words[0]?.script === 'han')) return nothing;
  let best = nothing;
  for (const left of a.western.readings) {
    for (const right of b.western.readings) best = better(best, matchReadings(left, right));
  }
  if (best.score < crossedScore && a.western.isCertain && b.western.isCertain) best = better(best, matchCrossed(a, b));
  return best;
}

/** Both say which is the family name, and disagree: fields or words were mixed up in one of them. */
const crossedScore = 0.8;

function matchCrossed(a: AnalysedName, b: AnalysedName): Agreement {
  const [left] = a.western.readings;
  const [right] = b.western.readings;
  if (left?.given === undefined || right?.given === undefined) return nothing;
  const crossed = matchReadings({ ...left, family: left.given, given: left.family }, right);
  return { score: crossed.score < 0.9 ? 0 : crossedScore, code: 'other_order' };
}

function matchReadings(a: WesternReading, b: WesternReading): Agreement {
  const family = matchFamilies(a.family, b.family);
  if (family.score < 0.6) return family;
  const given = matchGivens(a, b);
  if (given.score < 0.6) return given;
  const patronymic = matchMiddles(a, b);
  if (patronymic.score < 0.6) return patronymic;
  return combine([family, given, patronymic], a.isFamilyFirst !== b.isFamilyFirst);
}

/** Doubts multiply; what agrees is as sure as its weakest part, which also names the reason. */
function combine(agreements: Agreement[], isOtherOrder: boolean): Agreement {
  const weakest = agreements.reduce((worst, agreement) => (agreement.score < worst.score ? agreement : worst));
  const score = agreements.filter(({ score: part }) => part < 0.9).reduce((product, part) => product * part.score, 1);
  if (weakest.score === 1)
    return { score: isOtherOrder ? 0.98 : 0.99, code: isOtherOrder ? 'other_order' : 'same_spelling' };
  return { ...weakest, score: score === 1 ? weakest.score : score };
}

function matchFamilies(a: NameWord | undefined, b: NameWord | undefined): Agreement {
  if (a === undefined && b === undefined) return { score: 1, code: 'same_spelling' };
  if (a === undefined || b === undefined) return nothing;
  return matchWords(a, b, 'family');
}

function matchGivens(a: WesternReading, b: WesternReading): Agreement {
  if (a.given !== undefined && b.given !== undefined) return matchWords(a.given, b.given, 'given');
  const [left, right] = [a.given ?? a.initials[0], b.given ?? b.initials[0]];
  if (left === undefined && right === undefined) return { score: 1, code: 'same_spelling' };
  if (left === undefined || right === undefined) return { score: 0.6, code: 'family_only' };
  if (!fitsInitial(left, right) && !fitsInitial(right, left)) {
    return { score: 0.2, code: 'initials', parts: { a: left.raw, b: right.raw } };
  }
  return { score: isTellingInitial(a, b) ? 0.91 : 0.7, code: 'initials' };
}

/** Two initials of a name say enough («Lavrov S. V.», «Sergei Lavrov»); one alone fits too many («Lavrov S.»). */
const isTellingInitial = (a: WesternReading, b: WesternReading): boolean =>
  [a, b].every((reading) => reading.given !== undefined || middleOf(reading) !== undefined);

/** The patronymic or its initial: the initial behind a written given name, else the second one. */
const middleOf = ({ given, patronymic, initials }: WesternReading): NameWord | undefined =>
  patronymic ?? initials[given === undefined ? 1 : 0];

function matchMiddles(a: WesternReading, b: WesternReading): Agreement {
  const [left, right] = [middleOf(a), middleOf(b)];
  if (left === undefined && right === undefined) return { score: 1, code: 'same_spelling' };
  if (left === undefined || right === undefined) {
    return { score: 0.92, code: 'patronymic_missing', parts: { reading: (left ?? right)?.raw ?? '' } };
  }
  if (!left.isInitial && !right.isInitial) return matchPatronymics(left, right);
  if (fitsInitial(left, right) || fitsInitial(right, left)) return { score: 0.95, code: 'initials' };
  return { score: 0.2, code: 'initials', parts: { a: left.raw, b: right.raw } };
}
