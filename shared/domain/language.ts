/** The three content languages, in the order in which every form, table and document shows them. */
export const languages = ['en', 'ru', 'zh'] as const;
export type Language = (typeof languages)[number];

/** One text in the three languages; an empty string means «not written yet», never «no text». */
export type LocalizedText = Record<Language, string>;

/** BCP 47 tags for `lang` attributes and documents. Hans keeps Chinese apart from Japanese glyph forms (Han unification). */
export const languageTags: Record<Language, string> = { en: 'en-GB', ru: 'ru-RU', zh: 'zh-Hans-CN' };

/** Scripts in which a person's name is kept, and the language whose documents use it. */
export const scripts = ['latin', 'cyrillic', 'han'] as const;
export type Script = (typeof scripts)[number];
export const scriptOfLanguage: Record<Language, Script> = { en: 'latin', ru: 'cyrillic', zh: 'han' };
export const languageOfScript: Record<Script, Language> = { latin: 'en', cyrillic: 'ru', han: 'zh' };

/** A text chosen for display, with the language it is really in, so that `lang` and a mark can be set. */
export interface ChosenText {
  text: string;
  language: Language;
  /** true when the wanted language was empty and another one stands in */
  isFallback: boolean;
}

/** Where a text is missing: the wanted language first, then English, Russian, Chinese. */
export function chooseText(value: LocalizedText, wanted: Language): ChosenText {
  for (const language of [wanted, ...languages]) {
    if (value[language].trim() !== '') {
      return { text: value[language], language, isFallback: language !== wanted };
    }
  }
  return { text: '', language: wanted, isFallback: false };
}

/** Languages in which a text is written, in fixed order. */
export function filledLanguages(value: LocalizedText): Language[] {
  return languages.filter((language) => value[language].trim() !== '');
}

export const emptyText = (): LocalizedText => ({ en: '', ru: '', zh: '' });

/** The content language that a short text is most likely in, by its script: Han, then Cyrillic, else English. */
export function guessLanguage(text: string): Language {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return /\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en';
}
