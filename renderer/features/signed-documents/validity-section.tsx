import type { ReactElement } from 'react';
import { Controller, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { AgreementDetail, AgreementTerms } from '#shared/contract/agreements.ts';
import { useFormat } from '../../app/format.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { DateField } from '../../ui/date-field.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { RecordLink, RecordState } from '../follow-up/index.ts';
import { readNumber } from '../meetings/index.ts';
import styles from './signed-documents.module.css';
import { StateButtons } from './state-buttons.tsx';
import { useValidityWords } from './use-validity-words.ts';
import { codesOf, renewalKeys } from './words.ts';

export interface ValiditySectionProps {
  form: AutosaveForm<AgreementTerms>;
  detail: AgreementDetail;
  /** `YYYY-MM-DD` */
  today: string;
}

/** How long the document holds, how it is prolonged, when that is called to mind, and how it stands. */
export function ValiditySection({ form, detail, today }: ValiditySectionProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const format = useFormat();
  const words = useValidityWords(today);
  const [renewal, validFrom, validTo] = useWatch({ control: form.control, name: ['renewal', 'validFrom', 'validTo'] });
  return (
    <Section title={t('validity.title')}>
      <p role="status">
        <RecordState kind="agreement" state={detail.standing} /> {words.sentence(detail)}
        {detail.noticeOn !== null && ` ${t('validity.reminderOn', { date: format.date(detail.noticeOn) })}`}
      </p>
      {detail.replacedBy && (
        <p>
          {t('linked.replacedBy')}: <RecordLink reference={detail.replacedBy} />
        </p>
      )}
      <div className={styles.buttons}>
        <StateButtons detail={detail} />
      </div>
      <FieldGrid>
        <Controller
          control={form.control}
          name="validFrom"
          render={({ field }) => (
            <DateField label={t('field.validFrom')} value={field.value} onChange={field.onChange} />
          )}
        />
        <Controller
          control={form.control}
          name="validTo"
          render={({ field }) => <DateField label={t('field.validTo')} value={field.value} onChange={field.onChange} />}
        />
        <TextField
          label={t('field.noticeDays')}
          hint={t('field.noticeDaysHint')}
          inputMode="numeric"
          {...form.register('noticeDays', { setValueAs: readNumber })}
          error={form.issue('noticeDays')}
        />
        <Controller
          control={form.control}
          name="renewal"
          render={({ field }) => (
            <Select
              label={t('field.renewal')}
              value={field.value}
              onChange={field.onChange}
              options={codesOf(renewalKeys).map((id) => ({ id, label: t(renewalKeys[id]) }))}
            />
          )}
        />
        {renewal === 'automatic' && (
          <TextField
            label={t('field.renewalMonths')}
            hint={t('field.renewalMonthsHint')}
            inputMode="numeric"
            {...form.register('renewalMonths', { setValueAs: readNumber })}
            error={form.issue('renewalMonths')}
          />
        )}
      </FieldGrid>
      {validFrom !== null && validTo !== null && validTo < validFrom && (
        <p role="alert" className={styles.problem}>
          {t('validity.endsBeforeBeginning')}
        </p>
      )}
      {detail.renewals.length > 0 && (
        <div className={styles.part}>
          <h3 className={styles.partTitle}>{t('validity.renewals')}</h3>
          <ul className={styles.plain}>
            {detail.renewals.map(({ id, renewedOn, validTo: end, note }) => (
              <li key={id}>
                {end === null
                  ? t('validity.renewedEndless', { date: format.date(renewedOn) })
                  : t('validity.renewed', { date: format.date(renewedOn), end: format.date(end) })}
                {note !== '' && <span className={styles.muted}> {note}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
