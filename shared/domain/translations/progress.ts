import type { TextCounts } from '../../contract/translations.ts';
import { type Language, languages } from '../language.ts';
import { isReviewed, stateOf, type Translated } from './state.ts';

/** How the texts of a meeting stand in each language; those that are written in no language do not count. */
export function countTexts(texts: Iterable<Translated>): Record<Language, TextCounts> {
  const none = (): TextCounts => ({ total: 0, filled: 0, reviewed: 0, outdated: 0, empty: 0, notNeeded: 0 });
  const counts = { en: none(), ru: none(), zh: none() };
  for (const text of texts) {
    if (languages.every((language) => text.texts[language].text.trim() === '')) continue;
    for (const language of languages) {
      const count = counts[language];
      const state = stateOf(text, language);
      count.total += 1;
      count[state === 'not_needed' ? 'notNeeded' : state] += 1;
      if (isReviewed(text, language)) count.reviewed += 1;
    }
  }
  return counts;
}
