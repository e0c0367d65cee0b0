import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyText, languages } from '#shared/domain/language.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
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
  const names = useLanguageNames();
  const submit = async (form: HTMLFormElement) => {
    const typed = new FormData(form);
    const name = emptyText();
    for (const language of languages) name[language] = typedText(typed, language);
    if (languages.every((language) => name[language] === '')) return form.querySelector('input')?.focus();
    if (await onAdd({ name, roles: ['guest'], category: 'in_attendance' })) onClose();
  };
  return (
    <FormDialog title={t('meetings:guest.title')} onClose={onClose} onSubmit={submit}>
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
    </FormDialog>
  );
}
