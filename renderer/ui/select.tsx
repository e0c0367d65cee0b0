import { ChevronDown } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './field.module.css';
import { useIsReadOnly } from './read-only.tsx';

export interface SelectProps<Code extends string> {
  label: string;
  value: Code;
  onChange: (value: Code) => void;
  /** In the order shown; `label` is in the interface language. */
  options: readonly { id: Code; label: string }[];
  isDisabled?: boolean;
  /** For tables: the label is read out and not drawn. */
  isLabelHidden?: boolean;
}

/** One of a few fixed values. For RHF: `<Controller render={({ field }) => <Select {...pick(field)} … />} />`. */
export function Select<Code extends string>(props: SelectProps<Code>): ReactElement {
  const { label, value, onChange, options, isDisabled = false, isLabelHidden = false } = props;
  const id = useId();
  const isReadOnly = useIsReadOnly();
  if (isReadOnly) {
    // What was chosen, as text that can be copied.
    return (
      <div
        className={styles.field}
        role="group"
        {...(isLabelHidden ? { 'aria-label': label } : { 'aria-labelledby': id })}
      >
        {!isLabelHidden && (
          <span id={id} className={styles.label}>
            {label}
          </span>
        )}
        <span className={styles.chosen}>{options.find((option) => option.id === value)?.label ?? ''}</span>
      </div>
    );
  }
  return (
    <AriaSelect
      className={styles.field}
      value={value}
      onChange={(key) => key !== null && onChange(String(key) as Code)}
      isDisabled={isDisabled}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label className={styles.label}>{label}</Label>}
      <Button className={classes(styles.input, styles.select)}>
        <SelectValue>{() => options.find((option) => option.id === value)?.label ?? ''}</SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <Popover className={styles.popover} offset={4}>
        <ListBox className={styles.list} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={styles.option}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
