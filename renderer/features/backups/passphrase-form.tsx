import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/text-field.tsx';

export interface PassphraseFormProps {
  id: string;
  /** What is wrong with the one that was typed. */
  error: string | undefined;
  onOpen: (passphrase: string) => void;
}

/** Asks for the passphrase of a file; the button that sends it stands elsewhere. */
export function PassphraseForm({ id, error, onOpen }: PassphraseFormProps): ReactElement {
  const { t } = useTranslation('backups');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      id={id}
      onSubmit={(event) => {
        event.preventDefault();
        const passphrase = field.current?.value ?? '';
        if (passphrase !== '') onOpen(passphrase);
      }}
    >
      <TextField
        ref={field}
        type="password"
        autoComplete="off"
        label={t('preview.passphrase')}
        hint={t('preview.passphraseHint')}
        error={error}
      />
    </form>
  );
}
