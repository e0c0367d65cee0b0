import { languages, languageTags } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { splitWords } from '../../search-index/index.ts';
import { listSides, type Side } from './repository.ts';

/** Sides in whose name, or country in any of the three languages, each word begins one; all of them for no words. */
export function findSides(connection: Connection, meetingId: string, words: readonly string[]): Side[] {
  return listSides(connection, meetingId).filter(({ name, country }) => {
    const own = [...Object.values(name), country, ...namesOfCountry(country)].flatMap(splitWords);
    return words.every((word) => own.some((other) => other.startsWith(word)));
  });
}

const displayNames = languages.map(
  (language) => new Intl.DisplayNames(languageTags[language], { type: 'region', fallback: 'none' }),
);

export const namesOfCountry = (country: string): string[] =>
  country === '' ? [] : displayNames.map((names) => names.of(country) ?? '');
