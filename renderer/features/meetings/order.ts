import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { isComposingKey } from '../../app/composing-key.ts';
import { keyBetween, type Ordered } from '../../app/order-keys.ts';

/** The key that moves `rows[index]` one place up (-1) or down (1); null at the end of the list. */
export function keyAfterMove(rows: readonly Ordered[], index: number, step: 1 | -1): string | null {
  const target = index + step;
  if (target < 0 || target >= rows.length) return null;
  return step === -1 ? keyBetween(rows[target - 1], rows[target]) : keyBetween(rows[target], rows[target + 1]);
}

/**
 * Moving a row's element takes the focus out of it. Call the result before a move; the focus and the caret come back
 * when `order` has changed.
 */
export function useKeepFocus(order: string): () => void {
  const kept = useRef<{ element: HTMLElement; start: number | null; end: number | null } | null>(null);
  useLayoutEffect(() => {
    const was = kept.current;
    kept.current = null;
    if (!was || !was.element.isConnected || document.activeElement === was.element) return;
    was.element.focus();
    if (was.start !== null && was.element instanceof HTMLTextAreaElement) {
      was.element.setSelectionRange(was.start, was.end);
    }
  }, [order]);
  return () => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return;
    const isArea = element instanceof HTMLTextAreaElement;
    kept.current = {
      element,
      start: isArea ? element.selectionStart : null,
      end: isArea ? element.selectionEnd : null,
    };
  };
}

/** Alt+↑ and Alt+↓ move the row; in a list of choices they open it, as everywhere. */
export function moveStep(event: KeyboardEvent): 1 | -1 | null {
  if (!event.altKey || event.ctrlKey || event.metaKey || isComposingKey(event)) return null;
  if (event.target instanceof Element && event.target.closest('[role="combobox"], [aria-haspopup="listbox"]'))
    return null;
  return event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
}
