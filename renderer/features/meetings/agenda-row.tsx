import type { ReactElement } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type AgendaItem, agendaItem as agendaItemSchema } from '#shared/contract/agenda.ts';
import type { Attendance } from '#shared/contract/attendance.ts';
import { api } from '../../app/api.ts';
import { errorCode } from '../../app/errors.ts';
import { undo } from '../../app/history.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { useAutosaveForm } from '../../app/use-autosave-form.ts';
import { LocalizedField } from '../../ui/localized.tsx';
import { Picker } from '../../ui/picker.tsx';
import { FieldGrid } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { moveStep } from './order.ts';
import { readNumber } from './read-number.ts';
import { attendanceName } from './record-texts.ts';
import { RowButtons } from './row-buttons.tsx';
import styles from './rows.module.css';
import { agendaStateKeys, useOptions } from './words.ts';

export interface AgendaRowProps {
  item: AgendaItem;
  number: number;
  isLast: boolean;
  attendance: readonly Attendance[];
  onMove: (step: 1 | -1) => void;
}

export function AgendaRow({ item, number, isLast, attendance, onMove }: AgendaRowProps): ReactElement {
  const { t } = useTranslation(['meetings', 'common']);
  const language = useUiLanguage();
  const states = useOptions(agendaStateKeys);
  const form = useAutosaveForm<AgendaItem>({
    record: item,
    schema: agendaItemSchema,
    save: (patch) => api.agenda.update({ ...patch, id: item.id }),
  });
  const presenters = attendance.map((row) => {
    const name = attendanceName(row, language);
    return { id: row.id, label: name.text, language: name.language, searchText: Object.values(row.name).join(' ') };
  });
  const remove = async () => {
    try {
      await form.flush();
      await api.agenda.remove({ id: item.id });
      notify(t('meetings:agenda.removed'), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      if (errorCode(error) === 'IN_USE') notify(t('meetings:agenda.inUse', { number }));
      else notifyError(error);
    }
  };
  const name = t('meetings:agenda.heading', { number });
  return (
    <div
      className={styles.row}
      data-focus={item.id}
      onKeyDownCapture={(event) => {
        const step = moveStep(event);
        if (step === null) return;
        event.preventDefault();
        onMove(step);
      }}
    >
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <RowButtons name={name} isFirst={number === 1} isLast={isLast} onMove={onMove} onRemove={() => void remove()} />
      </div>
      <LocalizedField
        label={t('meetings:agenda.itemTitle')}
        register={(target) => form.register(`title.${target}`)}
        error={(target) => form.issue(`title.${target}`)}
      />
      <FieldGrid>
        <Controller
          control={form.control}
          name="presenterAttendanceId"
          render={({ field }) => (
            <Picker
              label={t('meetings:agenda.presenter')}
              items={presenters}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <TextField
          label={t('meetings:agenda.minutes')}
          inputMode="numeric"
          {...form.register('plannedMinutes', { setValueAs: readNumber })}
          error={form.issue('plannedMinutes')}
        />
        <Controller
          control={form.control}
          name="state"
          render={({ field }) => (
            <Select label={t('meetings:agenda.state')} value={field.value} onChange={field.onChange} options={states} />
          )}
        />
      </FieldGrid>
    </div>
  );
}
