import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useCommand } from '../../../app/commands.ts';
import { type Store, useStorePart } from '../../../app/store.ts';
import { usePeopleCommands } from '../people/people-commands.ts';
import { focusText } from './targets.ts';
import { type LiveView, patchView } from './view.ts';

/** What of the screen is on view, and how to change it. */
export interface Panes {
  /** No room for panes beside the rows, or focus mode: one at a time opens over the rows. */
  isFolded: boolean;
  isFocusMode: boolean;
  isAgendaShown: boolean;
  isRightShown: boolean;
  toggleAgenda: () => void;
  toggleRight: () => void;
  toggleFocusMode: () => void;
  /** Closes what is open over the rows, else the right pane. */
  close: () => void;
}

/** Below this width, in rem, agenda, rows and right pane do not fit side by side. */
const foldedBelow = 50;

export function usePanes(screen: RefObject<HTMLElement | null>, view: Store<LiveView>): Panes {
  const rightPane = useStorePart(view, (state) => state.rightPane);
  const isFocusMode = useStorePart(view, (state) => state.isFocusMode);
  const isNarrow = useIsNarrow(screen);
  const [over, setOver] = useState<'agenda' | 'right' | null>(null);
  const lastTab = useRef(rightPane ?? 'people');
  const isFolded = isNarrow || isFocusMode;
  if (over !== null && !isFolded) setOver(null);

  const isAgendaShown = isFolded ? over === 'agenda' : true;
  const isRightShown = isFolded ? over === 'right' : rightPane !== null;

  const hideRight = () => {
    if (rightPane !== null) lastTab.current = rightPane;
    if (!isFolded) patchView(view, { rightPane: null });
  };
  const close = () => {
    const isInside = document.activeElement?.closest('[data-live-pane]') !== null;
    if (isRightShown) hideRight();
    setOver(null);
    // The focus would fall out of the page with the pane that has it.
    if (isInside) focusText({ rowId: null });
  };
  const showRight = (tab: 'people' | 'outcomes') => {
    patchView(view, { rightPane: tab });
    if (isFolded) setOver('right');
  };
  const toggleRight = () => (isRightShown ? close() : showRight(rightPane ?? lastTab.current));
  const toggleTab = (tab: 'people' | 'outcomes') => (isRightShown && rightPane === tab ? close() : showRight(tab));
  const toggleFocusMode = () => {
    setOver(null);
    patchView(view, { isFocusMode: !isFocusMode });
  };

  useCommand('view.rightPane', toggleRight);
  useCommand('view.people', () => toggleTab('people'));
  useCommand('view.outcomes', () => toggleTab('outcomes'));
  useCommand('view.focus', toggleFocusMode);
  usePeopleCommands(() => showRight('people'));
  useRailHidden(isFocusMode);

  return {
    isFolded,
    isFocusMode,
    isAgendaShown,
    isRightShown,
    toggleAgenda: () => (over === 'agenda' ? close() : setOver('agenda')),
    toggleRight,
    toggleFocusMode,
    close,
  };
}

function useIsNarrow(screen: RefObject<HTMLElement | null>): boolean {
  const [isNarrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const element = screen.current;
    if (!element) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setNarrow(element.clientWidth < foldedBelow * rem);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [screen]);
  return isNarrow;
}

/** The shell's style sheet takes the rail away; nothing of the shell is drawn anew. */
function useRailHidden(isHidden: boolean): void {
  useLayoutEffect(() => {
    if (!isHidden) return;
    document.documentElement.dataset.rail = 'hidden';
    return () => {
      delete document.documentElement.dataset.rail;
    };
  }, [isHidden]);
}
