import i18next, { type TFunction } from 'i18next';
import type { Language } from '#shared/domain/language.ts';
import en from '#resources/locales/en/cli.json' with { type: 'json' };
import enErrors from '#resources/locales/en/errors.json' with { type: 'json' };
import enGlossary from '#resources/locales/en/glossary.json' with { type: 'json' };
import enHandOver from '#resources/locales/en/hand-over.json' with { type: 'json' };
import enMemory from '#resources/locales/en/memory.json' with { type: 'json' };
import ru from '#resources/locales/ru/cli.json' with { type: 'json' };
import ruErrors from '#resources/locales/ru/errors.json' with { type: 'json' };
import ruGlossary from '#resources/locales/ru/glossary.json' with { type: 'json' };
import ruHandOver from '#resources/locales/ru/hand-over.json' with { type: 'json' };
import ruMemory from '#resources/locales/ru/memory.json' with { type: 'json' };
import zh from '#resources/locales/zh/cli.json' with { type: 'json' };
import zhErrors from '#resources/locales/zh/errors.json' with { type: 'json' };
import zhGlossary from '#resources/locales/zh/glossary.json' with { type: 'json' };
import zhHandOver from '#resources/locales/zh/hand-over.json' with { type: 'json' };
import zhMemory from '#resources/locales/zh/memory.json' with { type: 'json' };

const catalogue = i18next.createInstance();
void catalogue.init({
  resources: {
    en: { cli: en, errors: enErrors, glossary: enGlossary, 'hand-over': enHandOver, memory: enMemory },
    ru: { cli: ru, errors: ruErrors, glossary: ruGlossary, 'hand-over': ruHandOver, memory: ruMemory },
    zh: { cli: zh, errors: zhErrors, glossary: zhGlossary, 'hand-over': zhHandOver, memory: zhMemory },
  },
  lng: terminalLanguage(process.env),
  defaultNS: 'cli',
  fallbackLng: 'en',
  initAsync: false,
  interpolation: { escapeValue: false },
});

/** Why files with texts are refused is said in the same words as on the screens. */
export type PageWords = 'errors' | 'glossary' | 'hand-over' | 'memory';
export const wordsOf =
  (namespace: PageWords) =>
  (key: string, values: Record<string, string> = {}): string =>
    catalogue.t(key, { ns: namespace, ...values });

/** Sentences of the terminal, in the language of the environment (POSIX order: LC_ALL, LC_MESSAGES, LANG). */
export const t: TFunction<'cli'> = catalogue.getFixedT(null, 'cli');

export function terminalLanguage(environment: NodeJS.ProcessEnv): Language {
  const locale = environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG ?? '';
  if (locale.startsWith('ru')) return 'ru';
  return locale.startsWith('zh') ? 'zh' : 'en';
}
