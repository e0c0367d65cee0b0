import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { isLocked, movesFrom } from '#shared/domain/meeting-moves.ts';
import { languages } from '#shared/domain/language.ts';
import { FoldedCheck } from '../documents/index.ts';
import { type FocusSearch, useFocusTarget, useMeeting } from '../meetings/index.ts';
import { AgreedSection } from './agreed-section.tsx';
import styles from './agreement.module.css';
import { CirculationSection } from './circulation-section.tsx';
import { CommentsSection } from './comments-section.tsx';
import { type LettersTask, LettersDialog } from './letters-dialog.tsx';
import { SidesSection } from './sides-section.tsx';
import { StageLine } from './stage-line.tsx';
import { type Standing, useStanding } from './standing.ts';

/** From the draft to the text that every side has agreed to. */
export function AgreementTab(): ReactElement | null {
  const reading = useMeeting();
  if (!reading) return null;
  return <Agreement key={reading.detail.meeting.id} detail={reading.detail} />;
}

function Agreement({ detail }: { detail: MeetingDetail }): ReactElement | null {
  const standing = useStanding(detail);
  return standing ? <Parts standing={standing} /> : null;
}

function Parts({ standing }: { standing: Standing }): ReactElement {
  const { t } = useTranslation('agreement');
  const { detail } = standing;
  const { meeting, isAmending } = detail;
  const { focus }: FocusSearch = useSearch({ from: '/meetings/$meetingId' });
  const [task, setTask] = useState<LettersTask | null>(null);
  const moves = movesFrom({ status: meeting.status, isAmending });
  const canCirculate = moves.some(({ by, to }) => by === 'circulation' && to === 'circulated');
  const isOver = meeting.status !== 'planned' && meeting.status !== 'live';
  useFocusTarget();
  useAskedFor(focus === 'circulate' && canCirculate, () => setTask({ kind: 'circulate' }));

  return (
    <div className={styles.tab}>
      <StageLine standing={standing} />
      {!isOver && <p>{t('notOver')}</p>}
      {isLocked(meeting.status) && <AgreedSection standing={standing} onLetters={() => setTask({ kind: 'agreed' })} />}
      {!isLocked(meeting.status) && (
        <FoldedCheck
          key={focus === 'check' ? 'asked for' : 'folded'}
          options={{ meetingId: meeting.id, languages: [...languages], layout: 'single' }}
          hint={t('checkHint')}
          isOpen={focus === 'check'}
        />
      )}
      {(isOver || standing.circulations.length > 0) && (
        <>
          {(canCirculate || standing.circulations.length > 0) && (
            <CirculationSection standing={standing} canCirculate={canCirculate} onTask={setTask} />
          )}
          {(!isLocked(meeting.status) || standing.comments.length > 0) && <CommentsSection standing={standing} />}
          <SidesSection standing={standing} />
        </>
      )}
      {task && <LettersDialog task={task} standing={standing} onClose={() => setTask(null)} />}
    </div>
  );
}

/** What the address asks to open is opened once; afterwards the address is that of the tab. */
function useAskedFor(isAskedFor: boolean, open: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (!isAskedFor) return;
    open();
    void navigate({ to: '.', search: {}, replace: true });
  });
}
