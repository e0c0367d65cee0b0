import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseText, type Language, languageTags, type LocalizedText } from '#shared/domain/language.ts';
import { useUiLanguage } from '../app/i18n.ts';
import { ReadOut } from './badge.tsx';
import styles from './badge.module.css';

const shownInKeys = { en: 'fallback.en', ru: 'fallback.ru', zh: 'fallback.zh' } as const;

export interface FallbackTextProps {
  value: LocalizedText;
  /** Shown where no language has a text. Default: an empty cell. */
  empty?: string;
  /** Default: the language of the interface. */
  wanted?: Language;
}

/** A text in the wanted language, or in another one with a mark that says so. */
export function FallbackText({ value, empty = '', wanted }: FallbackTextProps): ReactElement {
  const { t } = useTranslation('common');
  const uiLanguage = useUiLanguage();
  const chosen = chooseText(value, wanted ?? uiLanguage);
  if (chosen.text === '') return <>{empty}</>;
  return (
    <>
      <span lang={languageTags[chosen.language]}>{chosen.text}</span>
      {chosen.isFallback && (
        <span className={styles.fallback} title={t(shownInKeys[chosen.language])}>
          <span aria-hidden>{chosen.language.toUpperCase()}</span>
          <ReadOut>{t(shownInKeys[chosen.language])}</ReadOut>
        </span>
      )}
    </>
  );
}
