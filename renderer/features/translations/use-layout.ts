import { type RefObject, useLayoutEffect, useState } from 'react';

/** `wide`: what a line is stands in a column of its own; `columns`: above its texts; `stacked`: texts below each other. */
export type GridLayout = 'wide' | 'columns' | 'stacked';

/** In rem: with less, a column of text would be a ladder of single words. */
const narrowestColumn = 14.5;
const wideFrom = 60;
/** Below it the pane beside the grid would leave too little for either. */
const paneFrom = 56;

export interface ReviewLayout {
  grid: GridLayout;
  /** There is no room for the pane: it opens over the grid. */
  isNarrow: boolean;
}

/** Follows the room there is: `frame` around grid and pane, `grid` around the grid alone. */
export function useLayout(
  frame: RefObject<HTMLElement | null>,
  grid: RefObject<HTMLElement | null>,
  columns: number,
): ReviewLayout {
  const [layout, setLayout] = useState<ReviewLayout>({ grid: 'wide', isNarrow: false });
  useLayoutEffect(() => {
    const { current: around } = frame;
    const { current: inside } = grid;
    if (around === null || inside === null) return;
    const scroller = scrollParent(around);
    const measure = () => {
      // The pane stays on screen as a whole while one scrolls.
      around.style.setProperty('--room', `${String(scroller.clientHeight)}px`);
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const width = inside.clientWidth / rem;
      const next: ReviewLayout = {
        grid: width < narrowestColumn * columns ? 'stacked' : width < wideFrom ? 'columns' : 'wide',
        isNarrow: around.clientWidth / rem < paneFrom,
      };
      setLayout((now) => (now.grid === next.grid && now.isNarrow === next.isNarrow ? now : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(around);
    observer.observe(inside);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [frame, grid, columns]);
  return layout;
}

function scrollParent(element: HTMLElement): HTMLElement {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    if (/auto|scroll/u.test(getComputedStyle(parent).overflowY)) return parent;
  }
  return document.documentElement;
}
