import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Controller, useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Agreement } from '#shared/contract/agreements.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { IconButton } from '../../ui/button.tsx';
import { ItemLine } from '../../ui/item.tsx';
import { LocalizedField } from '../../ui/localized.tsx';
import { Picker } from '../../ui/picker.tsx';
import { useOrganizationItems } from '../organizations/index.ts';
import styles from './rows.module.css';

export interface PartyFieldsProps {
  form: AutosaveForm<Agreement>;
  /** Where there are no parties. */
  empty?: ReactNode;
  /** The ways to add one: an organisation by id; null: one to be described. */
  adders: (add: (organizationId: string | null) => void) => ReactNode;
}

/** The parties of a signed document: organisations of the register, or a description where none is named. */
export function PartyFields({ form, empty, adders }: PartyFieldsProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const organizations = useOrganizationItems();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'parties', keyName: '_key' });
  const values = useWatch({ control: form.control, name: 'parties' });
  const add = (organizationId: string | null) =>
    append({ id: newId(), organizationId, description: emptyText() }, { shouldFocus: organizationId === null });
  return (
    <>
      {fields.length === 0 && empty}
      {fields.map((party, index) => (
        <div key={party.id} className={styles.party}>
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
      {adders(add)}
    </>
  );
}
