import { Fragment, type ReactElement } from 'react';
import { type Language, languageTags } from '#shared/domain/language.ts';
import { markWords } from './mark-words.ts';
import styles from './memory.module.css';

export interface MarkedWordsProps {
  text: string;
  language: Language;
  /** Whose words are marked. */
  query: string;
}

/** A text of the memory with the words that were looked for. */
export function MarkedWords({ text, language, query }: MarkedWordsProps): ReactElement {
  return (
    <span lang={languageTags[language]} className={styles.text}>
      {markWords(text, query).map((piece, index) =>
        piece.isHit ? (
          <mark key={index} className={styles.hit}>
            {piece.text}
          </mark>
        ) : (
          <Fragment key={index}>{piece.text}</Fragment>
        ),
      )}
    </span>
  );
}
