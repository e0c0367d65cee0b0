import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/contract/entries.ts';
import { Button } from '../../../ui/button.tsx';
import { TimeField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useLive } from '../live/context.ts';

export interface TimeDialogProps {
  entry: Entry;
  name: string;
  onClose: () => void;
}

/** When a row was taken down, on the clock of this machine, as the row shows it. */
export function TimeDialog({ entry, name, onClose }: TimeDialogProps): ReactElement {
  const { t } = useTranslation(['live', 'common']);
  const { session } = useLive();
  const id = useId();
  const [time, setTime] = useState(entry.atMs === null ? null : clockOf(entry.atMs));
  const save = () => {
    const { date } = session.state.get().meeting;
    session.updateRows([entry.id], { atMs: time === null ? null : instantOf(time, entry.atMs, date) });
    onClose();
  };
  return (
    <Dialog
      title={t('live:rows.time.of', { name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={id}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={(event) => {
          // The segments of a time are no inputs: Enter in them would submit nothing.
          if (event.key === 'Enter' && (event.target as HTMLElement).role === 'spinbutton') save();
        }}
      >
        <TimeField label={t('live:rows.time.field')} value={time} onChange={setTime} />
      </form>
    </Dialog>
  );
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function clockOf(atMs: number): string {
  const at = new Date(atMs);
  return `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

/** On the day of the row as it was, else on the day of the meeting. */
function instantOf(time: string, atMs: number | null, date: string): number {
  const at = atMs === null ? new Date(`${date}T00:00`) : new Date(atMs);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return at.setHours(hours, minutes, 0, 0);
}
