import type { Language } from '#shared/domain/language.ts';
import { isReviewed, stateOf, type Translated } from '#shared/domain/translations/state.ts';

/** How a text stands, as its sign and word say it. */
export type Mark = 'reviewed' | 'draft' | 'outdated' | 'missing' | 'not_needed';

/** What a cell shows of a text besides its letters. The same facts are the same object. */
export interface Facts {
  mark: Mark;
  isSource: boolean;
}

const known = new Map<string, Facts>();

function factsFor(mark: Mark, isSource: boolean): Facts {
  const key = `${mark} ${String(isSource)}`;
  const facts = known.get(key) ?? { mark, isSource };
  known.set(key, facts);
  return facts;
}

export function factsOf(translated: Translated, language: Language): Facts {
  return factsFor(markOf(translated, language), translated.sourceLanguage === language);
}

function markOf(translated: Translated, language: Language): Mark {
  switch (stateOf(translated, language)) {
    case 'empty':
      return 'missing';
    case 'not_needed':
      return 'not_needed';
    case 'outdated':
      return 'outdated';
    case 'filled':
      return isReviewed(translated, language) ? 'reviewed' : 'draft';
  }
}

/** As the user sees the text now: what is being typed goes before what is saved. */
export function factsNow(facts: Facts, isBlank: boolean): Facts {
  const wasBlank = facts.mark === 'missing' || facts.mark === 'not_needed';
  return wasBlank === isBlank ? facts : factsFor(isBlank ? 'missing' : 'draft', facts.isSource);
}

/** Of a text that is gone, for the moment until its line is. */
export const noFacts: Facts = factsFor('missing', false);
