import { type RefObject, useLayoutEffect } from 'react';
import { rowOf } from './row-parts.ts';

/** So near to the end counts as being there, in pixels: heights are fractions. */
const nearEnd = 12;

/**
 * Keeps the newest row in view while the capture row is written, also when that grows. Who has scrolled away to read
 * something, or writes in a row of the list, is left alone. Another item begins at its end.
 */
export function useStickToEnd(list: RefObject<HTMLElement | null>, itemId: string): void {
  useLayoutEffect(() => {
    const element = list.current;
    const frame = element && scrollParent(element);
    if (!element || !frame) return;
    let isAtEnd = true;
    let lastTop = 0;
    const follow = () => {
      const { scrollTop } = frame;
      // Rows that come near the screen grow after one has got there; only who goes up leaves the end.
      if (frame.scrollHeight - scrollTop - frame.clientHeight < nearEnd) isAtEnd = true;
      else if (scrollTop < lastTop) isAtEnd = false;
      lastTop = scrollTop;
    };
    const stick = () => {
      if (!isAtEnd || typeof rowOf(document.activeElement) === 'string') return;
      frame.scrollTo({ top: frame.scrollHeight });
      lastTop = frame.scrollTop;
    };
    stick();
    const observer = new ResizeObserver(stick);
    observer.observe(element);
    observer.observe(frame);
    frame.addEventListener('scroll', follow, { passive: true });
    return () => {
      observer.disconnect();
      frame.removeEventListener('scroll', follow);
    };
  }, [list, itemId]);
}

function scrollParent(element: HTMLElement): HTMLElement | null {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    if (/auto|scroll/u.test(getComputedStyle(parent).overflowY)) return parent;
  }
  return null;
}
