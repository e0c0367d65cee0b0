import type { ShownConcept, Term, TermStatus } from '#shared/contract/glossary.ts';
import { emptyText, type Language, languages, type LocalizedText } from '#shared/domain/language.ts';

type WithTerms = Pick<ShownConcept, 'shownTerms'>;

/** The terms of a concept in one language and of one status, those of the register first. */
export function termsOf({ shownTerms }: WithTerms, language: Language, status: TermStatus): string[] {
  const wanted = shownTerms.filter((term) => term.language === language && term.status === status);
  return [...wanted.filter((term) => term.isLinked), ...wanted.filter((term) => !term.isLinked)].map(
    (term) => term.text,
  );
}

/** What a concept is called: in each language its first preferred term, else an allowed one. */
export function nameOf(concept: WithTerms): LocalizedText {
  const name = emptyText();
  for (const language of languages) {
    name[language] = termsOf(concept, language, 'preferred')[0] ?? termsOf(concept, language, 'allowed')[0] ?? '';
  }
  return name;
}

/** The concept with the terms that stand in the form now in place of those that are stored. */
export function withOwnTerms({ shownTerms }: WithTerms, own: readonly Term[]): WithTerms {
  return {
    shownTerms: [
      ...shownTerms.filter((term) => term.isLinked),
      ...own
        .filter((term) => term.text.trim() !== '')
        .map(({ language, text, status }) => ({ language, text, status, isLinked: false })),
    ],
  };
}
