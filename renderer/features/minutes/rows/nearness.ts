import { type RefObject, useLayoutEffect } from 'react';

/** Browsers tell it of elements with `content-visibility: auto` that come near the screen or go away from it. */
const stateChange = 'contentvisibilityautostatechange';

const waiting = new WeakMap<Element, () => void>();

/** Runs once when the row comes near the screen; the answer stops waiting. */
export function whenNear(row: Element, run: () => void): () => void {
  waiting.set(row, run);
  return () => waiting.delete(row);
}

/** One listener for all rows of a list: the browser knows already what is near, nothing has to be observed. */
export function useNearness(list: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { current: element } = list;
    const follow = (event: Event) => {
      if ('skipped' in event && event.skipped === true) return;
      if (event.target instanceof Element) waiting.get(event.target)?.();
    };
    element?.addEventListener(stateChange, follow, { capture: true });
    return () => element?.removeEventListener(stateChange, follow, { capture: true });
  }, [list]);
}
