import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/date-field.tsx';
import { Picker } from '../../ui/picker.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { usePersonItems } from '../contacts/index.ts';
import type { ReportValues } from './report-values.ts';
import { useMeetingItems } from './use-meeting-items.ts';

export interface ReportFieldsProps {
  value: ReportValues;
  onChange: (value: ReportValues) => void;
  /** Whose meetings are offered; null: all. */
  groupId: string | null;
}

/** Since when something is so, who said it, at which meeting, and what else was said. */
export function ReportFields({ value, onChange, groupId }: ReportFieldsProps): ReactElement {
  const { t } = useTranslation('follow-up');
  const people = usePersonItems();
  const meetings = useMeetingItems(groupId);
  return (
    <>
      <DateField
        label={t('report.on')}
        value={value.on}
        onChange={(on) => {
          if (on !== null) onChange({ ...value, on });
        }}
      />
      <Picker
        label={t('report.reporter')}
        items={people}
        value={value.reporterId}
        onChange={(reporterId) => {
          const label = people.find(({ id }) => id === reporterId)?.label;
          // What was typed by hand stays when nobody is chosen after all.
          onChange({ ...value, reporterId, reporter: label ?? (value.reporterId === null ? value.reporter : '') });
        }}
      />
      {value.reporterId === null && (
        <TextField
          label={t('report.reporterName')}
          defaultValue={value.reporter}
          onChange={({ currentTarget }) => onChange({ ...value, reporter: currentTarget.value })}
        />
      )}
      <Picker
        label={t('report.meeting')}
        items={meetings}
        value={value.meetingId}
        onChange={(meetingId) => onChange({ ...value, meetingId })}
      />
      <TextArea
        label={t('report.note')}
        defaultValue={value.note}
        onChange={({ currentTarget }) => onChange({ ...value, note: currentTarget.value })}
      />
    </>
  );
}
