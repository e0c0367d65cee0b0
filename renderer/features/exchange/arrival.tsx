import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import styles from './exchange.module.css';

/** A step that appears takes the focus, so that the keyboard goes on there and a screen reader hears of it. */
export function Arrival({ children }: { children: ReactNode }): ReactElement {
  const step = useRef<HTMLDivElement>(null);
  useEffect(() => step.current?.focus(), []);
  return (
    <div ref={step} tabIndex={-1} className={styles.arrival}>
      {children}
    </div>
  );
}
