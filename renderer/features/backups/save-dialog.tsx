import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#shared/contract/backups.ts';
import { api } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { useSaveFile } from '../../app/use-save-file.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './backups.module.css';
import { useProtection } from './protection.tsx';
import { useBackupsStale } from './use-backups.ts';

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
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const protection = useProtection();
  const { forgetList, forgetNewest } = useBackupsStale();
  const isHere = useRef(false);
  const isClosed = (): boolean => !isHere.current;

  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  const submit = async (): Promise<void> => {
    const passphrase = protection.read();
    if (passphrase === undefined || isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await flushAll();
      const { id } = await api.backups.pack({ name: backup?.name ?? null, passphrase });
      if (backup === null) {
        forgetList();
        forgetNewest();
      }
      // Who has closed the dialog meanwhile wants no file.
      if (isClosed()) return;
      const file = await api.backups.download({ id });
      if (isClosed()) return;
      onClose();
      await save(() => Promise.resolve(file));
    } catch (failure) {
      if (isClosed()) {
        notifyError(failure);
        return;
      }
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
        {protection.fields}
        {error !== null && <p role="alert">{describeError(error)}</p>}
      </form>
    </Dialog>
  );
}
