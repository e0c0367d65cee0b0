import { languages } from '#shared/domain/language.ts';
import type { Language } from '#shared/domain/language.ts';
import en from '#resources/locales/en/desktop.json' with { type: 'json' };
import ru from '#resources/locales/ru/desktop.json' with { type: 'json' };
import zh from '#resources/locales/zh/desktop.json' with { type: 'json' };

/** The texts of native menus and dialogs: few, without plurals, needed before there is a page. */
export type DesktopTexts = typeof en;
const catalogues: Record<Language, DesktopTexts> = { en, ru, zh };

export const textsOf = (language: Language): DesktopTexts => catalogues[language];

/** The first of the machine's languages that Trilogue speaks, else English. Tags as in BCP 47. */
export function chooseLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const match = languages.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (match !== undefined) return match;
  }
  return 'en';
}

/** Puts values into `{{name}}` places, as the page's catalogues write them. */
export function fillIn(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place);
}
