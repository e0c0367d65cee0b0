import type { ReactElement } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type AgendaItem, agendaItem as agendaItemSchema } from '#shared/contract/agenda.ts';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { api } from '../../app/api.ts';
import { errorCode } from '../../app/errors.ts';
import { undo } from '../../app/history.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { useAutosaveForm } from '../../app/use-autosave-form.ts';
import { Badge } from '../../ui/badge.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { LocalizedField } from '../../ui/localized.tsx';
import { Picker } from '../../ui/picker.tsx';
import { useIsReadOnly } from '../../ui/read-only.tsx';
import { FieldGrid } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Attachments } from '../attachments/index.ts';
import { ItemClock } from './agenda-clock.tsx';
import agendaStyles from './agenda.module.css';
import { readNumber } from './read-number.ts';
import { attendanceName } from './record-texts.ts';
import { RowButtons } from './row-buttons.tsx';
import styles from './rows.module.css';
import { agendaStateKeys, useOptions } from './words.ts';

export interface AgendaRowProps {
  meeting: Meeting;
  item: AgendaItem;
  number: number;
  /** UTC instant at which it begins; null where that cannot be told. */
  startMs: number | null;
  isLast: boolean;
  attendance: readonly Attendance[];
  onMove: (step: 1 | -1) => void;
}

export function AgendaRow(props: AgendaRowProps): ReactElement {
  const { meeting, item, number, startMs, isLast, attendance, onMove } = props;
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
    <div className={styles.row} data-focus={item.id} data-agenda-item={item.id}>
      <div className={styles.head}>
        <h3 className={agendaStyles.name}>{name}</h3>
        <div className={agendaStyles.marks}>
          {startMs !== null && <ItemClock meeting={meeting} startMs={startMs} />}
          {item.carriedFromId !== undefined && <Badge tone="info">{t('meetings:agenda.carried')}</Badge>}
        </div>
        <RowButtons name={name} isFirst={number === 1} isLast={isLast} onMove={onMove} onRemove={() => void remove()} />
      </div>
      <LocalizedField
        label={t('meetings:agenda.itemTitle')}
        register={(target) => form.register(`title.${target}`)}
        error={(target) => form.issue(`title.${target}`)}
      />
      <FieldGrid>
        <div data-focus={`${item.id}-presenter`}>
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
        </div>
        <div data-focus={`${item.id}-minutes`}>
          <TextField
            label={t('meetings:agenda.minutes')}
            inputMode="numeric"
            {...form.register('plannedMinutes', { setValueAs: readNumber })}
            error={form.issue('plannedMinutes')}
          />
        </div>
        <Controller
          control={form.control}
          name="state"
          render={({ field }) => (
            <Select label={t('meetings:agenda.state')} value={field.value} onChange={field.onChange} options={states} />
          )}
        />
        <Controller
          control={form.control}
          name="isRecurring"
          render={({ field }) => (
            <div className={agendaStyles.check}>
              <Checkbox label={t('meetings:agenda.recurring')} value={field.value ?? false} onChange={field.onChange} />
            </div>
          )}
        />
      </FieldGrid>
      <Attachments meetingId={meeting.id} agendaItemId={item.id} kind="document" isReadOnly={useIsReadOnly()} />
    </div>
  );
}
