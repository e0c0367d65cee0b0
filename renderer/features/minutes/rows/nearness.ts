import { type RefObject, startTransition, useLayoutEffect } from 'react';
import { flushSync } from 'react-dom';

/** Browsers tell it of elements with `content-visibility: auto` that come near the screen or go away from it. */
const stateChange = 'contentvisibilityautostatechange';

const waiting = new WeakMap<Element, () => void>();

/** Runs once when the row comes near the screen; the answer stops waiting. */
export function whenNear(row: Element, run: () => void): () => void {
  waiting.set(row, run);
  return () => waiting.delete(row);
}

/** The row is needed with all its fields now, wherever it is. */
export function bringNear(row: Element): void {
  const run = waiting.get(row);
  if (run) flushSync(run);
}

/** One listener for all rows of a list: the browser knows already what is near, nothing has to be observed. */
export function useNearness(list: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { current: element } = list;
    const follow = (event: Event) => {
      if ('skipped' in event && event.skipped === true) return;
      // What is typed meanwhile goes first.
      if (event.target instanceof Element) startTransition(waiting.get(event.target) ?? (() => undefined));
    };
    element?.addEventListener(stateChange, follow, { capture: true });
    return () => element?.removeEventListener(stateChange, follow, { capture: true });
  }, [list]);
}
