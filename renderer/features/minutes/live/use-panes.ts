import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useCommand } from '../../../app/commands.ts';
import { isComposingKey } from '../../../app/composing-key.ts';
import { type Store, useStorePart } from '../../../app/store.ts';
import { usePeopleCommands } from '../people/people-commands.ts';
import { focusText } from './targets.ts';
import { type LiveView, patchView, type RightTab } from './view.ts';

/** What of the screen is on view, and how to change it. */
export interface Panes {
  /** There is no room for panes beside the rows: one at a time opens over them. */
  isNarrow: boolean;
  /** Narrow, or focus mode: panes are away until they are asked for, one at a time. */
  isFolded: boolean;
  isFocusMode: boolean;
  isAgendaShown: boolean;
  isRightShown: boolean;
  toggleAgenda: () => void;
  toggleRight: () => void;
  toggleFocusMode: () => void;
  /** Closes what was asked for, else the right pane. */
  close: () => void;
}

/** Below this width, in rem, agenda, rows and right pane do not fit side by side. */
const foldedBelow = 50;

export function usePanes(screen: RefObject<HTMLElement | null>, view: Store<LiveView>): Panes {
  const rightPane = useStorePart(view, (state) => state.rightPane);
  const isFocusMode = useStorePart(view, (state) => state.isFocusMode);
  const isNarrow = useIsNarrow(screen);
  const [asked, setAsked] = useState<'agenda' | 'right' | null>(null);
  const lastTab = useRef(rightPane ?? 'people');
  const isFolded = isNarrow || isFocusMode;
  if (asked !== null && !isFolded) setAsked(null);

  const isAgendaShown = isFolded ? asked === 'agenda' : true;
  const isRightShown = isFolded ? asked === 'right' : rightPane !== null;

  const hideRight = () => {
    if (rightPane !== null) lastTab.current = rightPane;
    if (!isFolded) patchView(view, { rightPane: null });
  };
  const close = () => {
    const isInside = document.activeElement?.closest('[data-live-pane]') !== null;
    if (isRightShown) hideRight();
    setAsked(null);
    // The focus would fall out of the page with the pane that has it.
    if (isInside) focusText({ rowId: null });
  };
  const showRight = (tab: RightTab) => {
    patchView(view, { rightPane: tab });
    if (isFolded) setAsked('right');
  };
  const toggleRight = () => (isRightShown ? close() : showRight(rightPane ?? lastTab.current));
  const toTab = (tab: 'people' | 'outcomes') => {
    if (isRightShown && rightPane === tab) focusRightPane();
    else showRight(tab);
  };
  const toggleFocusMode = () => {
    setAsked(null);
    patchView(view, { isFocusMode: !isFocusMode });
  };

  useCommand('view.rightPane', toggleRight);
  useCommand('view.people', () => toTab('people'));
  useCommand('view.outcomes', () => toTab('outcomes'));
  useCommand('view.focus', toggleFocusMode);
  usePeopleCommands(() => showRight('people'));
  useRailHidden(isFocusMode);

  return {
    isNarrow,
    isFolded,
    isFocusMode,
    isAgendaShown,
    isRightShown,
    toggleAgenda: () => (asked === 'agenda' ? close() : setAsked('agenda')),
    toggleRight,
    toggleFocusMode,
    close,
  };
}

/** Escape closes a pane that lies over the rows, unless a list, a menu or an input method in it has taken the key. */
export function closesOnEscape(close: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isComposingKey(event)) return;
    // A dialog that was opened from the pane stands elsewhere in the page.
    if (!event.currentTarget.contains(event.target as Node)) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
}

/** Asked for again, the pane takes the focus. */
function focusRightPane(): void {
  document.querySelector<HTMLElement>('[data-pane="right"] [role="tab"][aria-selected="true"]')?.focus();
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
