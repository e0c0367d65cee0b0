import { X } from 'lucide-react';
import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RecordReference } from '#shared/contract/follow-up.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import fieldStyles from '../../ui/field.module.css';
import styles from './follow-up.module.css';
import { RecordPicker, type RecordPickerProps } from './record-picker.tsx';

export interface RecordFieldProps extends Omit<RecordPickerProps, 'onPick' | 'autoFocus'> {
  value: RecordReference | null;
  onChange: (value: RecordReference | null) => void;
}

/** Holds one record of a register, or none: chosen by its words, shown as text, taken out by a button. */
export function RecordField({ value, onChange, ...picker }: RecordFieldProps): ReactElement | null {
  const { t } = useTranslation(['follow-up', 'common']);
  const id = useId();
  const clear = useRef<HTMLButtonElement>(null);
  /** The one part goes with the focus, the other one takes it. */
  const [isTouched, setTouched] = useState(false);
  useEffect(() => {
    if (value !== null && isTouched) clear.current?.focus();
  }, [value, isTouched]);
  if (value === null) {
    return (
      <RecordPicker
        {...picker}
        autoFocus={isTouched}
        onPick={(record) => {
          setTouched(true);
          onChange(record);
        }}
      />
    );
  }
  return (
    <div className={fieldStyles.field} role="group" aria-labelledby={id}>
      <span id={id} className={fieldStyles.label}>
        {picker.label}
      </span>
      <div className={styles.held}>
        <span className={styles.heldText}>
          {value.number !== '' && <span className={styles.number}>{value.number} </span>}
          <FallbackText value={value.text} empty={t('follow-up:noText')} />
        </span>
        <Button
          ref={clear}
          className={fieldStyles.trigger}
          aria-label={t('common:picker.clear')}
          onPress={() => {
            setTouched(true);
            onChange(null);
          }}
        >
          <X aria-hidden />
        </Button>
      </div>
    </div>
  );
}
