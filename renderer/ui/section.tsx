import { Fragment, type ReactElement, type ReactNode, useId } from 'react';
import styles from './section.module.css';

export interface SectionProps {
  title: string;
  /** Buttons beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, actions, children }: SectionProps): ReactElement {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** Short fields side by side, as many as there is room for. */
export function FieldGrid({ children }: { children: ReactNode }): ReactElement {
  return <div className={styles.grid}>{children}</div>;
}

/** Facts to read, as term and value. */
export function Facts({ facts }: { facts: readonly { term: string; value: ReactNode }[] }): ReactElement {
  return (
    <dl className={styles.facts}>
      {facts.map(({ term, value }) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
