import type { GlossaryMarks, ShownConcept, TermHit } from '#shared/contract/glossary.ts';
import type { Language } from '#shared/domain/language.ts';
import { foldText } from '../../app/fold-text.ts';
import { termsOf } from '../glossary/index.ts';

/** How a text stands to a concept of its source. `none`: nothing is written yet; `no-term`: the glossary has no term in its language. */
export type TermUse = 'used' | 'missing' | 'forbidden' | 'none' | 'no-term';

/** A concept whose term stands in the source text. */
export interface FoundConcept {
  concept: ShownConcept;
  hit: TermHit;
}

/** What was found in one text, in the order of the text. */
export function conceptsIn({ texts, concepts }: GlossaryMarks): FoundConcept[] {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const start = ({ ranges }: TermHit) => Math.min(...ranges.map((range) => range.start));
  return texts
    .flatMap(({ hits }) => hits)
    .toSorted((a, b) => start(a) - start(b))
    .flatMap((hit) => {
      const concept = byId.get(hit.conceptId);
      return concept ? [{ concept, hit }] : [];
    });
}

/**
 * Whether a text uses the terms of a concept: as the glossary found it in what is saved, and as it is on screen. Word
 * forms are known to the glossary only; what is typed since counts when it stands there as in the glossary.
 */
export function readUse({ concept, hit }: FoundConcept, language: Language, text: string): TermUse {
  const usable = [...termsOf(concept, language, 'preferred'), ...termsOf(concept, language, 'allowed')];
  if (
    termsOf(concept, language, 'forbidden').some(
      (term) => isWritten(text, term) && !usable.some((other) => isInside(term, other) && isWritten(text, other)),
    )
  ) {
    return 'forbidden';
  }
  if (usable.some((term) => isWritten(text, term))) return hit.uses[language] === 'forbidden' ? 'forbidden' : 'used';
  if (usable.length === 0) return 'no-term';
  if (text.trim() === '') return 'none';
  const saved = hit.uses[language];
  return saved === undefined || saved === 'empty' || saved === 'no-term' ? 'missing' : saved;
}

/** The next preferred term that a text lacks, in the order of its source; null when it has them all. */
export function nextTerm(found: readonly FoundConcept[], language: Language, text: string): string | null {
  for (const one of found) {
    const [preferred] = termsOf(one.concept, language, 'preferred');
    if (preferred === undefined || isWritten(text, preferred)) continue;
    if (readUse(one, language, text) !== 'used') return preferred;
  }
  return null;
}

const inWord = /[\p{L}\p{M}\p{N}]/u;
const han = /\p{Script=Han}/u;

/** Whether a term stands in a text, whatever its case; words of letters only whole, Chinese anywhere. */
export function isWritten(text: string, term: string): boolean {
  const [whole, part] = [foldText(text), foldText(term.trim())];
  if (part === '') return false;
  for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + 1)) {
    const before = at === 0 ? '' : whole.charAt(at - 1);
    const after = whole.charAt(at + part.length);
    if (endsWord(before, part.charAt(0)) && endsWord(after, part.charAt(part.length - 1))) return true;
  }
  return false;
}

/** Whether a word does not go on from one sign to the other. */
const endsWord = (outside: string, inside: string): boolean =>
  !inWord.test(outside) || !inWord.test(inside) || han.test(outside) || han.test(inside);

/** «АН» inside «РАН» or «АН КНР»: written with the longer one, it is no use of the shorter. */
const isInside = (term: string, other: string): boolean => term !== other && foldText(other).includes(foldText(term));
