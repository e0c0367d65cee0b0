import { RotateCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Attendance, attendance as attendanceSchema, attendanceRoles } from '#shared/contract/attendance.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { chooseText } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notifyError } from '../../app/notify.ts';
import { useAutosaveForm } from '../../app/use-autosave-form.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TimeField } from '../../ui/date-field.tsx';
import { LocalizedField, LocalizedSection } from '../../ui/localized.tsx';
import { FieldGrid } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import participantStyles from './participant-row.module.css';
import { readNumber } from './read-number.ts';
import styles from './rows.module.css';
import { categoryKeys, modeKeys, presenceKeys, responseKeys, roleKeys, useOptions } from './words.ts';

/** `null` cannot be the id of an option. */
const noSide = 'none';

const texts = [
  ['name', 'snapshot.name'],
  ['position', 'snapshot.position'],
  ['organization', 'snapshot.organization'],
] as const;

export interface ParticipantDetailsProps {
  row: Attendance;
  meeting: Meeting;
}

export function ParticipantDetails({ row, meeting }: ParticipantDetailsProps): ReactElement {
  const { t } = useTranslation('meetings');
  const language = useUiLanguage();
  const categories = useOptions(categoryKeys);
  const modes = useOptions(modeKeys);
  const presences = useOptions(presenceKeys);
  const responses = useOptions(responseKeys);
  const form = useAutosaveForm<Attendance>({
    record: row,
    schema: attendanceSchema,
    save: (patch) => api.attendance.update({ ...patch, id: row.id }),
  });
  const sideOptions = [
    { id: noSide, label: t('participants.noSide') },
    ...meeting.sides.map((side, index) => ({
      id: side.id,
      label: chooseText(side.name, language).text || t('sides.heading', { number: index + 1 }),
    })),
  ];
  const refresh = async () => {
    try {
      await form.flush();
      await api.attendance.refreshSnapshot({ id: row.id });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <div className={participantStyles.details}>
      <LocalizedSection control={form.control} names={texts.map(([name]) => name)}>
        {texts.map(([name, key]) => (
          <LocalizedField
            key={name}
            label={t(key)}
            register={(target) => form.register(`${name}.${target}`)}
            error={(target) => form.issue(`${name}.${target}`)}
          />
        ))}
      </LocalizedSection>
      {(row.personId !== null || row.organizationId !== null) && (
        <div className={styles.head}>
          <Button onPress={() => void refresh()}>
            <RotateCw aria-hidden />
            {t('snapshot.refresh')}
          </Button>
          <span className={styles.muted}>{t('snapshot.hint')}</span>
        </div>
      )}
      <FieldGrid>
        <Controller
          control={form.control}
          name="sideId"
          render={({ field }) => (
            <Select
              label={t('participants.side')}
              value={field.value ?? noSide}
              onChange={(id) => field.onChange(id === noSide ? null : id)}
              options={sideOptions}
            />
          )}
        />
        <Controller
          control={form.control}
          name="category"
          render={({ field }) => (
            <Select
              label={t('participants.category')}
              value={field.value}
              onChange={field.onChange}
              options={categories}
            />
          )}
        />
        <Controller
          control={form.control}
          name="mode"
          render={({ field }) => (
            <Select label={t('participants.mode')} value={field.value} onChange={field.onChange} options={modes} />
          )}
        />
        {meeting.status === 'planned' ? (
          <Controller
            control={form.control}
            name="presence"
            render={({ field }) => (
              <Select
                label={t('participants.presence')}
                value={field.value}
                onChange={field.onChange}
                options={presences}
              />
            )}
          />
        ) : (
          <>
            <Controller
              control={form.control}
              name="response"
              render={({ field }) => (
                <Select
                  label={t('participants.response')}
                  value={field.value}
                  onChange={field.onChange}
                  options={responses}
                />
              )}
            />
            <Controller
              control={form.control}
              name="arrivedAt"
              render={({ field }) => (
                <TimeField label={t('participants.arrivedAt')} value={field.value} onChange={field.onChange} />
              )}
            />
            <Controller
              control={form.control}
              name="leftAt"
              render={({ field }) => (
                <TimeField label={t('participants.leftAt')} value={field.value} onChange={field.onChange} />
              )}
            />
          </>
        )}
        {row.personId === null && (
          <TextField
            label={t('participants.headCount')}
            inputMode="numeric"
            {...form.register('headCount', { setValueAs: readNumber })}
            error={form.issue('headCount')}
          />
        )}
      </FieldGrid>
      <Controller
        control={form.control}
        name="roles"
        render={({ field }) => (
          <fieldset className={styles.checks}>
            <legend className={styles.legend}>{t('participants.roles')}</legend>
            {attendanceRoles.map((role) => (
              <Checkbox
                key={role}
                label={t(roleKeys[role])}
                value={field.value.includes(role)}
                onChange={(isHeld) =>
                  field.onChange(
                    attendanceRoles.filter((other) => (other === role ? isHeld : field.value.includes(other))),
                  )
                }
              />
            ))}
          </fieldset>
        )}
      />
    </div>
  );
}
