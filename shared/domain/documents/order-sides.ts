import type { Alternat } from '../../contract/documents.ts';
import type { MeetingSide } from '../../contract/meetings.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import type { Language } from '../language.ts';

/** One of the copies of signed minutes (alternat; standards, A4). */
export interface Copy {
  mode: Exclude<Alternat, 'off'>;
  /** The side that keeps it. */
  keeperSideId: string;
}

const countriesByLanguage: Record<Language, readonly string[]> = {
  zh: ['CN', 'HK', 'MO', 'TW'],
  // Russia, and those whose language among the three is Russian: it is the working language of the CIS.
  ru: ['RU', 'BY', 'KZ', 'KG', 'TJ', 'UZ', 'TM', 'AM', 'AZ'],
  en: ['GB', 'IE', 'US', 'CA', 'AU', 'NZ', 'SG', 'IN', 'PK', 'ZA', 'NG', 'KE'],
};

/** In which of the three languages a side of that country reads and signs; null: in none of its own. */
export function languageOfCountry(country: string): Language | null {
  for (const [language, countries] of Object.entries(countriesByLanguage)) {
    if (countries.includes(country)) return language as Language;
  }
  return null;
}

/** Sides in the order of a text: that which comes first by the copy, then the others as they were. */
export function orderSides(sides: readonly MeetingSide[], copy: Copy, language: Language): MeetingSide[] {
  const own = sides.filter(({ country }) => languageOfCountry(country) === language);
  // A language of no side, or of both, says nothing about their order.
  const first =
    copy.mode === 'language' && own.length === 1 ? own[0] : sides.find(({ id }) => id === copy.keeperSideId);
  return first === undefined ? [...sides] : [first, ...sides.filter((side) => side !== first)];
}

/** The languages of a copy: that of its keeper first, then those of the other sides, then the others as they were. */
export function orderLanguages(record: MeetingRecord, languages: readonly Language[], copy: Copy): Language[] {
  const { sides } = record.meeting;
  const keeper = sides.find(({ id }) => id === copy.keeperSideId);
  if (keeper === undefined || languageOfCountry(keeper.country) === null) return [...languages];
  return orderBySides(languages, [keeper, ...sides.filter((side) => side !== keeper)]);
}

/** Languages as the sides stand to which they belong; languages of no side come last, as they were. */
export function orderBySides(languages: readonly Language[], sides: readonly MeetingSide[]): Language[] {
  const owned = sides.map(({ country }) => languageOfCountry(country));
  const rank = (language: Language): number => (owned.includes(language) ? owned.indexOf(language) : owned.length);
  return [...languages].sort((a, b) => rank(a) - rank(b));
}
