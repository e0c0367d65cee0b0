import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';

export interface FocusAfterRemoval<T extends HTMLElement> {
  ref: RefObject<T | null>;
  tabIndex: -1;
  onFocus: (event: FocusEvent) => void;
}

/**
 * For a box with a button in each row that takes the row away, or one that goes by being pressed: the focus must not fall
 * out of the list with it. It goes to the button that stands in its place, else to the one before, else to the box.
 *
 * @param buttons a selector of these buttons
 * @param rows changes when rows or such buttons come or go
 */
export function useFocusAfterRemoval<T extends HTMLElement>(buttons: string, rows: string): FocusAfterRemoval<T> {
  const ref = useRef<T>(null);
  const last = useRef<{ element: Element; index: number } | null>(null);
  useLayoutEffect(() => {
    const was = last.current;
    if (was === null || was.element.isConnected || document.activeElement !== document.body) return;
    last.current = null;
    const left = ref.current?.querySelectorAll<HTMLElement>(buttons) ?? [];
    (left[Math.min(was.index, left.length - 1)] ?? ref.current)?.focus();
  }, [buttons, rows]);
  return {
    ref,
    tabIndex: -1,
    onFocus: ({ target }) => {
      const index = [...(ref.current?.querySelectorAll(buttons) ?? [])].indexOf(target);
      last.current = index === -1 ? null : { element: target, index };
    },
  };
}
