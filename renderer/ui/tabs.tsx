import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import styles from './tabs.module.css';

export interface LinkTabsProps {
  label: string;
  current: string;
  tabs: readonly { href: string; label: string }[];
}

/** Sister screens that look like tabs, e.g. People and Organisations. */
export function LinkTabs({ label, current, tabs }: LinkTabsProps): ReactElement {
  return (
    <nav aria-label={label} className={styles.list}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          className={styles.tab}
          {...(tab.href === current && { 'aria-current': 'page' })}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
