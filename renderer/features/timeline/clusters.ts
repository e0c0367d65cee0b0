import type { TimelineKind } from '#shared/contract/timeline.ts';
import { type TimelineData, toMs } from './events.ts';
import type { Scale } from './scale.ts';

/** One mark, or several of a kind that would overlap. */
export interface Cluster {
  kind: TimelineKind;
  /** Of the first one, in px. */
  x: number;
  /** Where the last day of a mark that stands alone is; as `x` for one day. */
  endX: number;
  /** Indexes, the earliest first. */
  events: readonly number[];
}

/** Half of a mark; and what a digit behind it takes, of which all are equally wide (timeline.module.css); in px. */
export const reachPx = 12;
export const digitPx = 7;

/** How wide a mark is with the number behind it, in px. */
export const markWidth = (count: number): number => 2 * reachPx + (count > 1 ? String(count).length * digitPx : 0);

/** The marks of each lane on a scale, by x; made when a lane is first drawn. */
export interface Clusters {
  of: (lane: number) => readonly Cluster[];
  /** Those whose mark stands in one of the strips into which a lane is cut. */
  inTile: (lane: number, tile: number) => readonly Cluster[];
}

/** Width of a strip of a lane that is drawn in one go, in px. */
export const tilePx = 480;

export function makeClusters(data: TimelineData, scale: Scale): Clusters {
  const known = new Map<number, readonly Cluster[]>();
  const tiles = new Map<number, Map<number, Cluster[]>>();
  const of = (lane: number): readonly Cluster[] => {
    const found = known.get(lane) ?? clusterLane(data, scale, lane);
    known.set(lane, found);
    return found;
  };
  return {
    of,
    inTile(lane, tile) {
      const found = tiles.get(lane) ?? Map.groupBy(of(lane), ({ x }) => Math.floor(x / tilePx));
      tiles.set(lane, found);
      return found.get(tile) ?? [];
    },
  };
}

function clusterLane(data: TimelineData, scale: Scale, lane: number): Cluster[] {
  const clusters: Cluster[] = [];
  const open = new Map<TimelineKind, { x: number; endX: number; events: number[] } & Cluster>();
  for (const event of data.events[lane] ?? []) {
    const kind = data.kinds[event];
    const time = data.times[event];
    if (kind === undefined || time === undefined) continue;
    const x = scale.x(time);
    const last = open.get(kind);
    if (last !== undefined && x - last.x < markWidth(last.events.length)) {
      last.events.push(event);
      last.endX = last.x;
      continue;
    }
    const endDate = data.endDates[event] ?? null;
    const cluster = { kind, x, endX: endDate === null ? x : scale.x(toMs(endDate)), events: [event] };
    open.set(kind, cluster);
    clusters.push(cluster);
  }
  return clusters;
}

/** Index of the mark that an event is part of; -1: it does not stand in the lane. */
export const findCluster = (clusters: readonly Cluster[], event: number): number =>
  clusters.findIndex(({ events }) => events.includes(event));

/** Index of the mark nearest to a place; of those equally near one of the kind wanted. */
export function findNearest(clusters: readonly Cluster[], x: number, wanted: TimelineKind): number {
  let best = -1;
  let least = Infinity;
  for (const [index, cluster] of clusters.entries()) {
    const distance = Math.abs(cluster.x - x) + (cluster.kind === wanted ? 0 : 0.5);
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

/** Vertical measures of lanes, in px. */
export const trackPx = 24;
const lanePaddingPx = 5;
const leastLanePx = 44;

export const laneHeight = (tracks: readonly TimelineKind[]): number =>
  Math.max(leastLanePx, tracks.length * trackPx + 2 * lanePaddingPx);

/** Middle of the track of a kind, from the top of the lane. */
export function trackMiddle(tracks: readonly TimelineKind[], kind: TimelineKind): number {
  const top = (laneHeight(tracks) - tracks.length * trackPx) / 2;
  return top + (tracks.indexOf(kind) + 0.5) * trackPx;
}

export const shapes: Record<TimelineKind, (x: number, y: number) => string> = {
  meeting: (x, y) => `M${x - 6},${y}a6,6 0 1,0 12,0a6,6 0 1,0 -12,0z`,
  signing: (x, y) => `M${x},${y - 7.5}l7.5,7.5l-7.5,7.5l-7.5,-7.5z`,
  decision: (x, y) => `M${x},${y - 7}l7.5,13h-15z`,
};
