import { type Language, languages, type Script, scriptOfLanguage } from '#shared/domain/language.ts';

const letters: Record<Script, RegExp> = {
  latin: /\p{Script=Latin}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  han: /\p{Script=Han}/gu,
};
/** A Chinese character carries about as much as two letters. */
const weights: Record<Script, number> = { latin: 1, cyrillic: 1, han: 2 };
/** Foreign names and abbreviations fill a good part of a sentence without changing its language. */
const ownShare = 0.25;

/**
 * The language in which a text was taken down: `expected`, unless its script says otherwise. A text in the expected
 * language may be full of foreign names; digits and signs tell nothing.
 */
export function rowLanguage(text: string, expected: Language): Language {
  const counts = languages.map((language) => {
    const script = scriptOfLanguage[language];
    return { language, count: (text.match(letters[script])?.length ?? 0) * weights[script] };
  });
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const own = counts.find(({ language }) => language === expected)?.count ?? 0;
  if (all === 0 || own >= all * ownShare) return expected;
  return counts.reduce((most, other) => (other.count > most.count ? other : most)).language;
}

/** The same for the first letters of a text: Latin ones may be a name or an abbreviation that a sentence begins with. */
export function firstLanguage(text: string, expected: Language): Language {
  const language = rowLanguage(text, expected);
  return language === 'en' ? expected : language;
}
