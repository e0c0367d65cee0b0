import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the focus near when a row is taken out of a list: it goes to the button of the row that takes its place, else
 * of the one before it, else to `fallback`. Each row's button stands in an element with `data-removal`.
 *
 * @returns call it with the place of the row that is about to go
 */
export function useFocusAfterRemoval(
  list: RefObject<HTMLElement | null>,
  count: number,
  fallback?: () => void,
): (index: number) => void {
  const removal = useRef<{ index: number; count: number } | null>(null);
  useLayoutEffect(() => {
    const gone = removal.current;
    if (gone === null || count >= gone.count) return;
    removal.current = null;
    // Somebody has gone on meanwhile.
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const buttons = list.current?.querySelectorAll<HTMLElement>('[data-removal] button') ?? [];
    const next = buttons[Math.min(gone.index, buttons.length - 1)];
    if (next) next.focus();
    else fallback?.();
  }, [list, count, fallback]);
  return (index) => {
    removal.current = { index, count };
  };
}
