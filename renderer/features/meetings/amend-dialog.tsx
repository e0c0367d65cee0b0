import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { api } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-field.tsx';

/** Opens agreed minutes for a change; it needs a reason, which stays with the versions. */
export function AmendDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation(['meetings', 'common']);
  const id = useId();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const amend = async (reason: string) => {
    if (reason === '') {
      setProblem(t('meetings:lock.reasonNeeded'));
      return;
    }
    setBusy(true);
    try {
      await flushAll();
      await api.versions.amend({ id: newId(), meetingId, reason });
      onClose();
      notify(t('meetings:lock.opened'), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      setBusy(false);
      notifyError(error);
    }
  };
  return (
    <Dialog
      title={t('meetings:lock.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={id} isPending={isBusy}>
            {t('meetings:lock.open')}
          </Button>
        </>
      }
    >
      <p>{t('meetings:lock.explain')}</p>
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          const reason = new FormData(event.currentTarget).get('reason');
          void amend(typeof reason === 'string' ? reason.trim() : '');
        }}
      >
        <TextArea label={t('meetings:lock.reason')} name="reason" autoFocus error={problem} />
      </form>
    </Dialog>
  );
}
