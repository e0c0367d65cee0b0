import type { ReactElement, ReactNode } from 'react';
import styles from './item.module.css';

export interface ItemProps {
  /** Names the item; a heading below the section's. */
  title: ReactNode;
  /** Icon buttons that move or remove it. */
  tools: ReactNode;
  children: ReactNode;
  /** Set back, because it is no longer so. */
  isDimmed?: boolean;
}

/** One member of an editable list inside a Section, e.g. a side of a group. */
export function Item({ title, tools, children, isDimmed = false }: ItemProps): ReactElement {
  return (
    <div className={styles.item} data-dimmed={isDimmed || undefined}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <div className={styles.tools}>{tools}</div>
      </div>
      {children}
    </div>
  );
}

/** A field and its icon button on one line; the smallest kind of item. */
export function ItemLine({ children }: { children: ReactNode }): ReactElement {
  return <div className={styles.line}>{children}</div>;
}

/** Holds the pickers by which items are added, at the end of the list. */
export function AddItem({ children }: { children: ReactNode }): ReactElement {
  return <div className={styles.add}>{children}</div>;
}

export interface LinkListProps {
  links: readonly { id: string; link: ReactNode; aside: ReactNode }[];
}

/** Other records that belong to this one, as links with a remark. */
export function LinkList({ links }: LinkListProps): ReactElement {
  return (
    <ul className={styles.links}>
      {links.map(({ id, link, aside }) => (
        <li key={id} className={styles.link}>
          {link}
          <span className={styles.aside}>{aside}</span>
        </li>
      ))}
    </ul>
  );
}
