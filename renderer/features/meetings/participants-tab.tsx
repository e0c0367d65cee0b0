import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { MeetingDetail, MeetingSide } from '#shared/contract/meetings.ts';
import { chooseText } from '#shared/domain/language.ts';
import { compareByProtocol, protocolRank } from '#shared/domain/minutes/protocol-order.ts';
import { api } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notifyError } from '../../app/notify.ts';
import { Section } from '../../ui/section.tsx';
import { AddParticipants } from './add-participants.tsx';
import { keyAfterMove, useKeepFocus } from './order.ts';
import { ParticipantRow } from './participant-row.tsx';
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
  const { t } = useTranslation('meetings');
  const { meeting, attendance } = detail;
  const ofNoSide = attendance.filter((row) => !meeting.sides.some((side) => side.id === row.sideId));
  return (
    <>
      <AddParticipants detail={detail} />
      {attendance.length === 0 && <p className={styles.muted}>{t('participants.none')}</p>}
      {meeting.sides.map((side, index) => (
        <SideSection
          key={side.id}
          side={side}
          number={index + 1}
          sides={meeting.sides}
          attendance={attendance.filter((row) => row.sideId === side.id)}
        />
      ))}
      {ofNoSide.length > 0 && <SideSection side={null} number={0} sides={meeting.sides} attendance={ofNoSide} />}
    </>
  );
}

interface SideSectionProps {
  /** null: people who belong to no side. */
  side: MeetingSide | null;
  number: number;
  sides: readonly MeetingSide[];
  attendance: readonly Attendance[];
}

function SideSection({ side, number, sides, attendance }: SideSectionProps): ReactElement {
  const { t } = useTranslation('meetings');
  const language = useUiLanguage();
  const rows = [...attendance].sort(compareByProtocol);
  const keepFocus = useKeepFocus(rows.map((row) => row.id).join());
  const title = side === null ? t('participants.noSide') : chooseText(side.name, language).text;
  // Heads stand first whatever their place, so a row moves among those of its own rank.
  const peers = (row: Attendance) => rows.filter((other) => protocolRank(other) === protocolRank(row));
  const move = (row: Attendance, step: 1 | -1) => {
    const orderKey = keyAfterMove(peers(row), peers(row).indexOf(row), step);
    if (orderKey === null) return;
    keepFocus();
    api.attendance.update({ id: row.id, orderKey }).catch(notifyError);
  };
  return (
    <Section
      title={title || t('sides.heading', { number })}
      actions={<span className={styles.muted}>{t('participants.count', { count: countPeople(rows) })}</span>}
    >
      {rows.length === 0 && <p className={styles.muted}>{t('participants.noneOfSide')}</p>}
      <div>
        {rows.map((row, index) => (
          <ParticipantRow
            key={row.id}
            row={row}
            number={index + 1}
            sides={sides}
            isFirst={peers(row)[0] === row}
            isLast={peers(row).at(-1) === row}
            onMove={(step) => move(row, step)}
          />
        ))}
      </div>
    </Section>
  );
}

/** A delegation counts with its heads. */
function countPeople(rows: readonly Attendance[]): number {
  return rows.reduce((sum, row) => sum + (row.personId === null ? (row.headCount ?? 1) : 1), 0);
}
