import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import { ReadOnlyArea } from '../../ui/read-only.tsx';
import { AmendDialog } from './amend-dialog.tsx';
import styles from './meeting-lock.module.css';
import { moveStep } from './order.ts';

/** Around the tabs that show the text of the minutes: says that it is locked, and keeps everything in them as it is. */
export function LockedArea({ meetingId, children }: { meetingId: string; children: ReactNode }): ReactElement {
  return (
    <>
      <LockNotice meetingId={meetingId} />
      <ReadOnlyArea>
        <div className={styles.area} onKeyDownCapture={keepOrder}>
          {children}
        </div>
      </ReadOnlyArea>
    </>
  );
}

/** Rows of every list move by the same keys; here they stay. */
function keepOrder(event: KeyboardEvent): void {
  if (moveStep(event) === null) return;
  event.preventDefault();
  event.stopPropagation();
}

/** When they were agreed, and the one way to change them. */
function LockNotice({ meetingId }: { meetingId: string }): ReactElement {
  const { t } = useTranslation('meetings');
  const format = useFormat();
  const [isAmending, setAmending] = useState(false);
  const { data } = useQuery(query.versions.state.queryOptions({ input: { meetingId } }));
  const agreedAtMs = data?.versions.findLast((version) => version.agreedAtMs !== null)?.agreedAtMs ?? null;
  return (
    <div className={styles.notice}>
      <Lock aria-hidden />
      <p className={styles.words}>
        {agreedAtMs === null ? t('lock.agreed') : t('lock.agreedOn', { date: format.day(agreedAtMs) })}
      </p>
      <Button onPress={() => setAmending(true)}>{t('lock.amend')}</Button>
      {isAmending && <AmendDialog meetingId={meetingId} onClose={() => setAmending(false)} />}
    </div>
  );
}
