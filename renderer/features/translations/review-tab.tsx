import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { TextPlace } from '#shared/contract/translations.ts';
import { defaultSettings, type Settings } from '#shared/contract/settings.ts';
import { query } from '../../app/api.ts';
import { createStore, useStore, useStorePart } from '../../app/store.ts';
import { ReadOut } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/button.tsx';
import { useIsReadOnly } from '../../ui/read-only.tsx';
import { AssistPane } from '../assist/index.ts';
import type { FocusSearch } from '../meetings/index.ts';
import { type MinutesSession, useMinutesSession } from '../minutes/index.ts';
import { focusText } from './cells/places.ts';
import { ReviewContext } from './context.ts';
import { Grid, Nothing } from './grid.tsx';
import { findTarget } from './model/target.ts';
import { Review } from './model/review.ts';
import styles from './review-tab.module.css';
import { Toolbar } from './toolbar.tsx';
import { useBases } from './use-bases.ts';
import { useLayout } from './use-layout.ts';
import { usePane } from './use-pane.ts';
import { useReviewActions, useReviewCommands } from './use-review-commands.ts';
import { useWorkbench } from './use-workbench.ts';
import { useReviewWords } from './words.ts';

/** All texts of a meeting, language beside language, with what helps to translate and to check them. */
export function ReviewTab(): ReactElement | null {
  const { meetingId }: { meetingId: string } = useParams({ from: '/meetings/$meetingId' });
  const session = useMinutesSession(meetingId);
  const { data: settings, isError } = useQuery(query.settings.get.queryOptions());
  const known = settings ?? (isError ? defaultSettings : undefined);
  if (!session || !known) return null;
  return <Workplace key={meetingId} session={session} settings={known} />;
}

function Workplace({ session, settings }: { session: MinutesSession; settings: Settings }): ReactElement {
  const { t } = useTranslation('translations');
  const isReadOnly = useIsReadOnly();
  const words = useReviewWords();
  const [review] = useState(() => new Review(session, { filter: 'all', part: 'all', columns: settings.reviewColumns }));
  const actions = useReviewActions(review);
  const bases = useBases(review);
  const [checks] = useState(() => createStore(0));
  const workbench = useWorkbench(review, words, isReadOnly, checks);
  const isEmpty = useStorePart(review.shown, (lines) => lines.length === 0);
  const isGone = useStorePart(session.state, (state) => state.isGone);
  const columns = useStore(review.columns);

  const frame = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLDivElement>(null);
  const layout = useLayout(frame, main, columns.length);
  const { uiLanguage } = words;
  useEffect(() => review.arrange(layout.grid === 'stacked' ? uiLanguage : null), [review, layout.grid, uiLanguage]);
  const pane = usePane(settings.reviewPane, layout.isNarrow, review);
  useReviewCommands(review, actions, isReadOnly);
  useTarget(review);

  const parts = useMemo(
    () => ({ review, words, actions, isReadOnly, bases }),
    [review, words, actions, isReadOnly, bases],
  );
  const check = () => {
    // The pane has to be there to hear of it; what is checked is what is on disk.
    flushSync(() => pane.show());
    void session.flush().then(() => checks.set(checks.get() + 1));
  };
  return (
    <ReviewContext value={parts}>
      <div ref={frame} className={styles.frame} data-narrow={layout.isNarrow || undefined}>
        {isGone && <p role="alert">{t('gone')}</p>}
        <Toolbar isPaneShown={pane.isShown} onPane={pane.toggle} onCheck={check} />
        <div className={styles.sides} data-split={(pane.isShown && !layout.isNarrow) || undefined}>
          <div ref={main} className={styles.main} data-pane="review" tabIndex={-1}>
            {isEmpty ? <Nothing /> : <Grid layout={layout.grid} />}
          </div>
          {pane.isShown && (
            <div className={styles.pane} data-review-pane onKeyDown={pane.onKeyDown}>
              {layout.isNarrow && (
                <div className={styles.paneHead}>
                  <IconButton
                    autoFocus
                    isForReading
                    label={t('pane.close')}
                    icon={<X aria-hidden />}
                    command="view.rightPane"
                    onPress={pane.toggle}
                  />
                </div>
              )}
              <AssistPane workbench={workbench} />
            </div>
          )}
        </div>
        <Said review={review} />
      </div>
    </ReviewContext>
  );
}

function Said({ review }: { review: Review }): ReactElement {
  const said = useStore(review.said);
  return (
    <div role="status">
      <ReadOut>{said}</ReadOut>
    </div>
  );
}

/** Goes to the text that the address names (`?focus=…&language=ru`), once. */
function useTarget(review: Review): void {
  const { focus, language }: FocusSearch = useSearch({ from: '/meetings/$meetingId' });
  const done = useRef('');
  useEffect(() => {
    const wanted = `${focus ?? ''}/${language ?? ''}`;
    if (done.current === wanted) return;
    // Outside the commit: what is not drawn yet is drawn at once there, and React does not draw inside an effect.
    const frame = requestAnimationFrame(() => {
      done.current = wanted;
      const place: TextPlace | null = findTarget(review, focus, language);
      if (place !== null) focusText(review, place);
    });
    return () => cancelAnimationFrame(frame);
  }, [review, focus, language]);
}
