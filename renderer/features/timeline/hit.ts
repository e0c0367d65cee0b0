import { type Cluster, type Clusters, tilePx, trackMiddle, trackPx } from './clusters.ts';
import type { TimelineData } from './events.ts';
import type { Layout } from './layout.ts';
import type { Place } from './use-active-mark.ts';

/** Half of the 24 px that a pointer should have to hit. */
const reachPx = trackPx / 2;
/** Width of a digit behind a mark. */
const digitPx = 8;

export const markWidth = ({ events }: Cluster): number =>
  2 * reachPx + (events.length > 1 ? String(events.length).length * digitPx : 0);

/** The mark at a point, in px from the upper left corner of the first lane's track; null: none. */
export function hit(data: TimelineData, clusters: Clusters, layout: Layout, x: number, y: number): Place | null {
  if (x < 0 || y < 0 || y >= (layout.tops.at(-1) ?? 0)) return null;
  const lane = layout.at(y);
  const tracks = data.tracks[lane] ?? [];
  const inLane = y - (layout.tops[lane] ?? 0);
  const tile = Math.floor(x / tilePx);
  // A mark reaches into the strip behind its own, and a little into the one before.
  const near = [tile - 1, tile, tile + 1].flatMap((number) => clusters.inTile(lane, number));
  const found = near.find((cluster) => {
    const left = cluster.x - reachPx;
    const isBeside = x >= left && x < left + markWidth(cluster);
    return isBeside && Math.abs(inLane - trackMiddle(tracks, cluster.kind)) <= reachPx;
  });
  return found === undefined ? null : { lane, index: clusters.of(lane).indexOf(found) };
}
