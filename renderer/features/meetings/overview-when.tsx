import type { ReactElement } from 'react';
import { Controller, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '#shared/contract/meetings.ts';
import { chooseText, languages } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField, TimeField } from '../../ui/date-field.tsx';
import { LocalizedField, useLanguageNames } from '../../ui/localized.tsx';
import { Picker } from '../../ui/picker.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useGroupItems } from './use-group-items.ts';
import { readNumber } from './read-number.ts';
import styles from './rows.module.css';
import { formatKeys, kindKeys, minutesKindKeys, useOptions } from './words.ts';
import { clockElsewhere, useZones } from './zones.ts';

interface FormProps {
  form: AutosaveForm<Meeting>;
}

export function WhenAndHow({ form }: FormProps): ReactElement {
  const { t } = useTranslation('meetings');
  const { control } = form;
  const groups = useGroupItems();
  const kinds = useOptions(kindKeys);
  const formats = useOptions(formatKeys);
  const minutesKinds = useOptions(minutesKindKeys);
  return (
    <Section title={t('overview.when')}>
      <FieldGrid>
        <Controller
          control={control}
          name="date"
          render={({ field }) => (
            <DateField
              label={t('overview.date')}
              value={field.value}
              onChange={(date) => date !== null && field.onChange(date)}
            />
          )}
        />
        <Controller
          control={control}
          name="endDate"
          render={({ field }) => (
            <DateField label={t('overview.endDate')} value={field.value} onChange={field.onChange} />
          )}
        />
        <div data-focus="startTime">
          <Controller
            control={control}
            name="startTime"
            render={({ field }) => (
              <TimeField label={t('overview.startTime')} value={field.value} onChange={field.onChange} />
            )}
          />
        </div>
        <Controller
          control={control}
          name="endTime"
          render={({ field }) => (
            <TimeField label={t('overview.endTime')} value={field.value} onChange={field.onChange} />
          )}
        />
        <MeetingZone form={form} />
        <TextField label={t('overview.number')} {...form.register('number')} error={form.issue('number')} />
        <Controller
          control={control}
          name="kind"
          render={({ field }) => (
            <Select label={t('overview.kind')} value={field.value} onChange={field.onChange} options={kinds} />
          )}
        />
        <Controller
          control={control}
          name="format"
          render={({ field }) => (
            <Select label={t('overview.format')} value={field.value} onChange={field.onChange} options={formats} />
          )}
        />
        <Controller
          control={control}
          name="minutesKind"
          render={({ field }) => (
            <Select
              label={t('overview.minutesKind')}
              value={field.value}
              onChange={field.onChange}
              options={minutesKinds}
            />
          )}
        />
        <div data-focus="group">
          <Controller
            control={control}
            name="groupId"
            render={({ field }) => (
              <Picker label={t('overview.group')} items={groups} value={field.value} onChange={field.onChange} />
            )}
          />
        </div>
        <TextField
          label={t('overview.headCount')}
          inputMode="numeric"
          {...form.register('headCount', { setValueAs: readNumber })}
          error={form.issue('headCount')}
        />
        <WorkingLanguages form={form} />
      </FieldGrid>
      <OtherClocks form={form} />
    </Section>
  );
}

function MeetingZone({ form }: FormProps): ReactElement {
  const { t } = useTranslation('meetings');
  const [date, zone] = useWatch({ control: form.control, name: ['date', 'zone'] });
  const zones = useZones(date, zone);
  return (
    <Controller
      control={form.control}
      name="zone"
      render={({ field }) => (
        <Picker
          label={t('overview.zone')}
          items={zones}
          value={field.value}
          isClearable={false}
          onChange={(id) => id !== null && field.onChange(id)}
        />
      )}
    />
  );
}

function WorkingLanguages({ form }: FormProps): ReactElement {
  const { t } = useTranslation('meetings');
  const names = useLanguageNames();
  return (
    <Controller
      control={form.control}
      name="workingLanguages"
      render={({ field }) => (
        <fieldset className={styles.checks}>
          <legend className={styles.legend}>{t('overview.workingLanguages')}</legend>
          {languages.map((language) => (
            <Checkbox
              key={language}
              label={names[language]}
              value={field.value.includes(language)}
              onChange={(isUsed) =>
                field.onChange(languages.filter((other) => (other === language ? isUsed : field.value.includes(other))))
              }
            />
          ))}
        </fieldset>
      )}
    />
  );
}

/** What the clocks of the other sides show, so that nobody has to count hours. */
function OtherClocks({ form }: FormProps): ReactElement | null {
  const { t } = useTranslation('meetings');
  const format = useFormat();
  const language = useUiLanguage();
  const [date, startTime, endTime, zone, sides] = useWatch({
    control: form.control,
    name: ['date', 'startTime', 'endTime', 'zone', 'sides'],
  });
  if (startTime === null) return null;
  const zones = new Map(sides.filter((side) => side.zone !== zone).map((side) => [side.zone, side]));
  if (zones.size === 0) return null;
  return (
    <div role="status" className={styles.hint}>
      <ul>
        {[...zones].map(([elsewhere, side]) => {
          const from = clockElsewhere(date, startTime, zone, elsewhere);
          const to = endTime === null ? '' : `–${clockElsewhere(date, endTime, zone, elsewhere).time}`;
          return (
            <li key={elsewhere}>
              {t('overview.otherClock', {
                side: chooseText(side.name, language).text || elsewhere,
                date: format.date(from.date),
                time: `${from.time}${to}`,
                offset: from.offset,
              })}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

export function NextMeeting({ form }: FormProps): ReactElement {
  const { t } = useTranslation('meetings');
  return (
    <Section title={t('overview.next')}>
      <FieldGrid>
        <Controller
          control={form.control}
          name="nextMeetingDate"
          render={({ field }) => (
            <DateField label={t('overview.nextDate')} value={field.value} onChange={field.onChange} />
          )}
        />
      </FieldGrid>
      <LocalizedField
        label={t('overview.nextNote')}
        register={(language) => form.register(`nextMeetingNote.${language}`)}
        error={(language) => form.issue(`nextMeetingNote.${language}`)}
      />
    </Section>
  );
}
