import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { languageOfScript, scripts } from '#shared/domain/language.ts';
import { emptyPerson } from '#shared/domain/empty-records.ts';
import { api } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import { useCountries } from '../../ui/countries.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Picker } from '../../ui/picker.tsx';
import { FieldGrid } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './rows.module.css';
import { typedText } from './typed-text.ts';

const familyKeys = {
  latin: 'newPerson.familyLatin',
  cyrillic: 'newPerson.familyCyrillic',
  han: 'newPerson.familyHan',
} as const;
const givenKeys = {
  latin: 'newPerson.givenLatin',
  cyrillic: 'newPerson.givenCyrillic',
  han: 'newPerson.givenHan',
} as const;

export interface NewPersonDialogProps {
  onClose: () => void;
  onCreated: (personId: string, country: string) => Promise<boolean>;
}

/** A contact made on the way: as much of the name as is known now; the rest waits in Contacts. */
export function NewPersonDialog({ onClose, onCreated }: NewPersonDialogProps): ReactElement {
  const { t } = useTranslation('meetings');
  const countries = useCountries();
  const [country, setCountry] = useState<string | null>(null);
  const submit = async (form: HTMLFormElement) => {
    const typed = new FormData(form);
    const person = { ...emptyPerson(newId()), country: country ?? '' };
    for (const script of scripts) {
      person.names[script].family = typedText(typed, `${script}-family`);
      person.names[script].given = typedText(typed, `${script}-given`);
    }
    const isNamed = scripts.some((script) => person.names[script].family !== '' || person.names[script].given !== '');
    if (!isNamed) return form.querySelector('input')?.focus();
    try {
      await api.people.create(person);
      if (await onCreated(person.id, person.country)) onClose();
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <FormDialog title={t('newPerson.title')} onClose={onClose} onSubmit={submit}>
      <p className={styles.hint}>{t('newPerson.hint')}</p>
      {scripts.map((script) => (
        <FieldGrid key={script}>
          <TextField
            name={`${script}-family`}
            autoFocus={script === scripts[0]}
            language={languageOfScript[script]}
            label={t(familyKeys[script])}
          />
          <TextField name={`${script}-given`} language={languageOfScript[script]} label={t(givenKeys[script])} />
        </FieldGrid>
      ))}
      <Picker label={t('newPerson.country')} items={countries} value={country} onChange={setCountry} />
    </FormDialog>
  );
}
