import type { ReactElement } from 'react';
import type { DiffPart } from '#shared/contract/versions.ts';
import styles from './diff-text.module.css';

/** What was taken out of a text and what was put in, in the text itself. */
export function DiffText({ parts }: { parts: readonly DiffPart[] }): ReactElement {
  return (
    <>
      {parts.map(({ kind, text }, index) =>
        kind === 'same' ? (
          text
        ) : kind === 'added' ? (
          <ins key={index} className={styles.added}>
            {text}
          </ins>
        ) : (
          <del key={index} className={styles.removed}>
            {text}
          </del>
        ),
      )}
    </>
  );
}
