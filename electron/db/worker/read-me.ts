import i18next from 'i18next';
import { type Language, languages } from '#shared/domain/language.ts';
import en from '#resources/locales/en/backups.json' with { type: 'json' };
import ru from '#resources/locales/ru/backups.json' with { type: 'json' };
import zh from '#resources/locales/zh/backups.json' with { type: 'json' };

export const readMeName = 'READ ME.txt';

/** Whoever opens the file may read any of the three. */
const catalogue = i18next.createInstance();
void catalogue.init({
  resources: { en: { backups: en }, ru: { backups: ru }, zh: { backups: zh } },
  lng: 'en',
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false },
});

const locales: Record<Language, string> = { en: 'en-GB', ru: 'ru-RU', zh: 'zh-CN' };

/** What the file is, in the three languages, with the line ends that every editor of Windows knows. */
export function readMeText(atMs: number): string {
  const parts = languages.map((language) => {
    const t = catalogue.getFixedT(language);
    const moment = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short' }).format(atMs);
    const places = { backups: t('backups:title'), fromFile: t('backups:fromFile') };
    return [
      t('backups:readMe.what', { moment }),
      t('backups:readMe.restore', places),
      t('backups:readMe.otherwise'),
      t('backups:readMe.privacy'),
    ].join('\r\n\r\n');
  });
  return `\uFEFF${parts.join('\r\n\r\n* * *\r\n\r\n')}\r\n`;
}
