import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { line, localizedText } from '#shared/contract/fields.ts';
import type { Letterhead } from '#shared/contract/letterheads.ts';
import { api, query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useAutosaveForm } from '../../app/use-autosave-form.ts';
import { LocalizedField } from '../../ui/localized.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './letterheads.module.css';
import { LogoPart } from './logo-part.tsx';
import { TemplatePart } from './template-part.tsx';

export interface LetterheadSectionProps {
  /** Of a stored organisation. */
  organizationId: string;
}

/** What stands above the papers of an organisation: address, logo, and a Word file of its own. */
export function LetterheadSection({ organizationId }: LetterheadSectionProps): ReactElement {
  const { t } = useTranslation('letterheads');
  const { data, error } = useQuery(query.letterheads.get.queryOptions({ input: { organizationId } }));
  return (
    <Section title={t('title')}>
      <p className={styles.muted}>{t('explain')}</p>
      {error && <p role="alert">{describeError(error)}</p>}
      {data && (
        <>
          <Lines key={organizationId} letterhead={data} />
          <LogoPart organizationId={organizationId} logo={data.logo} />
          <TemplatePart organizationId={organizationId} template={data.template} />
        </>
      )}
    </Section>
  );
}

const linesSchema = z.strictObject({ address: localizedText, phone: line, email: line, website: line });
type LetterheadLines = z.infer<typeof linesSchema>;

function Lines({ letterhead }: { letterhead: Letterhead }): ReactElement {
  const { t } = useTranslation('letterheads');
  const { organizationId, address, phone, email, website } = letterhead;
  const record = useMemo(() => ({ address, phone, email, website }), [address, phone, email, website]);
  const form = useAutosaveForm<LetterheadLines>({
    record,
    schema: linesSchema,
    save: (patch) => api.letterheads.update({ ...patch, organizationId }),
  });
  return (
    <>
      <LocalizedField
        label={t('address')}
        register={(language) => form.register(`address.${language}`)}
        error={(language) => form.issue(`address.${language}`)}
        hint={t('addressHint')}
        isMultiline
      />
      <FieldGrid>
        <TextField label={t('phone')} inputMode="tel" {...form.register('phone')} error={form.issue('phone')} />
        <TextField label={t('email')} inputMode="email" {...form.register('email')} error={form.issue('email')} />
        <TextField label={t('website')} inputMode="url" {...form.register('website')} error={form.issue('website')} />
      </FieldGrid>
    </>
  );
}
