import { type Finding, overlaps } from '#shared/domain/consistency/index.ts';
import { languages, type Language } from '#shared/domain/language.ts';
import { stateOf } from '#shared/domain/translations/state.ts';
import type { MarkedText, MarkedTexts } from '../glossary/index.ts';
import type { MeetingText } from '../translations/index.ts';

/** What the glossary says of the filled texts of a row or heading. */
export function checkTerms(
  text: MeetingText,
  marked: MarkedText | undefined,
  concepts: MarkedTexts['concepts'],
  wanted: readonly Language[],
): { language: Language; finding: Finding }[] {
  if (marked === undefined) return [];
  const source = text.texts[text.sourceLanguage].text;
  return languages.flatMap((language) => {
    if (!wanted.includes(language) || stateOf(text, language) !== 'filled') return [];
    const forbidden = marked.forbidden[language].map(({ conceptId, written, start, end }) => ({
      code: 'term-forbidden' as const,
      detail: written,
      expected: preferredTerm(concepts, conceptId, language),
      range: { start, end },
    }));
    const missing = marked.hits.flatMap(({ conceptId, ranges, uses }) => {
      const [first] = ranges;
      if (language === text.sourceLanguage || uses[language] !== 'missing' || first === undefined) return [];
      // Organisations are looked for by all their names, in the check of names.
      if (concepts.get(conceptId)?.link?.kind === 'organization') return [];
      return {
        code: 'term-missing' as const,
        detail: source.slice(first.start, first.end),
        expected: preferredTerm(concepts, conceptId, language),
        range: null,
      };
    });
    return [...missing, ...forbidden].map((finding) => ({ language, finding }));
  });
}

function preferredTerm(concepts: MarkedTexts['concepts'], conceptId: string, language: Language): string | null {
  const terms = concepts.get(conceptId)?.shownTerms.filter((term) => term.language === language) ?? [];
  const best = terms.find(({ status }) => status === 'preferred') ?? terms.find(({ status }) => status === 'allowed');
  return best?.text ?? null;
}

/** What is a forbidden term is not also told of as a word of another script. */
export const withoutRepeats = (found: readonly Finding[], terms: readonly Finding[]): Finding[] =>
  found.filter(
    ({ code, range }) =>
      code !== 'foreign-script' ||
      range === null ||
      !terms.some((term) => term.range !== null && overlaps(term.range, range)),
  );
