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

/** Whether two texts say the same, as far as anybody knows. */
export const isInStep = (translated: Translated, one: Language, other: Language): boolean =>
  isCurrent(translated, one) && isCurrent(translated, other);

/** The base revision of each text when another language becomes the source; null also where it cannot be said. */
export function basesForSource(translated: Translated, source: Language): Record<Language, EntryText['baseRevision']> {
  const baseOf = (language: Language): number | null => {
    if (language === source) return null;
    if (isInStep(translated, language, source)) return translated.texts[source].revision;
    return isCurrent(translated, language) ? null : 0;
  };
  return { en: baseOf('en'), ru: baseOf('ru'), zh: baseOf('zh') };
}

/**
 * The texts when another language becomes the source. What is no longer known to say what the source says counts as
 * not reviewed, and a source is needed.
 */
export function textsForSource(translated: Translated, source: Language): Translated['texts'] {
  const bases = basesForSource(translated, source);
  const textOf = (language: Language): EntryText => {
    const { isNotNeeded, ...text } = translated.texts[language];
    const isKnown = language === source ? isCurrent(translated, source) : bases[language] !== null;
    return {
      ...text,
      baseRevision: bases[language],
      status: isKnown ? text.status : 'draft',
      ...(isNotNeeded === true && language !== source && { isNotNeeded }),
    };
  };
  return { en: textOf('en'), ru: textOf('ru'), zh: textOf('zh') };
}
