import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { savingState } from '../../app/saving.ts';
import { useStore } from '../../app/store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './backups.module.css';
import { PassphraseForm } from './passphrase-form.tsx';
import { RestorePreviewFacts } from './restore-preview.tsx';
import { useRestore } from './use-restore.ts';
import type { RestoreSource } from './words.ts';

export interface RestoreDialogProps {
  source: RestoreSource;
  onClose: () => void;
}

/** Says what a restore would bring back and take away before it does it. */
export function RestoreDialog({ source, onClose }: RestoreDialogProps): ReactElement {
  const { t } = useTranslation(['backups', 'common', 'errors']);
  const format = useFormat();
  const { step, unlock, confirm } = useRestore(source);
  const unlocking = useId();
  const isRestoring = step.name === 'restoring';
  const canCancel = step.name === 'shown' || step.name === 'locked';
  return (
    <Dialog
      title={
        source instanceof File
          ? t('backups:preview.titleFile', { name: source.name })
          : t('backups:preview.title', { moment: format.moment(source.atMs) })
      }
      isOpen
      onClose={() => !isRestoring && onClose()}
      footer={
        <>
          <Button isDisabled={isRestoring} onPress={onClose}>
            {canCancel ? t('common:cancel') : t('common:close')}
          </Button>
          {step.name === 'locked' && (
            <Button kind="primary" type="submit" form={unlocking}>
              {t('backups:preview.open')}
            </Button>
          )}
          {(step.name === 'shown' || step.name === 'restoring') && (
            <Button kind="primary" isPending={isRestoring} onPress={() => confirm(step.preview)}>
              {isRestoring ? t('backups:preview.restoring') : t('backups:preview.confirm')}
            </Button>
          )}
        </>
      }
    >
      <div role="status" className={styles.status}>
        {step.name === 'reading' && t('backups:preview.reading')}
      </div>
      {step.name === 'refused' && <p role="alert">{describeError(step.error)}</p>}
      {step.name === 'locked' && (
        <PassphraseForm
          id={unlocking}
          error={step.isWrong ? t('errors:backupRefused.passphraseWrong') : undefined}
          onOpen={unlock}
        />
      )}
      {(step.name === 'shown' || step.name === 'restoring') && (
        <>
          <Unsaved />
          <RestorePreviewFacts preview={step.preview} />
        </>
      )}
    </Dialog>
  );
}

/** What is typed and cannot be saved is in no backup, and goes with the page. */
function Unsaved(): ReactElement | null {
  const { t } = useTranslation('backups');
  const { unsaved } = useStore(savingState);
  if (!unsaved) return null;
  return (
    <p role="alert" className={styles.warning}>
      {t('preview.unsaved')}
    </p>
  );
}
