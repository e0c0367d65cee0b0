import type { ReactElement } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Person } from '#shared/contract/people.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { useCountries } from '../../ui/countries.ts';
import { LocalizedField } from '../../ui/localized.tsx';
import { Picker } from '../../ui/picker.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';

/** `''` cannot be the id of an option. */
const noGender = 'none';

export function PersonSection({ form }: { form: AutosaveForm<Person> }): ReactElement {
  const { t } = useTranslation('contacts');
  const countries = useCountries();
  return (
    <Section title={t('person.section')}>
      <LocalizedField
        label={t('person.title')}
        register={(language) => form.register(`title.${language}`)}
        error={(language) => form.issue(`title.${language}`)}
      />
      <FieldGrid>
        <Controller
          control={form.control}
          name="gender"
          render={({ field }) => (
            <Select
              label={t('person.gender')}
              value={field.value === '' ? noGender : field.value}
              onChange={(value) => field.onChange(value === noGender ? '' : value)}
              options={[
                { id: noGender, label: t('person.genders.none') },
                { id: 'f', label: t('person.genders.f') },
                { id: 'm', label: t('person.genders.m') },
              ]}
            />
          )}
        />
        <Controller
          control={form.control}
          name="country"
          render={({ field }) => (
            <Picker
              label={t('person.country')}
              items={countries}
              value={field.value === '' ? null : field.value}
              onChange={(code) => field.onChange(code ?? '')}
            />
          )}
        />
        <TextField
          label={t('person.email')}
          inputMode="email"
          {...form.register('email')}
          error={form.issue('email')}
        />
        <TextField label={t('person.phone')} inputMode="tel" {...form.register('phone')} error={form.issue('phone')} />
        <TextField label={t('person.messenger')} {...form.register('messenger')} error={form.issue('messenger')} />
        <TextField
          label={t('person.languages')}
          hint={t('person.languagesHint')}
          {...form.register('languages')}
          error={form.issue('languages')}
        />
      </FieldGrid>
      <TextArea label={t('person.note')} {...form.register('note')} error={form.issue('note')} />
    </Section>
  );
}
