import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import styles from './field.module.css';
import { useIsReadOnly } from './read-only.tsx';

export interface CheckboxProps {
  label: ReactNode;
  value: boolean;
  onChange: (value: boolean) => void;
  isDisabled?: boolean;
}

export function Checkbox({ label, value, onChange, isDisabled = false }: CheckboxProps): ReactElement {
  const isReadOnly = useIsReadOnly();
  return (
    <CheckboxField isSelected={value} onChange={onChange} isDisabled={isDisabled} isReadOnly={isReadOnly}>
      <CheckboxButton className={styles.check}>
        <span className={styles.box}>
          <Check aria-hidden strokeWidth={3} />
        </span>
        <span>{label}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}

/** Chooses the row of a list that it stands in; name and state come from the list. */
export function RowCheckbox(): ReactElement {
  return (
    <CheckboxField slot="selection">
      <CheckboxButton className={styles.check}>
        <span className={styles.box}>
          <Check aria-hidden strokeWidth={3} />
        </span>
      </CheckboxButton>
    </CheckboxField>
  );
}
