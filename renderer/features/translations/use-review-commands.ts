import type { TFunction } from 'i18next';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextPlace } from '#shared/contract/translations.ts';
import { stateOf } from '#shared/domain/translations/state.ts';
import { useCommand } from '../../app/commands.ts';
import { hasOwnUndo } from '../../app/shortcuts.ts';
import { findBelow } from './model/gaps.ts';
import { type Line, translatedOf } from './model/lines.ts';
import type { Review } from './model/review.ts';
import { focusText, isInTexts } from './cells/places.ts';

export interface ReviewActions {
  /** Finishes the text where the caret is, and goes on. */
  finish: () => void;
  right: (place: TextPlace) => void;
  /** Of a filled text: reviewed, or not after all. */
  toggleReviewed: (place: TextPlace) => void;
  /** Of an empty text. */
  toggleNotNeeded: (place: TextPlace) => void;
  goToGap: (step: 1 | -1) => void;
}

/** What is done with texts, by key, menu and button; each says what it did. */
export function useReviewActions(review: Review): ReviewActions {
  const { t } = useTranslation('translations');
  return useMemo(() => makeActions(review, t), [review, t]);
}

function makeActions(review: Review, t: TFunction<'translations'>): ReviewActions {
  const { session } = review;

  const left = (): string => {
    const { filter } = review.view.get();
    const { missing, outdated, unreviewed } = review.gaps.get();
    const count = { all: missing + outdated, missing, outdated, unreviewed }[filter];
    return count === 0 ? t('said.noGaps') : t('said.gapsLeft', { count });
  };
  const say = (words: string) => review.say(`${words} ${left()}`);
  const stateAt = (place: TextPlace) => {
    const translated = translatedOf(session.state.get(), place);
    return (
      translated && { state: stateOf(translated, place.language), status: translated.texts[place.language].status }
    );
  };

  return {
    finish() {
      const place = review.place.get();
      if (place === null) return;
      const buffer = review.buffer(place);
      const { isBlank, isTooLong, conflict } = buffer.state.get();
      // First the text itself has to be settled.
      if (isTooLong || conflict !== null) return;
      void buffer.flush();
      if (!isBlank) session.settle([place], 'reviewed');
      const isWanted = ({ reference }: Line) => review.isGapAt({ ...reference, language: place.language });
      const next = findBelow(review.shown.get(), place, review.view.get().filter === 'all' ? null : isWanted);
      say(isBlank ? t('said.passed') : t('said.reviewed'));
      if (next !== null) focusText(review, next);
    },
    right(place) {
      if (stateAt(place)?.state !== 'outdated') return;
      session.settle([place], 'right');
      say(t('said.right'));
    },
    toggleReviewed(place) {
      const at = stateAt(place);
      if (at === undefined) return;
      const isDone = at.state === 'filled' && at.status === 'reviewed';
      session.settle([place], isDone ? 'draft' : 'reviewed');
      say(isDone ? t('said.draft') : t('said.reviewed'));
    },
    toggleNotNeeded(place) {
      if (!review.buffer(place).state.get().isBlank) return;
      void review.buffer(place).flush();
      const isNotNeeded = stateAt(place)?.state === 'not_needed';
      session.settle([place], isNotNeeded ? 'needed' : 'not_needed');
      say(isNotNeeded ? t('said.needed') : t('said.notNeeded'));
    },
    goToGap(step) {
      const gap = review.nextGap(step);
      if (gap === null) review.say(t('said.noGaps'));
      else focusText(review, gap);
    },
  };
}

export function useReviewCommands(review: Review, actions: ReviewActions, isReadOnly: boolean): void {
  const { session } = review;
  const here = () => (isInTexts() ? review.place.get() : null);
  const stateHere = () => {
    const place = here();
    const translated = place && translatedOf(session.state.get(), place);
    return place && translated ? stateOf(translated, place.language) : null;
  };
  useCommand('changes.next', () => actions.goToGap(1));
  useCommand('changes.previous', () => actions.goToGap(-1));
  useCommand('row.commit', actions.finish, { isEnabled: () => here() !== null });
  useCommand('review.right', () => withPlace(here(), actions.right), {
    isEnabled: () => !isReadOnly && stateHere() === 'outdated',
  });
  useCommand('review.notNeeded', () => withPlace(here(), actions.toggleNotNeeded), {
    isEnabled: () => {
      const place = here();
      return !isReadOnly && place !== null && review.buffer(place).state.get().isBlank;
    },
  });
  const isOurs = () => hasOwnUndo(document.activeElement) && isInTexts();
  useCommand('app.undo', () => void session.undo(), { isEnabled: isOurs });
  useCommand('app.redo', () => void session.redo(), { isEnabled: isOurs });
  useEffect(() => review.follow(), [review]);
}

function withPlace(place: TextPlace | null, run: (place: TextPlace) => void): void {
  if (place !== null) run(place);
}
