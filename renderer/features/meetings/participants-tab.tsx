import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { useIsReadOnly } from '../../ui/read-only.tsx';
import { AddParticipants } from './add-participants.tsx';
import { SideSection } from './participants-side.tsx';
import styles from './rows.module.css';
import { useFocusTarget } from './use-focus-target.ts';
import { useMeeting } from './use-meeting.ts';

export function ParticipantsTab(): ReactElement | null {
  const reading = useMeeting();
  useFocusTarget();
  if (!reading) return null;
  return <Participants detail={reading.detail} />;
}

function Participants({ detail }: { detail: MeetingDetail }): ReactElement {
  const isReadOnly = useIsReadOnly();
  const { t } = useTranslation('meetings');
  const { meeting, attendance } = detail;
  const ofNoSide = attendance.filter((row) => !meeting.sides.some((side) => side.id === row.sideId));
  return (
    <>
      {!isReadOnly && <AddParticipants detail={detail} />}
      {attendance.length === 0 && <p className={styles.muted}>{t('participants.none')}</p>}
      {meeting.sides.map((side, index) => (
        <SideSection
          key={side.id}
          meeting={meeting}
          side={side}
          number={index + 1}
          attendance={attendance.filter((row) => row.sideId === side.id)}
        />
      ))}
      {ofNoSide.length > 0 && <SideSection meeting={meeting} side={null} number={0} attendance={ofNoSide} />}
    </>
  );
}
