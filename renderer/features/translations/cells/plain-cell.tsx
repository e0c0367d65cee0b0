import type { ReactElement } from 'react';
import { type Language, languageTags } from '#shared/domain/language.ts';
import type { Translated } from '#shared/domain/translations/state.ts';
import { useReview } from '../context.ts';
import { factsOf } from '../model/facts.ts';
import styles from './cells.module.css';
import { MarkSign } from './mark.tsx';

/** A text without its field: what stands there until the line has been near the screen once. */
export function PlainCell({ translated, language }: { translated: Translated; language: Language }): ReactElement {
  const { words } = useReview();
  const { mark, isSource } = factsOf(translated, language);
  return (
    <div role="cell" className={styles.cell} data-mark={mark} data-source={isSource || undefined}>
      <div className={styles.caption}>
        <span className={styles.code} aria-hidden>
          {language.toUpperCase()}
        </span>
        <span className={styles.state}>
          <MarkSign mark={mark} />
          <span>{words.marks[mark]}</span>
        </span>
        {isSource && <span className={styles.chip}>{words.source}</span>}
      </div>
      <p className={styles.plain} lang={languageTags[language]}>
        {translated.texts[language].text}
      </p>
    </div>
  );
}

/** The source where its own column is hidden: to be read. Empty where it stands beside it. */
export function SourceCell({ translated, isBeside }: { translated: Translated; isBeside: boolean }): ReactElement {
  const { words } = useReview();
  const { sourceLanguage, texts } = translated;
  const name = words.languages[sourceLanguage];
  return (
    <div role="cell" className={styles.cell} data-source data-reference data-beside={isBeside || undefined}>
      <div className={styles.caption}>
        <span className={styles.chip}>{words.sourceIn(name)}</span>
      </div>
      {!isBeside && (
        <p className={styles.plain} lang={languageTags[sourceLanguage]}>
          {texts[sourceLanguage].text}
        </p>
      )}
    </div>
  );
}
