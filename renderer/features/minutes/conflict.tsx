import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languageTags } from '#shared/domain/language.ts';
import { Button } from '../../ui/button.tsx';
import styles from './conflict.module.css';
import type { TextBuffer } from './model/text-buffer.ts';

export interface ConflictProps {
  /** What the other window has written. */
  text: string;
  language: Language;
  buffer: TextBuffer;
}

/** Another window has changed the text meanwhile: nothing is overwritten before the user has chosen. */
export function Conflict({ text, language, buffer }: ConflictProps): ReactElement {
  const { t } = useTranslation('minutes');
  return (
    <div className={styles.conflict} role="alert">
      <p>{t('conflict.said')}</p>
      <p className={styles.theirs} lang={languageTags[language]}>
        {text === '' ? t('conflict.empty') : text}
      </p>
      <div className={styles.choices}>
        <Button onPress={() => void buffer.keepMine()}>{t('conflict.keepMine')}</Button>
        <Button onPress={() => buffer.takeTheirs()}>{t('conflict.takeTheirs')}</Button>
      </div>
    </div>
  );
}
