import type { AgreementTerms } from '#shared/contract/agreements.ts';
import type { Language } from '#shared/domain/language.ts';

/** Which text counts, with the language that it is, where one is named: «The text in this language prevails: English». */
export function authenticLine(
  { authenticity, authenticLanguage }: Pick<AgreementTerms, 'authenticity' | 'authenticLanguage'>,
  words: string,
  names: Record<Language, string>,
): string {
  const hasLanguage = authenticity === 'prevails' || authenticity === 'sole';
  return hasLanguage && authenticLanguage !== null ? `${words}: ${names[authenticLanguage]}` : words;
}
