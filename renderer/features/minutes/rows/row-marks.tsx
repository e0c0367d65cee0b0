import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/contract/entries.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { useFormat } from '../../../app/format.ts';
import { useStorePart } from '../../../app/store.ts';
import { useLanguageNames } from '../../../ui/localized.tsx';
import { useLive } from '../live/context.ts';
import { LightMenu } from './light-menu.tsx';
import styles from './rows.module.css';

type Mark = 'filled' | 'outdated' | 'missing';

const markKeys: Record<Language, Record<Mark, `rows.marks.${Language}.${Mark}`>> = {
  en: { filled: 'rows.marks.en.filled', outdated: 'rows.marks.en.outdated', missing: 'rows.marks.en.missing' },
  ru: { filled: 'rows.marks.ru.filled', outdated: 'rows.marks.ru.outdated', missing: 'rows.marks.ru.missing' },
  zh: { filled: 'rows.marks.zh.filled', outdated: 'rows.marks.zh.outdated', missing: 'rows.marks.zh.missing' },
};

export interface RowMarksProps {
  entry: Entry;
  onLanguage: (language: Language) => void;
}

/** In which languages the row is written: ● filled, ◐ outdated, ○ missing; the button changes its source language. */
export function RowMarks({ entry, onLanguage }: RowMarksProps): ReactElement {
  const { t } = useTranslation('live');
  const { session } = useLive();
  const format = useFormat();
  const { sourceLanguage, texts } = entry;
  const isBlank = useStorePart(session.text(entry.id, sourceLanguage).state, (state) => state.isBlank);
  const markOf = (language: Language): Mark => {
    if (language === sourceLanguage) return isBlank ? 'missing' : 'filled';
    const { text, baseRevision } = texts[language];
    if (text.trim() === '') return 'missing';
    return baseRevision !== null && baseRevision < texts[sourceLanguage].revision ? 'outdated' : 'filled';
  };
  const name = format.list(languages.map((language) => t(markKeys[language][markOf(language)])));
  return (
    <span className={styles.marks}>
      <span role="img" aria-label={name} title={name} className={styles.discs}>
        {languages.map((language) => (
          <span key={language} aria-hidden className={styles.disc} data-mark={markOf(language)} />
        ))}
      </span>
      <LanguageChip language={sourceLanguage} onChoose={onLanguage} isTabbable={false} />
    </span>
  );
}

export interface LanguageChipProps {
  language: Language;
  onChoose: (language: Language) => void;
  /** In hundreds of rows the chip is passed over by Tab; arrow keys in the row's menu lead to it as well. */
  isTabbable?: boolean;
}

export function LanguageChip({ language, onChoose, isTabbable = true }: LanguageChipProps): ReactElement {
  const { t } = useTranslation('live');
  const names = useLanguageNames();
  const name = t('rows.language', { code: language.toUpperCase(), language: names[language] });
  return (
    <LightMenu
      part="language"
      className={styles.chip}
      label={name}
      title={name}
      value={language}
      isTabbable={isTabbable}
      choices={() => languages.map((id) => ({ id, label: names[id], language: id }))}
      onChoose={onChoose}
    >
      {language.toUpperCase()}
    </LightMenu>
  );
}
