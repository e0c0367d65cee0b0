import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Controller, useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Agreement } from '#shared/contract/agreements.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { AddPicker } from '../../ui/add-picker.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { ItemLine } from '../../ui/item.tsx';
import { LocalizedField } from '../../ui/localized.tsx';
import { Picker } from '../../ui/picker.tsx';
import { Section } from '../../ui/section.tsx';
import { useOrganizationItems } from '../organizations/index.ts';
import styles from './signed-documents.module.css';

/** The parties: organisations of the register, or a description where none is named. */
export function PartiesSection({ form }: { form: AutosaveForm<Agreement> }): ReactElement {
  const { t } = useTranslation('signed-documents');
  const organizations = useOrganizationItems();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'parties', keyName: '_key' });
  const values = useWatch({ control: form.control, name: 'parties' });
  return (
    <Section title={t('parties.title')}>
      {fields.length === 0 && <p className={styles.muted}>{t('parties.none')}</p>}
      {fields.map((party, index) => (
        <div key={party.id} className={styles.row}>
          <ItemLine>
            <Controller
              control={form.control}
              name={`parties.${index}.organizationId`}
              render={({ field }) => (
                <Picker
                  label={t('parties.organization', { number: index + 1 })}
                  items={organizations}
                  value={field.value}
                  onChange={field.onChange}
                />
              )}
            />
            <IconButton
              label={t('parties.remove', { number: index + 1 })}
              icon={<X aria-hidden />}
              onPress={() => remove(index)}
            />
          </ItemLine>
          {values[index]?.organizationId === null && (
            <LocalizedField
              label={t('parties.description', { number: index + 1 })}
              hint={t('parties.hint')}
              register={(language) => form.register(`parties.${index}.description.${language}`)}
              error={(language) => form.issue(`parties.${index}.description.${language}`)}
            />
          )}
        </div>
      ))}
      <div className={styles.adders}>
        <AddPicker
          label={t('parties.add')}
          items={organizations}
          onAdd={(organizationId) =>
            append({ id: newId(), organizationId, description: emptyText() }, { shouldFocus: false })
          }
        />
        <Button onPress={() => append({ id: newId(), organizationId: null, description: emptyText() })}>
          <Plus aria-hidden />
          {t('parties.describe')}
        </Button>
      </div>
    </Section>
  );
}
