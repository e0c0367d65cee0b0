import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Agreement,
  type AgreementDetail,
  type AgreementTerms,
  agreementTerms as termsSchema,
} from '#shared/contract/agreements.ts';
import { api } from '../../app/api.ts';
import { type AutosaveForm, useAutosaveForm } from '../../app/use-autosave-form.ts';
import { LocalizedField } from '../../ui/localized.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { CopiesSection } from './copies-section.tsx';
import { TextsSection } from './texts-section.tsx';
import { usePartyItems } from './use-party-items.ts';
import { ValiditySection } from './validity-section.tsx';

export interface TermsSectionsProps {
  /** Of the document itself: its parties are named in the terms. */
  form: AutosaveForm<Agreement>;
  detail: AgreementDetail;
  /** `YYYY-MM-DD` */
  today: string;
}

/** What the register keeps besides the minutes; it can be written also when they are agreed. */
export function TermsSections({ form: documentForm, detail, today }: TermsSectionsProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const parties = usePartyItems(documentForm);
  const form = useAutosaveForm<AgreementTerms>({
    record: detail.terms,
    schema: termsSchema,
    save: async (patch) => {
      // Copies name parties, which have to be there first.
      if (patch.copies !== undefined) await documentForm.flush();
      await api.agreements.saveTerms({ ...patch, id: detail.agreementId });
    },
  });
  return (
    <>
      <Section title={t('filing')}>
        <FieldGrid>
          <TextField
            label={t('field.number')}
            hint={t('field.numberHint')}
            {...form.register('number')}
            error={form.issue('number')}
          />
        </FieldGrid>
        <LocalizedField
          label={t('field.place')}
          register={(language) => form.register(`place.${language}`)}
          error={(language) => form.issue(`place.${language}`)}
        />
        <TextArea label={t('field.note')} {...form.register('note')} error={form.issue('note')} />
      </Section>
      <TextsSection form={form} />
      <CopiesSection form={form} parties={parties} />
      <ValiditySection form={form} detail={detail} today={today} />
    </>
  );
}
