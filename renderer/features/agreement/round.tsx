import { BellRing, CircleStop, Mail, Undo2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Circulation } from '#shared/contract/circulations.ts';
import { movesFrom } from '#shared/domain/meeting-moves.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/section.tsx';
import styles from './agreement.module.css';
import { LettersOf } from '../letters/index.ts';
import { dayFromNow } from './days.ts';
import type { LettersTask } from './letters-dialog.tsx';
import type { Standing } from './standing.ts';
import { useAct } from './use-act.ts';

const outcomeKeys = {
  '': 'rounds.open',
  closed: 'rounds.closed',
  withdrawn: 'rounds.withdrawn',
  agreed: 'rounds.agreed',
} as const satisfies Record<Circulation['outcome'], string>;

export interface RoundProps {
  circulation: Circulation;
  standing: Standing;
  onTask: (task: LettersTask) => void;
}

/** One round: what was sent when and to whom, what came back, and what can be done about it. */
export function Round({ circulation, standing, onTask }: RoundProps): ReactElement {
  const { t } = useTranslation('agreement');
  const format = useFormat();
  const act = useAct();
  const [areLettersShown, setLettersShown] = useState(false);
  const { detail, comments } = standing;
  const letters = standing.letters.filter(({ circulationId }) => circulationId === circulation.id);
  const sent = letters.filter(({ sentAtMs }) => sentAtMs !== null).length;
  const received = comments.filter(({ circulationId }) => circulationId === circulation.id).length;
  const isOpen = circulation.closedAtMs === null;
  const isLate = isOpen && circulation.commentsDue !== null && circulation.commentsDue < dayFromNow(0);
  const isNewest = standing.circulations.at(-1) === circulation;
  const canWithdraw =
    isNewest &&
    movesFrom({ status: detail.meeting.status, isAmending: detail.isAmending }).some(({ name }) => name === 'withdraw');
  const name = t('rounds.of', { version: circulation.versionNumber, day: format.day(circulation.openedAtMs) });

  return (
    <div className={styles.round} role="group" aria-label={name}>
      <div className={styles.head}>
        <h3 className={styles.subtitle}>{name}</h3>
        <Badge tone={isOpen ? 'info' : 'neutral'}>{t(outcomeKeys[circulation.outcome])}</Badge>
      </div>
      <Facts
        facts={[
          {
            term: t('rounds.due'),
            value:
              circulation.commentsDue === null ? (
                t('rounds.noDue')
              ) : (
                <>
                  {format.date(circulation.commentsDue)}
                  {isLate && <span className={styles.warning}> {t('rounds.late')}</span>}
                </>
              ),
          },
          { term: t('rounds.letters'), value: t('rounds.lettersSent', { sent, total: letters.length }) },
          { term: t('rounds.comments'), value: format.number(received) },
          ...(circulation.note === '' ? [] : [{ term: t('rounds.note'), value: circulation.note }]),
          ...(circulation.closedAtMs === null
            ? []
            : [{ term: t('rounds.ended'), value: format.day(circulation.closedAtMs) }]),
        ]}
      />
      <div className={styles.buttons}>
        {letters.length > 0 && (
          <Button aria-expanded={areLettersShown} onPress={() => setLettersShown(!areLettersShown)}>
            <Mail aria-hidden />
            {areLettersShown ? t('rounds.hideLetters') : t('rounds.showLetters')}
          </Button>
        )}
        {isOpen && (
          <>
            <Button onPress={() => onTask({ kind: 'letters', circulationId: circulation.id })}>
              <Mail aria-hidden />
              {t('rounds.draftLetters')}
            </Button>
            <Button onPress={() => onTask({ kind: 'remind', circulationId: circulation.id })}>
              <BellRing aria-hidden />
              {t('rounds.remind')}
            </Button>
            <Button
              onPress={() => void act(() => api.circulations.close({ id: circulation.id }), t('rounds.wasClosed'))}
            >
              <CircleStop aria-hidden />
              {t('rounds.close')}
            </Button>
          </>
        )}
        {canWithdraw && (
          <Button
            onPress={() =>
              void act(() => api.circulations.withdraw({ meetingId: detail.meeting.id }), t('rounds.wasWithdrawn'))
            }
          >
            <Undo2 aria-hidden />
            {t('rounds.withdraw')}
          </Button>
        )}
      </div>
      {areLettersShown && letters.length > 0 && (
        <LettersOf meetingId={detail.meeting.id} circulationId={circulation.id} />
      )}
    </div>
  );
}
