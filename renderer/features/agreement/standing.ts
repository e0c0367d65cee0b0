import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Circulation, ListedComment } from '#shared/contract/circulations.ts';
import type { Letter } from '#shared/contract/letters.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import type { AgreeingState, Version } from '#shared/contract/versions.ts';
import { type ChosenText, chooseText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';

/** Everything that the sections of the tab look at. */
export interface Standing {
  detail: MeetingDetail;
  state: AgreeingState;
  /** Oldest first. */
  circulations: readonly Circulation[];
  comments: readonly ListedComment[];
  letters: readonly Letter[];
}

/** undefined while it is being read; throws the first error to the route's page. */
export function useStanding(detail: MeetingDetail): Standing | undefined {
  const input = { meetingId: detail.meeting.id };
  const state = useQuery(query.versions.state.queryOptions({ input }));
  const circulations = useQuery(query.circulations.list.queryOptions({ input }));
  const comments = useQuery(query.circulations.comments.queryOptions({ input }));
  const letters = useQuery(query.letters.list.queryOptions({ input }));
  const error = state.error ?? circulations.error ?? comments.error ?? letters.error;
  if (error) throw error;
  if (!state.data || !circulations.data || !comments.data || !letters.data) return undefined;
  return {
    detail,
    state: state.data,
    circulations: circulations.data.toSorted((a, b) => a.openedAtMs - b.openedAtMs),
    comments: comments.data,
    letters: letters.data,
  };
}

export const newestVersion = (state: AgreeingState): Version | undefined => state.versions.at(-1);

/** The round that comments belong to: the one that is open, or else the last one that was not taken back. */
export function presentRound(circulations: readonly Circulation[]): Circulation | undefined {
  return (
    circulations.find(({ closedAtMs }) => closedAtMs === null) ??
    circulations.findLast(({ outcome }) => outcome !== 'withdrawn')
  );
}

/** The name of a side in the reader's language; null stands for a meeting without sides, or for nobody known. */
export function useSideName(detail: MeetingDetail): (sideId: string) => ChosenText {
  const { t } = useTranslation('agreement');
  const language = useUiLanguage();
  return (sideId) => {
    const index = detail.meeting.sides.findIndex(({ id }) => id === sideId);
    const side = detail.meeting.sides[index];
    const name = side && chooseText(side.name, language);
    return name && name.text !== '' ? name : { text: t('side', { number: index + 1 }), language, isFallback: false };
  };
}
