import { languages } from '#shared/domain/language.ts';
import type { Language } from '#shared/domain/language.ts';
import type { CommandId } from '#shared/domain/commands.ts';
import enCommands from '#resources/locales/en/commands.json' with { type: 'json' };
import ruCommands from '#resources/locales/ru/commands.json' with { type: 'json' };
import zhCommands from '#resources/locales/zh/commands.json' with { type: 'json' };
import en from '#resources/locales/en/desktop.json' with { type: 'json' };
import ru from '#resources/locales/ru/desktop.json' with { type: 'json' };
import zh from '#resources/locales/zh/desktop.json' with { type: 'json' };

/** The texts of native menus and dialogs: few, without plurals, needed before there is a page. */
export type DesktopTexts = typeof en & { commands: typeof enCommands };
const catalogues: Record<Language, DesktopTexts> = {
  en: { ...en, commands: enCommands },
  ru: { ...ru, commands: ruCommands },
  zh: { ...zh, commands: zhCommands },
};

export const textsOf = (language: Language): DesktopTexts => catalogues[language];

/** The name of a command; its id is the way to it in the catalogue. */
export function commandText({ commands }: DesktopTexts, id: CommandId): string {
  const [group = '', name = ''] = id.split('.');
  const texts: Partial<Record<string, Partial<Record<string, string>>>> = commands;
  return texts[group]?.[name] ?? id;
}

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
