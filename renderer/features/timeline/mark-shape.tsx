import type { ReactElement } from 'react';
import type { TimelineKind } from '#shared/contract/timeline.ts';
import { shapes } from './clusters.ts';
import styles from './timeline.module.css';

const sizePx = 18;

/** The mark of a kind beside its word. */
export function MarkShape({ kind }: { kind: TimelineKind }): ReactElement {
  return (
    <svg aria-hidden="true" width={sizePx} height={sizePx} className={styles.shape}>
      <path className={styles.mark} data-kind={kind} d={shapes[kind](sizePx / 2, sizePx / 2)} />
    </svg>
  );
}
