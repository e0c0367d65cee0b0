import { type ReactElement, useEffect, useRef } from 'react';
import { describeError } from '../../app/errors.ts';
import styles from './exchange.module.css';

export interface RefusedFileProps {
  error: unknown;
  /** `place`: where in the file, with its own punctuation («Line 7:»); null where it is about the whole of it. */
  problems: readonly { place: string | null; text: string }[];
}

/** Why a file was not taken, every problem with its place. */
export function RefusedFile({ error, problems }: RefusedFileProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  // It stands below the button that was pressed, maybe below the edge of the window.
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={place} role="alert" className={styles.refusal}>
      <p className={styles.strong}>{describeError(error)}</p>
      <ul className={styles.problems}>
        {problems.map((problem, index) => (
          <li key={index} className={styles.problem}>
            {problem.place !== null && <span className={styles.strong}>{problem.place} </span>}
            {problem.text}
          </li>
        ))}
      </ul>
    </div>
  );
}
