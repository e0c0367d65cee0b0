import type { ReactElement } from 'react';
import styles from './backups.module.css';

/** A place on the disk. */
export function Place({ path }: { path: string }): ReactElement {
  return (
    <span translate="no" className={styles.path}>
      {path}
    </span>
  );
}
