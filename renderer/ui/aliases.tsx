import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useFieldArray } from 'react-hook-form';
import { v7 as newId } from 'uuid';
import type { AutosaveForm } from '../app/use-autosave-form.ts';
import { Button, IconButton } from './button.tsx';
import fieldStyles from './field.module.css';
import { ItemLine } from './item.tsx';
import { Section } from './section.tsx';
import { TextField } from './text-field.tsx';

interface WithAliases {
  aliases: { id: string; text: string }[];
}

export interface AliasesProps<T extends WithAliases> {
  form: AutosaveForm<T>;
  title: string;
  hint: string;
  add: string;
  /** Names one field; `number` counts from 1. */
  label: (number: number) => string;
  remove: (number: number) => string;
}

/** Other names and spellings by which the search finds a record. */
export function Aliases<T extends WithAliases>(props: AliasesProps<T>): ReactElement {
  const { title, hint, add, label, remove: removeLabel } = props;
  // The paths of a generic record are beyond the form's types; these it has, whatever else is in it.
  const form = props.form as unknown as AutosaveForm<WithAliases>;
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'aliases', keyName: '_key' });
  return (
    <Section
      title={title}
      actions={
        <Button onPress={() => append({ id: newId(), text: '' })}>
          <Plus aria-hidden />
          {add}
        </Button>
      }
    >
      <p className={fieldStyles.hint}>{hint}</p>
      {fields.map((alias, index) => (
        <ItemLine key={alias.id}>
          <TextField
            label={label(index + 1)}
            {...form.register(`aliases.${index}.text`)}
            error={form.issue(`aliases.${index}.text`)}
          />
          <IconButton label={removeLabel(index + 1)} icon={<X aria-hidden />} onPress={() => remove(index)} />
        </ItemLine>
      ))}
    </Section>
  );
}
