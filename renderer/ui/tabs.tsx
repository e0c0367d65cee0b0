import type { ReactElement, ReactNode } from 'react';
import { Link, Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import styles from './tabs.module.css';

export interface TabsProps<Code extends string> {
  /** The accessible name of the row of tabs. */
  label: string;
  value: Code;
  onChange: (value: Code) => void;
  tabs: readonly { id: Code; label: string; content: () => ReactNode }[];
}

/** Parts of one record. Keep `value` in the address (typed search parameters), so that back and reload work. */
export function Tabs<Code extends string>({ label, value, onChange, tabs }: TabsProps<Code>): ReactElement {
  return (
    <AriaTabs selectedKey={value} onSelectionChange={(key) => onChange(String(key) as Code)}>
      <TabList aria-label={label} className={styles.list}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel}>
          {tab.id === value && tab.content()}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

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
