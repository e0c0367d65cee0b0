import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Organization } from '#shared/contract/organizations.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import fieldStyles from '../../ui/field.module.css';
import { ItemLine } from '../../ui/item.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';

export function Aliases({ form }: { form: AutosaveForm<Organization> }): ReactElement {
  const { t } = useTranslation('organizations');
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'aliases', keyName: '_key' });
  return (
    <Section
      title={t('aliases.title')}
      actions={
        <Button onPress={() => append({ id: newId(), text: '' })}>
          <Plus aria-hidden />
          {t('aliases.add')}
        </Button>
      }
    >
      <p className={fieldStyles.hint}>{t('aliases.hint')}</p>
      {fields.map((alias, index) => (
        <ItemLine key={alias.id}>
          <TextField
            label={t('aliases.label', { number: index + 1 })}
            {...form.register(`aliases.${index}.text`)}
            error={form.issue(`aliases.${index}.text`)}
          />
          <IconButton
            label={t('aliases.remove', { number: index + 1 })}
            icon={<X aria-hidden />}
            onPress={() => remove(index)}
          />
        </ItemLine>
      ))}
    </Section>
  );
}
