import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { expect, test } from 'vitest';
import type { Language } from '#shared/domain/language.ts';
import { projectFolder } from '../../support/project-folder.ts';

/** Numbers of Russian grammar's traps (ux, section 9.12), with the word that follows them. */
const words: Record<Language, Record<string, number[]>> = {
  en: { '# decision': [1], '# decisions': [0, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 1.5] },
  ru: { '# решение': [1, 21, 101], '# решения': [2, 4, 22, 1.5], '# решений': [0, 5, 11, 12, 14, 25, 111] },
  zh: { '议定事项 # 项': [0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 1.5] },
};

const catalogueOf = (language: Language): object =>
  JSON.parse(readFileSync(join(projectFolder, 'resources/locales', language, 'live.json'), 'utf8')) as object;

test.each(Object.entries(words) as [Language, Record<string, number[]>][])(
  'a number has its form of the word in %s',
  async (language, forms) => {
    const i18n = i18next.createInstance();
    await i18n.init({
      lng: language,
      resources: { [language]: { live: catalogueOf(language) } },
      interpolation: { escapeValue: false },
    });
    const t = i18n.getFixedT(language, 'live');
    for (const [word, counts] of Object.entries(forms)) {
      for (const count of counts) {
        const said = t('agenda.decisions', { count });
        expect(said.replace(String(count), '#'), String(count)).toBe(word);
      }
    }
  },
);
