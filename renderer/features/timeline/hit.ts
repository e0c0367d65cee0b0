import { type Clusters, markWidth, reachPx, tilePx, trackMiddle } from './clusters.ts';
import type { TimelineData } from './events.ts';
import type { Layout } from './layout.ts';
import type { Place } from './use-active-mark.ts';

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
    const isBeside = x >= left && x < left + markWidth(cluster.events.length);
    return isBeside && Math.abs(inLane - trackMiddle(tracks, cluster.kind)) <= reachPx;
  });
  return found === undefined ? null : { lane, index: clusters.of(lane).indexOf(found) };
}
