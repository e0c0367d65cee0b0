import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import styles from './field.module.css';

export interface CheckboxProps {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
  isDisabled?: boolean;
}

export function Checkbox({ label, value, onChange, isDisabled = false }: CheckboxProps): ReactElement {
  return (
    <AriaCheckbox className={styles.check} isSelected={value} onChange={onChange} isDisabled={isDisabled}>
      <span className={styles.box}>
        <Check aria-hidden strokeWidth={3} />
      </span>
      <span>{label}</span>
    </AriaCheckbox>
  );
}
