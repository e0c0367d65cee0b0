import {
  languageOfScript,
  type Language,
  type LocalizedText,
  type Script,
  scriptOfLanguage,
  scripts,
} from './language.ts';

/** A name in one script as somebody entered it. `display` overrides the composed form when not empty. */
export interface PersonNameParts {
  family: string;
  given: string;
  patronymic: string;
  display: string;
  /** `generated`: a suggestion that nobody has confirmed. */
  source?: string;
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

/** Scripts whose name somebody entered or confirmed; where there is none, those that only have a suggestion. */
export function confirmedScripts(names: PersonNames): Script[] {
  const written = scripts.filter((script) => composeName(names[script], script) !== '');
  const confirmed = written.filter((script) => names[script].source !== 'generated');
  return confirmed.length > 0 ? confirmed : written;
}

/** The name per language's own script; empty where nobody entered or confirmed one. */
export function composedNames(names: PersonNames): LocalizedText {
  const known = confirmedScripts(names);
  const compose = (script: Script): string => (known.includes(script) ? composeName(names[script], script) : '');
  return { en: compose('latin'), ru: compose('cyrillic'), zh: compose('han') };
}

/** The name for lists in one language: its own script, else another, Latin first; a suggestion only where there is nothing else. */
export function chooseName(names: PersonNames, wanted: Language): ChosenName {
  const wantedScript = scriptOfLanguage[wanted];
  const known = confirmedScripts(names);
  const script = known.includes(wantedScript) ? wantedScript : known[0];
  if (script === undefined) return { text: '', language: wanted, isFallback: false };
  return {
    text: composeName(names[script], script),
    language: languageOfScript[script],
    isFallback: script !== wantedScript,
  };
}
