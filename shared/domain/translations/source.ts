import type { EntryText } from '../../contract/entries.ts';
import { filledLanguages, type Language, languages, type LocalizedText } from '../language.ts';
import type { Translated } from './state.ts';

/** The language in which a heading counts as first written while nobody has said it; undefined of an empty one. */
export function usualSource(text: LocalizedText, workingLanguages: readonly Language[]): Language | undefined {
  const filled = filledLanguages(text);
  return [...workingLanguages, ...languages].find((language) => filled.includes(language));
}

/** Whether a text says what the source says, as far as anybody knows; an empty one says nothing. */
export function isCurrent({ texts, sourceLanguage }: Translated, language: Language): boolean {
  if (language === sourceLanguage) return true;
  const { text, baseRevision } = texts[language];
  if (text === '') return texts[sourceLanguage].text === '';
  return baseRevision === null || baseRevision === texts[sourceLanguage].revision;
}

/** The base revision of each text when another language becomes the source; null also where it cannot be said. */
export function basesForSource(translated: Translated, source: Language): Record<Language, EntryText['baseRevision']> {
  const baseOf = (language: Language): number | null => {
    if (language === source) return null;
    const isInStep = isCurrent(translated, language) && isCurrent(translated, source);
    if (isInStep) return translated.texts[source].revision;
    return isCurrent(translated, language) ? null : 0;
  };
  return { en: baseOf('en'), ru: baseOf('ru'), zh: baseOf('zh') };
}
