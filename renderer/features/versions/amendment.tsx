import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreeingState } from '#shared/contract/versions.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AmendDialog, useMeeting } from '../meetings/index.ts';
import styles from './versions.module.css';

export function AmendButton({ meetingId }: { meetingId: string }): ReactElement {
  const { t } = useTranslation('versions');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('amend.open')}</Button>
      {isOpen && <AmendDialog meetingId={meetingId} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The amendment under way, why it was opened, and the way back to the agreed text. */
export function OpenAmendment({ meetingId, state }: { meetingId: string; state: AgreeingState }): ReactElement | null {
  const { t } = useTranslation('versions');
  const format = useFormat();
  const canDrop = useMeeting()?.detail.meeting.status === 'draft';
  const [isAsking, setAsking] = useState(false);
  const amendment = state.amendments.find(({ closedAtMs }) => closedAtMs === null);
  if (amendment === undefined) return null;
  const base = state.versions.find(({ id }) => id === amendment.baseVersionId);
  const when = format.moment(amendment.openedAtMs);
  return (
    <section className={styles.amendment} aria-label={t('amend.underWay')}>
      <div>
        <p className={styles.strong}>
          {base === undefined ? t('amend.sinceUnknown', { when }) : t('amend.since', { when, number: base.number })}
        </p>
        <p className={styles.words}>{amendment.reason}</p>
        {!canDrop && <p className={styles.muted}>{t('amend.dropLater')}</p>}
      </div>
      {canDrop && <Button onPress={() => setAsking(true)}>{t('amend.drop')}</Button>}
      {isAsking && <DropDialog meetingId={meetingId} onClose={() => setAsking(false)} />}
    </section>
  );
}

function DropDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation(['versions', 'common']);
  const [isBusy, setBusy] = useState(false);
  const drop = async () => {
    setBusy(true);
    try {
      await flushAll();
      await api.versions.dropAmendment({ meetingId });
      onClose();
      notify(t('versions:amend.dropped'), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      setBusy(false);
      notifyError(error);
    }
  };
  return (
    <Dialog
      title={t('versions:amend.dropTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="danger" isPending={isBusy} onPress={() => void drop()}>
            {t('versions:amend.dropConfirm')}
          </Button>
        </>
      }
    >
      <p>{t('versions:amend.dropExplain')}</p>
    </Dialog>
  );
}
