import { X } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { Controller, useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Person } from '#shared/contract/people.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { Badge } from '../../ui/badge.tsx';
import { AddPicker } from '../../ui/add-picker.tsx';
import { IconButton } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import fieldStyles from '../../ui/field.module.css';
import { AddItem, Item } from '../../ui/item.tsx';
import { LocalizedField } from '../../ui/localized.tsx';
import { Picker } from '../../ui/picker.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { useOrganizationItems } from '../organizations/index.ts';
import { isPast } from './is-past.ts';

/** Where a person works or worked. A position begins with its organisation, so that no half-made row exists. */
export function Affiliations({ form }: { form: AutosaveForm<Person> }): ReactElement {
  const { t } = useTranslation('contacts');
  const organizations = useOrganizationItems();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'affiliations', keyName: '_key' });
  const written = useWatch({ control: form.control, name: 'affiliations' });
  const ids = fields.map(({ id }) => id).join();
  // The present ones first, then the past ones, the newest first. Not put in order anew while a date is being typed.
  const order = useMemo(
    () => fields.map((_, index) => index).sort((a, b) => historyKey(fields[b]).localeCompare(historyKey(fields[a]))),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the rows, not what is in them
    [ids],
  );
  return (
    <Section title={t('affiliations.title')}>
      {order.map((index, place) => {
        const affiliation = fields[index];
        if (!affiliation) return null;
        return (
          <Item
            key={affiliation.id}
            isDimmed={isPast(written[index]?.to ?? null)}
            title={
              <>
                {t('affiliations.heading', { number: place + 1 })}{' '}
                {isPast(written[index]?.to ?? null) && <Badge>{t('affiliations.past')}</Badge>}
              </>
            }
            tools={
              <IconButton
                label={t('affiliations.remove', { number: place + 1 })}
                icon={<X aria-hidden />}
                onPress={() => remove(index)}
              />
            }
          >
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
          </Item>
        );
      })}
      {organizations.length === 0 ? (
        <p className={fieldStyles.hint}>{t('affiliations.noOrganizations')}</p>
      ) : (
        <AddItem>
          <AddPicker
            label={t('affiliations.add')}
            hint={t('affiliations.addHint')}
            items={organizations}
            onAdd={(organizationId) =>
              append({ id: newId(), organizationId, position: emptyText(), from: null, to: null })
            }
          />
        </AddItem>
      )}
    </Section>
  );
}

/** What is still held stands before all that has ended; in the order in which it was entered. */
const historyKey = (affiliation: { to: string | null } | undefined): string =>
  affiliation && isPast(affiliation.to) ? (affiliation.to ?? '') : '9999';
