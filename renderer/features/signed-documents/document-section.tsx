import { type ReactElement, useEffect, useRef } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Agreement, AgreementDetail } from '#shared/contract/agreements.ts';
import { languageTags } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { agreementKindKeys } from '../../app/record-words.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { LocalizedField } from '../../ui/localized.tsx';
import { ReadOnlyArea } from '../../ui/read-only.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { MeetingField } from './meeting-field.tsx';
import styles from './signed-documents.module.css';
import { codesOf } from './words.ts';

export interface DocumentSectionProps {
  form: AutosaveForm<Agreement>;
  detail: AgreementDetail;
  /** The caret waits in the title of a document that was just made. */
  startsInTitle: boolean;
  onStarted: () => void;
}

/** What was signed, when and at which meeting. */
export function DocumentSection({ form, detail, startsInTitle, onStarted }: DocumentSectionProps): ReactElement {
  const { t } = useTranslation(['signed-documents', 'meetings']);
  const language = useUiLanguage();
  const title = useRef<HTMLDivElement>(null);
  const started = useRef(onStarted);
  useEffect(() => {
    if (!startsInTitle) return;
    title.current?.querySelector<HTMLElement>(`[lang="${languageTags[language]}"]`)?.focus();
    started.current();
  }, [startsInTitle, language]);
  return (
    <Section title={t('document')}>
      <ReadOnlyArea isReadOnly={detail.isLocked}>
        <div ref={title}>
          <LocalizedField
            label={t('field.title')}
            register={(code) => form.register(`title.${code}`)}
            error={(code) => form.issue(`title.${code}`)}
          />
        </div>
        <FieldGrid>
          <Controller
            control={form.control}
            name="kind"
            render={({ field }) => (
              <Select
                label={t('field.kind')}
                value={field.value}
                onChange={field.onChange}
                options={codesOf(agreementKindKeys).map((id) => ({ id, label: t(agreementKindKeys[id]) }))}
              />
            )}
          />
          <Controller
            control={form.control}
            name="signedOn"
            render={({ field }) => (
              <DateField label={t('field.signedOn')} value={field.value} onChange={field.onChange} />
            )}
          />
          <MeetingField form={form} detail={detail} />
          <Controller
            control={form.control}
            name="several"
            render={({ field }) => (
              <div className={styles.check}>
                <Checkbox label={t('field.several')} value={field.value} onChange={field.onChange} />
              </div>
            )}
          />
        </FieldGrid>
      </ReadOnlyArea>
    </Section>
  );
}
