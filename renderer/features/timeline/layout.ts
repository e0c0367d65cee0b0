import { laneHeight } from './clusters.ts';
import type { TimelineData } from './events.ts';

/** Where the lanes are, one below the other, in px. */
export interface Layout {
  /** One more than there are lanes: the last one is the height of all. */
  tops: Float64Array;
  /** Index of the lane at a distance from the top. */
  at: (y: number) => number;
}

export function layOut({ tracks }: Pick<TimelineData, 'tracks'>): Layout {
  const tops = new Float64Array(tracks.length + 1);
  for (const [lane, kinds] of tracks.entries()) tops[lane + 1] = (tops[lane] ?? 0) + laneHeight(kinds);
  return {
    tops,
    at(y) {
      let [low, high] = [0, tracks.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((tops[middle] ?? 0) <= y) low = middle;
        else high = middle - 1;
      }
      return Math.max(0, low);
    },
  };
}
