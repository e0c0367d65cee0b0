import { type ReactElement, type SyntheticEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyText, languages } from '#shared/domain/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { NewParticipant } from './new-participant.ts';
import styles from './rows.module.css';
import { typedText } from './typed-text.ts';

export interface GuestDialogProps {
  onClose: () => void;
  onAdd: (participant: NewParticipant) => Promise<boolean>;
}

/** Somebody who comes once and is not to stand in the register. */
export function GuestDialog({ onClose, onAdd }: GuestDialogProps): ReactElement {
  const { t } = useTranslation(['meetings', 'common']);
  const id = useId();
  const names = useLanguageNames();
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!form.current) return;
    const typed = new FormData(form.current);
    const name = emptyText();
    for (const language of languages) name[language] = typedText(typed, language);
    if (languages.every((language) => name[language] === '')) return form.current.querySelector('input')?.focus();
    if (await onAdd({ name, roles: ['guest'], category: 'in_attendance' })) onClose();
  };
  return (
    <Dialog
      title={t('meetings:guest.title')}
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
        <p className={styles.hint}>{t('meetings:guest.hint')}</p>
        {languages.map((language) => (
          <TextField
            key={language}
            name={language}
            autoFocus={language === languages[0]}
            language={language}
            label={t('common:languages.fieldIn', { field: t('meetings:guest.name'), language: names[language] })}
          />
        ))}
      </form>
    </Dialog>
  );
}
