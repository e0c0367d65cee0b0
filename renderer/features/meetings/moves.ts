import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Meeting, MeetingDetail } from '#shared/contract/meetings.ts';
import { type MeetingMove, type MeetingStage, movesFrom } from '#shared/domain/meeting-moves.ts';
import { api } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { meetingStatusKeys } from '../../app/record-words.ts';
import { flushAll } from '../../app/saving.ts';
import { timeNow } from './meeting-clock.ts';

type ChoiceName = 'start' | 'record' | 'cancel_start' | 'end' | 'resume' | 'replan';

/** What the user can do at once, without further conditions; the words of the others stand where they are made. */
export const choiceKeys = {
  start: 'move.start',
  record: 'move.record',
  cancel_start: 'move.cancelStart',
  end: 'move.end',
  resume: 'move.resume',
  replan: 'move.replan',
} as const satisfies Record<ChoiceName, string>;

export type Choice = MeetingMove & { name: ChoiceName };

export function choicesOf(stage: MeetingStage): Choice[] {
  return movesFrom(stage).filter((move): move is Choice => move.by === 'choice');
}

export type BadgeTone = 'neutral' | 'info' | 'good' | 'warning';

const tones: Record<Meeting['status'], BadgeTone> = {
  planned: 'neutral',
  live: 'warning',
  draft: 'info',
  circulated: 'info',
  agreed: 'good',
  amended: 'good',
};

/** The state of a meeting in words, and the tone they have. */
export function useStage({ meeting, isAmending }: Pick<MeetingDetail, 'meeting' | 'isAmending'>): {
  stage: MeetingStage;
  words: string;
  tone: BadgeTone;
} {
  const { t } = useTranslation(['meetings']);
  const { status } = meeting;
  const isAmendingDraft = isAmending && status === 'draft';
  return {
    stage: { status, isAmending },
    words: isAmendingDraft ? t('stage.amending') : t(meetingStatusKeys[status]),
    tone: isAmendingDraft ? 'warning' : tones[status],
  };
}

/** Makes a move and says so with a way back; the end of the meeting leads to the check list. */
export function useMakeMove(meeting: Meeting): (move: Choice) => Promise<void> {
  const { t } = useTranslation(['meetings', 'common']);
  const navigate = useNavigate();
  return async ({ name, to }) => {
    const time =
      name === 'start' ? timeNow(meeting, 'startTime') : name === 'end' ? timeNow(meeting, 'endTime') : undefined;
    try {
      await flushAll();
      await api.meetings.update({ id: meeting.id, status: to, ...time });
      notify(t('meetings:move.done', { state: t(meetingStatusKeys[to]) }), {
        label: t('common:undo'),
        run: () => void undo(),
      });
      if (name === 'end') {
        await navigate({
          to: '/meetings/$meetingId/agreement',
          params: { meetingId: meeting.id },
          search: { focus: 'check' },
        });
      }
    } catch (error) {
      notifyError(error);
    }
  };
}
