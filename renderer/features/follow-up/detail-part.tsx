import { type ReactElement, type ReactNode, useId } from 'react';
import styles from './detail.module.css';

export interface DetailPartProps {
  title: string;
  /** A button beside the title. */
  action?: ReactNode;
  children: ReactNode;
}

/** A titled part of the pane of a register, below its own heading. */
export function DetailPart({ title, action, children }: DetailPartProps): ReactElement {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {action}
      </div>
      {children}
    </section>
  );
}

/** The parts of a pane, one below the other. */
export function DetailParts({ children }: { children: ReactNode }): ReactElement {
  return <div className={styles.parts}>{children}</div>;
}
