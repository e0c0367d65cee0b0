import { type RefObject, useLayoutEffect, useRef } from 'react';
import { trackPx } from './clusters.ts';
import { toMs, type TimelineData } from './events.ts';
import type { Layout } from './layout.ts';
import type { Scale } from './scale.ts';
import type { ActiveMark } from './use-active-mark.ts';
import { axisPx, type ChartSize } from './use-window.ts';

interface ChartFocusOptions {
  scroll: RefObject<HTMLElement | null>;
  mark: RefObject<SVGGElement | null>;
  data: TimelineData;
  layout: Layout;
  scale: Scale | undefined;
  size: ChartSize | undefined;
  active: ActiveMark | undefined;
  /** Hears when the chart was scrolled from here, before the browser says so. */
  onMove: (element: HTMLElement) => void;
}

/** Keeps the part of time in sight that was looked at, and brings the mark that gets the focus into sight. */
export function useChartFocus(options: ChartFocusOptions): {
  remember: (element: HTMLElement) => void;
  focusNext: () => void;
} {
  const { scroll, mark, data, layout, scale, size, active, onMove } = options;
  /** What stands in the middle of the screen; null: at first, the newest. */
  const centreMs = useRef<number | null>(null);
  const isWanted = useRef(false);

  const remember = ({ scrollLeft }: HTMLElement): void => {
    if (scale === undefined || size === undefined) return;
    centreMs.current = scale.at(scrollLeft + (size.width - size.names) / 2);
  };

  const activeMs = toMs(data.dates[active?.cluster.events[0] ?? -1] ?? '');
  const latest = useRef({ activeMs, size });
  useLayoutEffect(() => {
    latest.current = { activeMs, size };
  });
  // Another zoom: the mark with the focus stays in the middle, else what was there.
  useLayoutEffect(() => {
    const element = scroll.current;
    const { activeMs: focusedMs, size: now } = latest.current;
    if (element === null || scale === undefined || now === undefined) return;
    const isFocused = element.contains(document.activeElement) && !Number.isNaN(focusedMs);
    const middleMs = isFocused ? focusedMs : centreMs.current;
    const left = middleMs === null ? scale.width : scale.x(middleMs) - (now.width - now.names) / 2;
    element.scrollTo({ left, behavior: 'instant' });
    onMove(element);
  }, [scroll, scale, onMove]);

  useLayoutEffect(() => {
    const element = scroll.current;
    if (!isWanted.current || element === null || size === undefined || active === undefined) return;
    if (mark.current === null) return;
    isWanted.current = false;
    bringIntoSight(element, size, layout, active);
    mark.current.focus({ preventScroll: true });
  });

  const focusNext = (): void => {
    isWanted.current = true;
  };
  return { remember, focusNext };
}

function bringIntoSight(element: HTMLElement, size: ChartSize, layout: Layout, { lane, cluster }: ActiveMark): void {
  const room = size.width - size.names;
  const { scrollLeft, scrollTop } = element;
  if (cluster.x < scrollLeft + trackPx || cluster.x > scrollLeft + room - 2 * trackPx) {
    element.scrollTo({ left: cluster.x - room / 2, behavior: 'instant' });
  }
  const [top = 0, bottom = 0] = [layout.tops[lane], layout.tops[lane + 1]];
  const height = size.height - axisPx;
  if (top < scrollTop) element.scrollTo({ top, behavior: 'instant' });
  else if (bottom > scrollTop + height) element.scrollTo({ top: bottom - height, behavior: 'instant' });
}
