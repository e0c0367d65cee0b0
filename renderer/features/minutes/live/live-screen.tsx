import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseText, languageTags } from '#shared/domain/language.ts';
import { useCommand } from '../../../app/commands.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { useStorePart } from '../../../app/store.ts';
import { ReadOut } from '../../../ui/badge.tsx';
import { FallbackText } from '../../../ui/fallback-text.tsx';
import type { MinutesSession } from '../model/types.ts';
import { useShowInDocument } from '../show-in-document.ts';
import { FindBar } from '../find/find-bar.tsx';
import { CaptureRow, Rows } from '../rows/index.ts';
import { AddItem } from './add-item.tsx';
import { AgendaPane } from './agenda-pane.tsx';
import { type Live, LiveContext, useLive } from './context.ts';
import { Header } from './header.tsx';
import { firstItem, initialView } from './initial-view.ts';
import { ItemClock } from './item-clock.ts';
import styles from './live.module.css';
import { RecoveredNotice } from './recovered-notice.tsx';
import { RightPane } from './right-pane.tsx';
import { focusText } from './targets.ts';
import { usePanes } from './use-panes.ts';
import { liveView, patchView } from './view.ts';
import { useAgendaEntries } from './use-agenda-entries.ts';
import { usePeopleEntries } from './use-people-entries.ts';

export interface LiveScreenProps {
  session: MinutesSession;
  /** The entry that shall have the caret, from the address. */
  row: string | undefined;
}

/** Header, agenda, rows of the current item with the capture row, people or outcomes. */
export function LiveScreen({ session, row }: LiveScreenProps): ReactElement {
  const { t } = useTranslation('live');
  const uiLanguage = useUiLanguage();
  const screen = useRef<HTMLDivElement>(null);
  const [view] = useState(() => liveView(session.meetingId, () => initialView(session.state.get(), uiLanguage)));
  const [clock] = useState(() => new ItemClock(session, view));
  const live = useLiveParts(session, view);
  const panes = usePanes(screen, view);
  const isGone = useStorePart(session.state, (state) => state.isGone);
  const title = useStorePart(session.state, (state) => state.meeting.title);

  useEffect(() => clock.start(), [clock]);
  useCurrentItem(live);
  useItemCommands(live);
  useAgendaEntries(live);
  usePeopleEntries(live);
  useEffect(() => {
    // Whoever comes here wants to write.
    live.goTo({ rowId: row ?? null });
  }, [live, row]);
  const words = chooseText(title, uiLanguage).text;
  useEffect(() => {
    document.title = `${words === '' ? t('page.title') : words} – Trilogue`;
  }, [words, t]);

  return (
    <LiveContext value={live}>
      <div ref={screen} className={styles.live} {...(panes.isNarrow && { 'data-narrow': true })}>
        <Header clock={clock} panes={panes} />
        <RecoveredNotice meetingId={session.meetingId} />
        {isGone && (
          <p role="alert" className={styles.gone}>
            {t('page.gone')}
          </p>
        )}
        <div className={styles.panes}>
          {panes.isAgendaShown && <AgendaPane onClose={panes.isFolded ? panes.close : undefined} />}
          <section className={styles.middle} data-pane="minutes" tabIndex={-1} aria-label={t('page.minutes')}>
            <FindBar />
            <Middle />
          </section>
          {panes.isRightShown && <RightPane onClose={panes.close} isOverRows={panes.isFolded} />}
        </div>
        <ItemNews />
      </div>
    </LiveContext>
  );
}

function useLiveParts(session: MinutesSession, view: Live['view']): Live {
  const showInDocument = useShowInDocument(session);
  return useMemo(
    () => ({
      session,
      view,
      showInDocument,
      goTo(target) {
        // A row that is still in the capture row has its text there.
        if (target.rowId === null || target.rowId === view.get().captureId) {
          focusText({ ...target, rowId: null });
          return;
        }
        const entry = session.state.get().entries.get(target.rowId);
        if (entry === undefined) return;
        patchView(view, { itemId: entry.agendaItemId, selection: null });
        focusText(target);
      },
      goToItem(itemId) {
        patchView(view, { itemId, selection: null });
        focusText({ rowId: null });
      },
    }),
    [session, view, showInDocument],
  );
}

/** Keeps to an item that exists: the first one may be added here, the current one be deleted in another window. */
function useCurrentItem({ session, view }: Live): void {
  const agenda = useStorePart(session.state, (state) => state.agenda);
  useEffect(() => {
    if (!agenda.some((item) => item.id === view.get().itemId)) patchView(view, { itemId: firstItem(agenda) });
  }, [agenda, view]);
}

function useItemCommands({ session, view, goToItem }: Live): void {
  const go = (step: 1 | -1) => {
    const { agenda } = session.state.get();
    const next = agenda[agenda.findIndex((item) => item.id === view.get().itemId) + step];
    if (next) goToItem(next.id);
  };
  useCommand('minutes.nextItem', () => go(1));
  useCommand('minutes.previousItem', () => go(-1));
  useCommand('minutes.itemDiscussed', () => {
    const { itemId } = view.get();
    if (itemId === '') return;
    session.updateAgendaItem(itemId, { state: 'discussed' });
    go(1);
  });
}

/** The current item with its rows and, always on screen, the capture row; without an agenda a place to begin one. */
function Middle(): ReactElement {
  const { t } = useTranslation('live');
  const { session, view, goToItem } = useLive();
  const itemId = useStorePart(view, (state) => state.itemId);
  const index = useStorePart(session.state, ({ agenda }) => agenda.findIndex(({ id }) => id === itemId));
  const item = useStorePart(session.state, ({ agenda }) => agenda[index]);
  if (!item) {
    return (
      <div className={styles.begin}>
        <p>{t('agenda.none')}</p>
        <AddItem isFirst onOpen={goToItem} />
      </div>
    );
  }
  return (
    <>
      <div className={styles.scroll}>
        <h2 className={styles.heading}>
          <span>{index + 1}.</span>
          <span>
            <FallbackText value={item.title} empty={t('agenda.untitled')} />
          </span>
        </h2>
        <Rows />
      </div>
      <div className={styles.capture}>
        <CaptureRow />
      </div>
    </>
  );
}

/** Says the current item to a screen reader when it changes, not when the screen is opened. */
function ItemNews(): ReactElement {
  const { t } = useTranslation('live');
  const uiLanguage = useUiLanguage();
  const { session, view } = useLive();
  const itemId = useStorePart(view, (state) => state.itemId);
  const [firstId] = useState(itemId);
  const [hasChanged, setChanged] = useState(false);
  if (!hasChanged && itemId !== firstId) setChanged(true);
  const index = useStorePart(session.state, ({ agenda }) => agenda.findIndex(({ id }) => id === itemId));
  const title = useStorePart(session.state, ({ agenda }) => agenda[index]?.title);
  const chosen = title && chooseText(title, uiLanguage);
  return (
    <p role="status">
      {hasChanged && chosen && (
        <ReadOut>
          {t('page.nowItem', { number: index + 1 })} <span lang={languageTags[chosen.language]}>{chosen.text}</span>
        </ReadOut>
      )}
    </p>
  );
}
