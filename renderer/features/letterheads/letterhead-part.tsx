import { type ReactElement, type ReactNode, useId } from 'react';
import styles from './letterheads.module.css';

/** A part of the letterhead with a heading of its own. */
export function LetterheadPart({ title, children }: { title: string; children: ReactNode }): ReactElement {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.part}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      {children}
    </div>
  );
}
