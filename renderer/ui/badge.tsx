import type { ReactElement, ReactNode } from 'react';
import styles from './badge.module.css';

export interface BadgeProps {
  children: ReactNode;
  /** Adds colour to what the words say already. */
  tone?: 'neutral' | 'info' | 'good' | 'warning' | 'bad';
}

export function Badge({ children, tone = 'neutral' }: BadgeProps): ReactElement {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}

/** Text for screen readers only. */
export function ReadOut({ children }: { children: ReactNode }): ReactElement {
  return <span className={styles.hidden}>{children}</span>;
}
