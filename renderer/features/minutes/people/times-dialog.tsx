import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendance } from '#shared/contract/attendance.ts';
import { isComposingKey } from '../../../app/composing-key.ts';
import { Button } from '../../../ui/button.tsx';
import { TimeField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { PresenceChange } from './presence.ts';
import styles from './people.module.css';

export interface TimesDialogProps {
  name: string;
  row: Attendance;
  onSave: (times: PresenceChange) => void;
  onClose: () => void;
}

/** When somebody came and went, on the meeting's clock; a time means that they were present. */
export function TimesDialog({ name, row, onSave, onClose }: TimesDialogProps): ReactElement {
  const { t } = useTranslation(['live', 'common']);
  const id = useId();
  const [arrivedAt, setArrivedAt] = useState(row.arrivedAt);
  const [leftAt, setLeftAt] = useState(row.leftAt);
  const save = () => {
    const isTimed = arrivedAt !== null || leftAt !== null;
    onSave({ arrivedAt, leftAt, ...(isTimed && { presence: 'present' }) });
    onClose();
  };
  return (
    <Dialog
      title={t('live:people.timesOf', { name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={id}>
            {t('live:people.saveTimes')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={styles.times}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDownCapture={(event) => {
          // The segments of a time are no inputs and keep their keys: Enter in them would submit nothing.
          if (event.key !== 'Enter' || isComposingKey(event)) return;
          if ((event.target as HTMLElement).role === 'spinbutton') save();
        }}
      >
        <TimeField label={t('live:people.arrivedField')} value={arrivedAt} onChange={setArrivedAt} />
        <TimeField label={t('live:people.leftField')} value={leftAt} onChange={setLeftAt} />
      </form>
    </Dialog>
  );
}
