import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '#shared/domain/language.ts';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import styles from './attachments.module.css';

export interface FileLanguageProps {
  /** null: none, or several. */
  file: { name: string; language: Language | null };
  isReadOnly: boolean;
  onChange: (language: Language | null) => void;
}

/** The language that a file is in, which its bytes do not say. */
export function FileLanguage({ file, isReadOnly, onChange }: FileLanguageProps): ReactElement | null {
  const { t } = useTranslation('versions');
  const names = useLanguageNames();
  const shown = file.language === null ? t('file.noLanguage') : names[file.language];
  if (isReadOnly) return file.language === null ? null : <span className={styles.muted}>{shown}</span>;
  const choices: { id: Language | 'none'; label: string }[] = [
    ...languages.map((language) => ({ id: language, label: names[language] })),
    { id: 'none', label: t('file.noLanguage') },
  ];
  return (
    <ChoiceMenu
      label={t('file.language', { name: file.name, language: shown })}
      value={file.language ?? 'none'}
      choices={choices}
      onChoose={(chosen) => onChange(chosen === 'none' ? null : chosen)}
    >
      {shown}
    </ChoiceMenu>
  );
}
