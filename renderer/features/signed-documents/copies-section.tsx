import { CopyPlus, Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Controller, useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { AgreementTerms } from '#shared/contract/agreements.ts';
import { languages } from '#shared/domain/language.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import fieldStyles from '../../ui/field.module.css';
import { Item } from '../../ui/item.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { Picker, type PickerItem } from '../../ui/picker.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { copiesForParties } from './copies.ts';
import styles from './signed-documents.module.css';
import { SigningOrder } from './signing-order.tsx';

export interface CopiesSectionProps {
  form: AutosaveForm<AgreementTerms>;
  /** The parties, in the order of the document. */
  parties: readonly PickerItem[];
}

/** The signed copies: who keeps each, in which languages it is, and who signs it first. */
export function CopiesSection({ form, parties }: CopiesSectionProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'copies', keyName: '_key' });
  const texts = useWatch({ control: form.control, name: 'languages' });
  const partyIds = parties.map(({ id }) => id);
  return (
    <Section title={t('copies.title')}>
      {fields.length === 0 && <p className={styles.muted}>{t('copies.none')}</p>}
      {fields.map((copy, index) => (
        <Item
          key={copy.id}
          title={t('copies.heading', { number: index + 1 })}
          tools={
            <IconButton
              label={t('copies.remove', { number: index + 1 })}
              icon={<X aria-hidden />}
              onPress={() => remove(index)}
            />
          }
        >
          <CopyFields form={form} index={index} parties={parties} />
        </Item>
      ))}
      <div className={styles.buttons}>
        <Button
          onPress={() =>
            append({ id: newId(), keeperPartyId: null, languages: [], signingOrder: partyIds }, { shouldFocus: false })
          }
        >
          <Plus aria-hidden />
          {t('copies.add')}
        </Button>
        {fields.length === 0 && parties.length > 1 && (
          <Button onPress={() => append(copiesForParties(partyIds, texts, newId), { shouldFocus: false })}>
            <CopyPlus aria-hidden />
            {t('copies.forParties')}
          </Button>
        )}
      </div>
    </Section>
  );
}

interface CopyFieldsProps extends CopiesSectionProps {
  index: number;
}

function CopyFields({ form, index, parties }: CopyFieldsProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const names = useLanguageNames();
  return (
    <>
      <FieldGrid>
        <Controller
          control={form.control}
          name={`copies.${index}.keeperPartyId`}
          render={({ field }) => (
            <Picker
              label={t('copies.keeper', { number: index + 1 })}
              items={parties}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <Controller
          control={form.control}
          name={`copies.${index}.languages`}
          render={({ field }) => (
            <fieldset className={styles.checks}>
              <legend className={fieldStyles.label}>{t('copies.languages', { number: index + 1 })}</legend>
              {languages.map((language) => (
                <Checkbox
                  key={language}
                  label={names[language]}
                  value={field.value.includes(language)}
                  onChange={(isIn) =>
                    field.onChange(
                      languages.filter((other) => (other === language ? isIn : field.value.includes(other))),
                    )
                  }
                />
              ))}
            </fieldset>
          )}
        />
      </FieldGrid>
      {parties.length > 1 && (
        <Controller
          control={form.control}
          name={`copies.${index}.signingOrder`}
          render={({ field }) => (
            <SigningOrder number={index + 1} parties={parties} value={field.value} onChange={field.onChange} />
          )}
        />
      )}
    </>
  );
}
