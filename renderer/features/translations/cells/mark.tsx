import type { ReactElement } from 'react';
import type { Mark } from '../model/facts.ts';
import styles from './cells.module.css';

/** Drawn, because not every machine has a font with ●, ◐, ○ and ✓. The words stand beside it. */
export function MarkSign({ mark }: { mark: Mark }): ReactElement {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden className={styles.sign}>
      {shapes[mark]}
    </svg>
  );
}

const ring = <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />;

const shapes: Record<Mark, ReactElement> = {
  reviewed: <path d="M1.5 6.5 4.75 9.75 10.5 2.75" fill="none" stroke="currentColor" strokeWidth="2" />,
  draft: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  outdated: (
    <>
      {ring}
      <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" />
    </>
  ),
  missing: ring,
  not_needed: <path d="M2 6h8" fill="none" stroke="currentColor" strokeWidth="2" />,
};
