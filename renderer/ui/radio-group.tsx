import type { ReactElement, ReactNode } from 'react';
import { Label, RadioButton, RadioField, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import fieldStyles from './field.module.css';
import styles from './radio-group.module.css';

export interface RadioGroupProps<Code extends string> {
  label: string;
  /** Side by side, as far as there is room. */
  isInLine?: boolean;
  /** The label is read out and not drawn. */
  isLabelHidden?: boolean;
  value: Code;
  onChange: (value: Code) => void;
  /** With a hint each option is a box of its own. */
  options: readonly { id: Code; label: string; hint?: string }[];
  /** Below the options. */
  children?: ReactNode;
}

/** One of a few choices that are all seen at once. */
export function RadioGroup<Code extends string>(props: RadioGroupProps<Code>): ReactElement {
  const { label, isLabelHidden = false, isInLine = false, value, onChange, options, children } = props;
  return (
    <AriaRadioGroup
      value={value}
      onChange={(chosen) => onChange(chosen as Code)}
      className={styles.group}
      orientation={isInLine ? 'horizontal' : 'vertical'}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label className={fieldStyles.label}>{label}</Label>}
      {options.map(({ id, label: name, hint }) => (
        <RadioField key={id} value={id}>
          <RadioButton className={styles.option} data-boxed={hint !== undefined || undefined}>
            <span className={styles.disc} />
            {hint === undefined ? (
              <span>{name}</span>
            ) : (
              <span>
                <span className={styles.name}>{name}</span>
                <span className={styles.hint}>{hint}</span>
              </span>
            )}
          </RadioButton>
        </RadioField>
      ))}
      {children}
    </AriaRadioGroup>
  );
}
