import { isTurkicPatronymic, looksFeminine, looksLikeCutPatronymic } from './patronymics.ts';
import { NameWord } from './name-word.ts';

/** One way to read the words of a name that is not Chinese. */
export interface WesternReading {
  family: NameWord | undefined;
  given: NameWord | undefined;
  patronymic: NameWord | undefined;
  /** Of the given name, when that is not written out, then of the patronymic. */
  initials: readonly NameWord[];
  isFamilyFirst: boolean;
}

export interface WesternReadings {
  readings: readonly WesternReading[];
  /** The order was told from evidence; otherwise both orders are among the readings. */
  isCertain: boolean;
}

const surnameEnding =
  /(?:[оеё]ва?|[иы]на?|ск(?:ий|ая|ой)|цк(?:ий|ая|ой)|енко|чук|дзе|швили|ян|[ыи]х|[oe]v[a]?|[oe]w[a]?|[oe]ff|[iy]na?|ine|[sc]k(?:y|i|ii|iy|ij|aya|aia|aja|oi|oy)|enko|chuk|dze|shvili|[yi]kh)$/u;

export const isSurnameLike = (word: NameWord): boolean => word.folded.length > 4 && surnameEnding.test(word.folded);

/** «Фамилия Имя Отчество», «И. О. Фамилия», Given (P.) SURNAME: order by evidence, never by place alone (standards, B4). */
export function readWestern(words: readonly NameWord[], commaAfter: number): WesternReadings {
  const patronymic = findPatronymic(words);
  const initials = words.filter(({ isInitial }) => isInitial);
  const full = words.filter((word) => !word.isInitial && word !== patronymic && !isTurkicPatronymic(word.folded));
  const build = (family: NameWord | undefined, given: NameWord | undefined): WesternReading => ({
    family,
    given,
    patronymic,
    initials,
    isFamilyFirst: family?.raw.startsWith(words[0]?.raw ?? '') === true,
  });
  const [first, second, third] = full;
  if (first === undefined) return { readings: [], isCertain: false };
  if (second === undefined) {
    const isGiven = patronymic !== undefined && initials.length === 0;
    return { readings: [isGiven ? build(undefined, first) : build(first, undefined)], isCertain: true };
  }
  if (third === undefined) {
    const family = findFamily(words, first, second, patronymic, commaAfter);
    if (family !== undefined) return { readings: [build(family, family === first ? second : first)], isCertain: true };
    return { readings: [build(first, second), build(second, first)], isCertain: false };
  }
  if (patronymic === undefined && full.length === 3 && second.given !== undefined && isCutPatronymic(third)) {
    return { readings: [{ ...build(first, second), patronymic: third }], isCertain: true };
  }
  const cut = commaAfter > 0 && commaAfter < full.length ? commaAfter : 0;
  if (cut > 0) return { readings: [build(join(full.slice(0, cut)), join(full.slice(cut)))], isCertain: true };
  const last = full.at(-1);
  // «Петров Водкин Кузьма»: a double family name without its hyphen.
  const double =
    last?.given !== undefined
      ? [build(join(full.slice(0, -1)), last)]
      : first.given !== undefined
        ? [build(join(full.slice(1)), first)]
        : [];
  return {
    readings: [build(first, join(full.slice(1))), build(last, join(full.slice(0, -1))), ...double],
    isCertain: false,
  };
}

/** Named parts, as a form has them. */
export function buildWestern(family: NameWord[], given: NameWord[], patronymic: NameWord[]): WesternReadings {
  const written = given.filter(({ isInitial }) => !isInitial);
  const reading: WesternReading = {
    family: family.length > 0 ? join(family) : undefined,
    given: written.length > 0 ? join(written) : undefined,
    patronymic: patronymic.some(({ isInitial }) => !isInitial) ? patronymic[0] : undefined,
    initials: [...given, ...patronymic].filter(({ isInitial }) => isInitial),
    isFamilyFirst: true,
  };
  const { family: first, given: second } = reading;
  // «Антон» as a family name with «Кузнецов» as a given one: the columns may have been mixed up.
  const isMixedUp =
    first?.given !== undefined && second?.given === undefined && second !== undefined && isSurnameLike(second);
  if (!isMixedUp) return { readings: [reading], isCertain: true };
  return { readings: [reading, { ...reading, family: second, given: first, isFamilyFirst: false }], isCertain: false };
}

function join(words: readonly NameWord[]): NameWord {
  const [only] = words;
  if (words.length === 1 && only !== undefined) return only;
  return new NameWord(words.map(({ raw }) => raw).join('-'), false, only?.conventions ?? []);
}

const isCutPatronymic = (word: NameWord): boolean => looksLikeCutPatronymic(word.folded);

/** A word that looks like a patronymic and stands where one stands: behind a given name, never first. */
function findPatronymic(words: readonly NameWord[]): NameWord | undefined {
  const turkic = words.findIndex(({ folded }) => isTurkicPatronymic(folded));
  if (turkic > 1) return words[turkic - 1];
  const candidates = words.filter((word, index) => index > 0 && !word.isInitial && word.looksLikePatronymic);
  if (candidates.length === 0) return undefined;
  const full = words.filter(({ isInitial }) => !isInitial);
  if (full.length < 3) {
    // Two words: «Анна Ивановна» has one, «Роман Абрамович» a surname.
    return full.length === 2 && full.length === words.length
      ? candidates.find(({ folded }) => looksFeminine(folded))
      : undefined;
  }
  const behindGiven = candidates.find((word) => words[words.indexOf(word) - 1]?.given !== undefined);
  return behindGiven ?? candidates.at(-1);
}

function findFamily(
  words: readonly NameWord[],
  first: NameWord,
  second: NameWord,
  patronymic: NameWord | undefined,
  commaAfter: number,
): NameWord | undefined {
  if (commaAfter > 0)
    return commaAfter > words.indexOf(first) && commaAfter <= words.indexOf(second) ? first : undefined;
  const marked = [first, second].filter(({ isCapitals }) => isCapitals);
  if (marked.length === 1) return marked[0];
  const other = (word: NameWord | undefined): NameWord | undefined =>
    word === first ? second : word === second ? first : undefined;
  // A patronymic or a middle initial follows the given name.
  const follower = patronymic ?? (words[0]?.isInitial ? undefined : words.find(({ isInitial }) => isInitial));
  if (follower !== undefined) {
    const given = words[words.indexOf(follower) - 1];
    const family = other(given);
    if (family !== undefined) return family;
  }
  const given = [first, second].filter((word) => word.given !== undefined);
  if (given.length === 1) return other(given[0]);
  const surnames = [first, second].filter(isSurnameLike);
  return surnames.length === 1 ? surnames[0] : undefined;
}
