import { type ReactElement, type SyntheticEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { languageOfScript, scripts } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Picker } from '../../ui/picker.tsx';
import { FieldGrid } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { emptyPerson } from '../contacts/index.ts';
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
  const { t } = useTranslation(['meetings', 'common']);
  const id = useId();
  const countries = useCountries();
  const form = useRef<HTMLFormElement>(null);
  const [country, setCountry] = useState<string | null>(null);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!form.current) return;
    const typed = new FormData(form.current);
    const person = { ...emptyPerson(newId()), country: country ?? '' };
    for (const script of scripts) {
      person.names[script].family = typedText(typed, `${script}-family`);
      person.names[script].given = typedText(typed, `${script}-given`);
    }
    const isNamed = scripts.some((script) => person.names[script].family !== '' || person.names[script].given !== '');
    if (!isNamed) return form.current.querySelector('input')?.focus();
    try {
      await api.people.create(person);
      if (await onCreated(person.id, person.country)) onClose();
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Dialog
      title={t('meetings:newPerson.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={id}>
            {t('common:add')}
          </Button>
        </>
      }
    >
      <form id={id} ref={form} className={styles.row} onSubmit={(event) => void submit(event)}>
        <p className={styles.hint}>{t('meetings:newPerson.hint')}</p>
        {scripts.map((script) => (
          <FieldGrid key={script}>
            <TextField
              name={`${script}-family`}
              autoFocus={script === scripts[0]}
              language={languageOfScript[script]}
              label={t(familyKeys[script], { ns: 'meetings' })}
            />
            <TextField
              name={`${script}-given`}
              language={languageOfScript[script]}
              label={t(givenKeys[script], { ns: 'meetings' })}
            />
          </FieldGrid>
        ))}
        <Picker label={t('meetings:newPerson.country')} items={countries} value={country} onChange={setCountry} />
      </form>
    </Dialog>
  );
}
