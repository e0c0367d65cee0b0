import { scaleUtc } from 'd3-scale';

export const zooms = ['decades', 'years', 'months'] as const;
export type Zoom = (typeof zooms)[number];

/** Width of a year, in px. */
const pxPerYear: Record<Zoom, number> = { decades: 24, years: 150, months: 1_080 };
/** A line for each so many months, a longer one with a name for each so many. */
const ticks: Record<Zoom, { minor: number; major: number }> = {
  decades: { minor: 12, major: 60 },
  years: { minor: 3, major: 12 },
  months: { minor: 1, major: 1 },
};
const dayMs = 86_400_000;
const yearMs = 365.2425 * dayMs;

export interface Tick {
  x: number;
  /** First day of the month or year; null: a line without a name. */
  atMs: number | null;
}

/** Days to px from the left edge of the first day. */
export interface Scale {
  zoom: Zoom;
  width: number;
  x: (atMs: number) => number;
  /** The moment at a distance from the left edge. */
  at: (x: number) => number;
  /** Those between two distances. */
  ticksBetween: (from: number, to: number) => Tick[];
}

/** Room before the first and behind the last mark: a number may stand behind one. */
const marginPx = 40;

/** @param leastWidth the scale goes on to the right until it fills the screen, in px */
export function makeScale(zoom: Zoom, firstMs: number, lastMs: number, leastWidth: number): Scale {
  const pxPerMs = pxPerYear[zoom] / yearMs;
  const { minor, major } = ticks[zoom];
  const start = monthStart(firstMs - marginPx / pxPerMs, minor);
  const width = Math.max(leastWidth, Math.ceil((lastMs - start) * pxPerMs + 2 * marginPx));
  const end = start + width / pxPerMs;
  const scale = scaleUtc().domain([start, end]).range([0, width]);
  return {
    zoom,
    width,
    // As the scale has it, without a date made for each of many thousand marks.
    x: (atMs) => (atMs - start) * pxPerMs,
    at: (x) => scale.invert(x).getTime(),
    ticksBetween(from, to) {
      const found: Tick[] = [];
      const last = scale.invert(Math.min(to, width)).getTime();
      for (let atMs = monthStart(scale.invert(Math.max(0, from)).getTime(), major); atMs <= last;) {
        const date = new Date(atMs);
        const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
        if (atMs >= start) found.push({ x: scale(atMs), atMs: months % major === 0 ? atMs : null });
        atMs = firstOf(months + minor);
      }
      return found;
    },
  };
}

/** The first day of the last span of so many months, counted from the year 0, at or before a moment. */
function monthStart(atMs: number, months: number): number {
  const date = new Date(atMs);
  return firstOf(Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months) * months);
}

/** The first day of a month counted from the year 0; `Date.UTC` would take years below 100 for others. */
const firstOf = (month: number): number => new Date(0).setUTCFullYear(0, month, 1);

/** The closest look at which everything is still on the screen together; else the widest. */
export function fittingZoom(firstMs: number, lastMs: number, width: number): Zoom {
  const spanYears = (lastMs - firstMs) / yearMs;
  return zooms.findLast((zoom) => spanYears * pxPerYear[zoom] + 2 * marginPx <= width) ?? 'decades';
}
