import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { filledLanguages, type Language, languages, type LocalizedText } from '#shared/domain/language.ts';
import { useFormat } from '../app/format.ts';
import styles from './badge.module.css';

const shortNames: Record<Language, string> = { en: 'EN', ru: 'RU', zh: 'ZH' };
const filledKeys = { en: 'marks.enFilled', ru: 'marks.ruFilled', zh: 'marks.zhFilled' } as const;
const missingKeys = { en: 'marks.enMissing', ru: 'marks.ruMissing', zh: 'marks.zhMissing' } as const;

/** ● written, ○ missing, for each language; the words are in the accessible name and the tooltip. */
export function LanguageMarks({ value }: { value: LocalizedText }): ReactElement {
  const { t } = useTranslation('common');
  const format = useFormat();
  const filled = filledLanguages(value);
  const words = languages.map((language) =>
    t(filled.includes(language) ? filledKeys[language] : missingKeys[language]),
  );
  const name = format.list(words);
  return (
    <span role="img" aria-label={name} title={name} className={styles.marks}>
      {languages.map((language) => (
        <span key={language} aria-hidden className={styles.mark} data-filled={filled.includes(language) || undefined}>
          <Disc isFilled={filled.includes(language)} />
          {shortNames[language]}
        </span>
      ))}
    </span>
  );
}

/** Drawn, because not every machine has a font with ● and ○. */
function Disc({ isFilled }: { isFilled: boolean }): ReactElement {
  return (
    <svg viewBox="0 0 8 8" width="8" height="8">
      <circle
        cx="4"
        cy="4"
        r="3.25"
        fill={isFilled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.25"
      />
    </svg>
  );
}
