import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import styles from './exchange.module.css';

export interface BulkDecisionProps<Decision extends string> {
  label: string;
  choices: readonly { id: Decision; label: string }[];
  onDecide: (decision: Decision) => void;
}

/** One decision for all doubtful rows. */
export function BulkDecision<Decision extends string>(props: BulkDecisionProps<Decision>): ReactElement {
  const { label, choices, onDecide } = props;
  return (
    <div className={styles.bulk} role="group" aria-label={label}>
      <span>{label}</span>
      {choices.map((choice) => (
        <Button key={choice.id} onPress={() => onDecide(choice.id)}>
          {choice.label}
        </Button>
      ))}
    </div>
  );
}
