import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import styles from './field.module.css';

export interface CheckboxProps {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
  isDisabled?: boolean;
}

export function Checkbox({ label, value, onChange, isDisabled = false }: CheckboxProps): ReactElement {
  return (
    <CheckboxField isSelected={value} onChange={onChange} isDisabled={isDisabled}>
      <CheckboxButton className={styles.check}>
        <span className={styles.box}>
          <Check aria-hidden strokeWidth={3} />
        </span>
        <span>{label}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}
