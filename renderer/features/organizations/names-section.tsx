import type { ReactElement } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Organization, organizationKinds } from '#shared/contract/organizations.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { useCountries } from '../../ui/countries.ts';
import { LocalizedField, LocalizedSection } from '../../ui/localized.tsx';
import { Picker } from '../../ui/picker.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { kindKeys } from './kinds.ts';

const localized = ['name', 'abbreviation', 'city'] as const;
const labelKeys = { name: 'field.name', abbreviation: 'field.abbreviation', city: 'field.city' } as const;

/** What the organisation is called, what it is and where. */
export function NamesSection({ form }: { form: AutosaveForm<Organization> }): ReactElement {
  const { t } = useTranslation('organizations');
  const countries = useCountries();
  return (
    <Section title={t('names')}>
      <LocalizedSection control={form.control} names={localized}>
        {localized.map((name) => (
          <LocalizedField
            key={name}
            label={t(labelKeys[name])}
            register={(language) => form.register(`${name}.${language}`)}
            error={(language) => form.issue(`${name}.${language}`)}
          />
        ))}
      </LocalizedSection>
      <FieldGrid>
        <Controller
          control={form.control}
          name="kind"
          render={({ field }) => (
            <Select
              label={t('field.kind')}
              value={field.value}
              onChange={field.onChange}
              options={organizationKinds.map((kind) => ({ id: kind, label: t(kindKeys[kind]) }))}
            />
          )}
        />
        <Controller
          control={form.control}
          name="country"
          render={({ field }) => (
            <Picker
              label={t('field.country')}
              items={countries}
              value={field.value === '' ? null : field.value}
              onChange={(code) => field.onChange(code ?? '')}
            />
          )}
        />
      </FieldGrid>
      <TextArea label={t('field.note')} {...form.register('note')} error={form.issue('note')} />
    </Section>
  );
}
