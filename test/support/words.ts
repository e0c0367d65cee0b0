import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import i18next from 'i18next';
import type { Language } from '#shared/domain/language.ts';
import { projectFolder } from './project-folder.ts';

/** A translator over the application's own catalogues, so that a test finds every control by the word that a secretary reads. */
export function readWords(language: Language): (key: string, values?: Record<string, unknown>) => string {
  const folder = join(projectFolder, 'resources/locales', language);
  const catalogues = Object.fromEntries(
    readdirSync(folder).map((file) => [
      basename(file, '.json'),
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as object,
    ]),
  );
  const words = i18next.createInstance();
  void words.init({
    lng: language,
    resources: { [language]: catalogues },
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return (key, values = {}) => {
    if (!words.exists(key, values)) throw new Error(`no such key: ${key}`);
    return words.t(key, values);
  };
}
