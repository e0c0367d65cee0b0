import { type ReactElement, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Backup, minPassphraseLength } from '#shared/contract/backups.ts';
import { api } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { flushAll } from '../../app/saving.ts';
import { useSaveFile } from '../../app/use-save-file.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './backups.module.css';

export interface SaveDialogProps {
  /** null: of everything as it is now. */
  backup: Backup | null;
  onClose: () => void;
}

/** Makes one file of a backup, to be kept elsewhere. */
export function SaveDialog({ backup, onClose }: SaveDialogProps): ReactElement {
  const { t } = useTranslation(['backups', 'common']);
  const format = useFormat();
  const save = useSaveFile();
  const form = useId();
  const [protection, setProtection] = useState<'passphrase' | 'open'>('passphrase');
  const [isShown, setShown] = useState(false);
  const [problem, setProblem] = useState<'short' | 'differ' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const typed = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const min = minPassphraseLength;

  /** What was typed, once it can be used; says what is wrong with it otherwise. */
  const readPassphrase = (): string | undefined => {
    const passphrase = typed.current?.value ?? '';
    const isShort = passphrase.length < minPassphraseLength;
    // What can be seen need not be typed twice.
    const isDifferent = !isShown && again.current?.value !== passphrase;
    setProblem(isShort ? 'short' : isDifferent ? 'differ' : null);
    if (!isShort && !isDifferent) return passphrase;
    (isShort ? typed : again).current?.focus();
    return undefined;
  };

  const submit = async (): Promise<void> => {
    const passphrase = protection === 'open' ? null : readPassphrase();
    if (passphrase === undefined || isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await flushAll();
      const { id } = await api.backups.pack({ name: backup?.name ?? null, passphrase });
      const file = await api.backups.download({ id });
      onClose();
      await save(() => Promise.resolve(file));
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={
        backup === null ? t('backups:save.title') : t('backups:save.titleOf', { moment: format.moment(backup.atMs) })
      }
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={form} isPending={isBusy}>
            {isBusy ? t('backups:save.preparing') : t('backups:save.confirm')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>{t('backups:save.about')}</p>
        <RadioGroup
          label={t('backups:save.who')}
          value={protection}
          onChange={setProtection}
          options={[
            { id: 'passphrase', label: t('backups:save.protected'), hint: t('backups:save.protectedHint') },
            { id: 'open', label: t('backups:save.open'), hint: t('backups:save.openHint') },
          ]}
        />
        {protection === 'passphrase' && (
          <>
            <TextField
              ref={typed}
              type={isShown ? 'text' : 'password'}
              autoComplete="new-password"
              translate="no"
              label={t('backups:save.passphrase')}
              hint={t('backups:save.hint', { min })}
              error={problem === 'short' ? t('backups:save.short', { min }) : undefined}
            />
            {!isShown && (
              <TextField
                ref={again}
                type="password"
                autoComplete="new-password"
                translate="no"
                label={t('backups:save.again')}
                error={problem === 'differ' ? t('backups:save.differ') : undefined}
              />
            )}
            <Checkbox label={t('backups:save.show')} value={isShown} onChange={setShown} />
            <p className={styles.warning}>{t('backups:save.lost')}</p>
          </>
        )}
        {error !== null && <p role="alert">{describeError(error)}</p>}
      </form>
    </Dialog>
  );
}
