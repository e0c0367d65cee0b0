import { memo, type ReactElement } from 'react';
import type { Entry } from '#shared/contract/entries.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { useStorePart } from '../../../app/store.ts';
import { useLive } from '../live/context.ts';
import { LightMenu } from './light-menu.tsx';
import { useRowTools } from './row-tools.ts';
import type { Mark } from './row-words.ts';
import styles from './rows.module.css';

export interface RowMarksProps {
  entry: Entry;
  onLanguage: (language: Language) => void;
}

/** In which languages the row is written: ● filled, ◐ outdated, ○ missing; the button changes its source language. */
export const RowMarks = memo(function RowMarks({ entry, onLanguage }: RowMarksProps) {
  const { words } = useRowTools();
  const { session } = useLive();
  const { sourceLanguage, texts } = entry;
  const isBlank = useStorePart(session.text(entry.id, sourceLanguage).state, (state) => state.isBlank);
  const markOf = (language: Language): Mark => {
    if (language === sourceLanguage) return isBlank ? 'missing' : 'filled';
    const { text, baseRevision } = texts[language];
    if (text.trim() === '') return 'missing';
    return baseRevision !== null && baseRevision < texts[sourceLanguage].revision ? 'outdated' : 'filled';
  };
  const name = words.marks(markOf('en'), markOf('ru'), markOf('zh'));
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
});

export interface LanguageChipProps {
  language: Language;
  onChoose: (language: Language) => void;
  /** In hundreds of rows the chip is passed over by Tab; arrow keys in the row's menu lead to it as well. */
  isTabbable?: boolean;
}

export function LanguageChip({ language, onChoose, isTabbable = true }: LanguageChipProps): ReactElement {
  const { words } = useRowTools();
  const name = words.takenDownIn(language);
  return (
    <LightMenu
      part="language"
      className={styles.chip}
      label={name}
      title={name}
      value={language}
      isTabbable={isTabbable}
      choices={() => languages.map((id) => ({ id, label: words.languageNames[id], language: id }))}
      onChoose={onChoose}
    >
      {language.toUpperCase()}
    </LightMenu>
  );
}
