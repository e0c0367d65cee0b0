import { type RefObject, useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { tilePx } from './clusters.ts';
import { tilesBetween } from './lane-row.tsx';
import type { Layout } from './layout.ts';
import type { Scale } from './scale.ts';

/** Width of the column of names and height of the axis, as timeline.module.css has them; in px. */
export const axisPx = 30;
const namesPx = { wide: 232, narrow: 120 };
const narrowPx = 640;
/** Drawn beyond the screen on each side. */
const spare = { lanes: 3, tiles: 1 };

export interface ChartSize {
  /** Of the whole chart with names and axis. */
  width: number;
  height: number;
  names: number;
}

/** The size of the chart as it is on screen; undefined before it is drawn. */
export function useChartSize(scroll: RefObject<HTMLElement | null>): ChartSize | undefined {
  const [size, setSize] = useState<ChartSize>();
  useLayoutEffect(() => {
    const element = scroll.current;
    if (element === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      const names = width < narrowPx ? namesPx.narrow : namesPx.wide;
      setSize((known) => (known?.width === width && known.height === height ? known : { width, height, names }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroll]);
  return size;
}

/** What is drawn: the lanes and strips on screen and a few around them. */
export interface ChartWindow {
  firstLane: number;
  lastLane: number;
  firstTile: number;
  lastTile: number;
}

/** How far the chart is scrolled, in steps: what is drawn does not change with every pixel. */
interface Scrolled {
  left: number;
  top: number;
}
const stepPx = { left: tilePx / 2, top: 38 };

/** Follows the scrolling; draws again only when there may be something else to draw. */
export function useWindow(
  size: ChartSize | undefined,
  layout: Layout,
  scale: Scale | undefined,
): { shown: ChartWindow | undefined; follow: (element: HTMLElement) => void } {
  const [{ left, top }, setScrolled] = useState<Scrolled>({ left: 0, top: 0 });
  const shown = useMemo(() => {
    if (size === undefined || scale === undefined) return undefined;
    const lanes = layout.tops.length - 1;
    const right = Math.min(scale.width, left + stepPx.left + size.width - size.names);
    const tiles = tilesBetween(Math.min(left, scale.width), right);
    return {
      firstLane: Math.max(0, layout.at(top) - spare.lanes),
      lastLane: Math.min(lanes - 1, layout.at(top + stepPx.top + size.height - axisPx) + spare.lanes),
      firstTile: Math.max(0, tiles.firstTile - spare.tiles),
      lastTile: tiles.lastTile + spare.tiles,
    };
  }, [left, top, size, layout, scale]);
  const follow = useCallback(({ scrollLeft, scrollTop }: HTMLElement) => {
    const next = { left: floorTo(scrollLeft, stepPx.left), top: floorTo(scrollTop, stepPx.top) };
    setScrolled((known) => (known.left === next.left && known.top === next.top ? known : next));
  }, []);
  return { shown, follow };
}

const floorTo = (value: number, step: number): number => Math.floor(value / step) * step;
