import type { EntryText } from '../../contract/entries.ts';
import type { Language } from '../language.ts';

/** A row or a heading in its three languages. */
export interface Translated {
  sourceLanguage: Language;
  texts: Record<Language, EntryText>;
}

/** `outdated`: the source was changed after this text was written, and nobody has said that it is still right. */
export type TextState = 'filled' | 'empty' | 'outdated' | 'not_needed';

export function stateOf({ sourceLanguage, texts }: Translated, language: Language): TextState {
  const { text, baseRevision, isNotNeeded } = texts[language];
  if (text.trim() === '') return isNotNeeded === true ? 'not_needed' : 'empty';
  if (language === sourceLanguage || baseRevision === null) return 'filled';
  return baseRevision < texts[sourceLanguage].revision ? 'outdated' : 'filled';
}

/** Somebody has read it against the source as it is now. */
export const isReviewed = (translated: Translated, language: Language): boolean =>
  translated.texts[language].status === 'reviewed' && stateOf(translated, language) === 'filled';
