import { languageOfScript, type Language, type Script, scriptOfLanguage } from './language.ts';

/** A name in one script as somebody entered it. `display` overrides the composed form when not empty. */
export interface PersonNameParts {
  family: string;
  given: string;
  patronymic: string;
  display: string;
}

export type PersonNames = Record<Script, PersonNameParts>;

export interface ChosenName {
  text: string;
  language: Language;
  /** true when the name is missing in the wanted script and another entered form stands in */
  isFallback: boolean;
}

/**
 * The full form in lists and protocols: family name first in every script (design, section 5; CLDR's Russian
 * default is given-first, which a protocol's list must not use). Han names carry no space.
 */
export function composeName(parts: PersonNameParts, script: Script): string {
  if (parts.display.trim() !== '') return parts.display.trim();
  const separator = script === 'han' ? '' : ' ';
  return [parts.family, parts.given, parts.patronymic]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(separator);
}

/** The name for documents and lists in one language: its own script, else an entered form, Latin first; never a generated one. */
export function chooseName(names: PersonNames, wanted: Language): ChosenName {
  const order: Script[] = [scriptOfLanguage[wanted], 'latin', 'cyrillic', 'han'];
  for (const script of order) {
    const text = composeName(names[script], script);
    if (text !== '') {
      return { text, language: languageOfScript[script], isFallback: script !== scriptOfLanguage[wanted] };
    }
  }
  return { text: '', language: wanted, isFallback: false };
}
