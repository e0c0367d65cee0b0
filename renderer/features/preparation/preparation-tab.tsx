import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isLocked } from '#shared/domain/meeting-moves.ts';
import { useMeeting } from '../meetings/index.ts';
import { CarryOver } from './carry-over.tsx';
import styles from './preparation.module.css';
import { Readiness } from './readiness.tsx';
import { Reviews } from './reviews.tsx';

/** Before the meeting: what is missing, what comes along from the last one, which actions are looked at. */
export function PreparationTab(): ReactElement | null {
  const { t } = useTranslation('preparation');
  const reading = useMeeting();
  if (!reading) return null;
  const { meeting } = reading.detail;
  const isBefore = meeting.status === 'planned' || meeting.status === 'live';
  return (
    <>
      {meeting.status === 'planned' && <Readiness meeting={meeting} />}
      {meeting.status === 'live' && <p className={styles.muted}>{t('isOn')}</p>}
      {!isBefore && (
        <p className={styles.muted}>
          {t('isOver')} <Link href={`/meetings/${meeting.id}/export`}>{t('toCheck')}</Link>
        </p>
      )}
      {isBefore && <CarryOver meeting={meeting} />}
      <Reviews meetingId={meeting.id} isBefore={isBefore} isLocked={isLocked(meeting.status)} />
    </>
  );
}
