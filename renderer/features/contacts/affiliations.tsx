import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { Controller, useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Person } from '#shared/contract/people.ts';
import { chooseText, emptyText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { IconButton } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import fieldStyles from '../../ui/field.module.css';
import { LocalizedField } from '../../ui/localized.tsx';
import { Picker, type PickerItem } from '../../ui/picker.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import styles from './row.module.css';

/** Where a person works or worked. A position begins with its organisation, so that no half-made row exists. */
export function Affiliations({ form }: { form: AutosaveForm<Person> }): ReactElement {
  const { t } = useTranslation('contacts');
  const organizations = useOrganizationItems();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'affiliations', keyName: '_key' });
  return (
    <Section title={t('affiliations.title')}>
      {fields.map((affiliation, index) => (
        <div key={affiliation.id} className={styles.item}>
          <div className={styles.head}>
            <h3 className={styles.name}>{t('affiliations.heading', { number: index + 1 })}</h3>
            <IconButton
              label={t('affiliations.remove', { number: index + 1 })}
              icon={<X aria-hidden />}
              onPress={() => remove(index)}
            />
          </div>
          <FieldGrid>
            <Controller
              control={form.control}
              name={`affiliations.${index}.organizationId`}
              render={({ field }) => (
                <Picker
                  label={t('affiliations.organization')}
                  items={organizations}
                  value={field.value}
                  isClearable={false}
                  onChange={(id) => id !== null && field.onChange(id)}
                />
              )}
            />
            <Controller
              control={form.control}
              name={`affiliations.${index}.from`}
              render={({ field }) => (
                <DateField label={t('affiliations.from')} value={field.value} onChange={field.onChange} />
              )}
            />
            <Controller
              control={form.control}
              name={`affiliations.${index}.to`}
              render={({ field }) => (
                <DateField label={t('affiliations.to')} value={field.value} onChange={field.onChange} />
              )}
            />
          </FieldGrid>
          <LocalizedField
            label={t('affiliations.position')}
            register={(language) => form.register(`affiliations.${index}.position.${language}`)}
            error={(language) => form.issue(`affiliations.${index}.position.${language}`)}
          />
        </div>
      ))}
      {organizations.length === 0 ? (
        <p className={fieldStyles.hint}>{t('affiliations.noOrganizations')}</p>
      ) : (
        <div className={styles.add}>
          {/* A fresh picker after each choice: it is a way to add, it holds nothing. */}
          <Picker
            key={fields.length}
            label={t('affiliations.add')}
            hint={t('affiliations.addHint')}
            items={organizations}
            value={null}
            onChange={(organizationId) => {
              if (organizationId === null) return;
              append({ id: newId(), organizationId, position: emptyText(), from: null, to: null });
            }}
          />
        </div>
      )}
    </Section>
  );
}

function useOrganizationItems(): PickerItem[] {
  const language = useUiLanguage();
  const format = useFormat();
  const { data } = useQuery(query.organizations.list.queryOptions());
  return useMemo(
    () =>
      (data ?? [])
        .map((organization) => {
          const name = chooseText(organization.name, language);
          const { name: names, abbreviation } = organization;
          return {
            id: organization.id,
            label: name.text,
            language: name.language,
            detail: chooseText(abbreviation, language).text,
            searchText: [...Object.values(names), ...Object.values(abbreviation)].join(' '),
          };
        })
        .sort((a, b) => format.compare(a.label, b.label)),
    [data, language, format],
  );
}
