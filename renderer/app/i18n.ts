import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type Language, languages } from '#shared/domain/language.ts';

/** Each language in its own words, whatever the interface speaks: nobody should have to know another one to choose. */
export const ownLanguageNames: Record<Language, string> = { en: 'English', ru: 'Русский', zh: '中文' };

/** Every catalogue as its own small file, so that the first screen loads one language and English, not three; without those of the other doors. */
const catalogues = import.meta.glob<object>(
  [
    '../../resources/locales/*/*.json',
    '!../../resources/locales/*/cli.json',
    '!../../resources/locales/*/desktop.json',
    '!../../resources/locales/*/documents.json',
  ],
  { import: 'default' },
);
const loaded = new Set<Language>();

export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: [...languages],
    load: 'currentOnly',
    defaultNS: 'common',
    resources: {},
    returnEmptyString: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
  });
  await Promise.all([loadCatalogues('en'), loadCatalogues(language)]);
  document.documentElement.lang = documentLanguage[language];
}

/** Switches the user interface. Nothing is mounted anew, so what is being typed stays. */
export async function switchLanguage(language: Language): Promise<void> {
  await loadCatalogues(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = documentLanguage[language];
}

const documentLanguage: Record<Language, string> = { en: 'en-GB', ru: 'ru-RU', zh: 'zh-Hans-CN' };

async function loadCatalogues(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  const folder = `/locales/${language}/`;
  const wanted = Object.entries(catalogues).filter(([path]) => path.includes(folder));
  for (const [path, read] of await Promise.all(wanted.map(async ([path, load]) => [path, await load()] as const))) {
    i18next.addResourceBundle(language, path.slice(path.lastIndexOf('/') + 1, -'.json'.length), read);
  }
  loaded.add(language);
}

/** The language of the user interface; components that call it follow a switch. */
export function useUiLanguage(): Language {
  const { i18n } = useTranslation();
  return toLanguage(i18n.language);
}

function toLanguage(tag: string): Language {
  return languages.find((language) => tag.startsWith(language)) ?? 'en';
}

/** What the machine prefers, until the first run has asked. */
export function machineLanguage(): Language {
  for (const tag of navigator.languages) {
    const match = languages.find((language) => tag.toLowerCase().startsWith(language));
    if (match) return match;
  }
  return 'en';
}
