import { useMemo, useState } from 'react';
import type { TimelineKind } from '#shared/contract/timeline.ts';
import { type Cluster, type Clusters, findCluster, findNearest } from './clusters.ts';
import type { TimelineData } from './events.ts';

/** A mark: the lane, and which it is there. */
export interface Place {
  lane: number;
  index: number;
}

export interface ActiveMark extends Place {
  cluster: Cluster;
}

/** Named by what stays the same under another filter or zoom. */
interface Named {
  laneId: string | null;
  kind: TimelineKind;
  id: string;
}

/** The mark that has the focus, or will have it: the newest of the first lane where none was chosen, or it is gone. */
export function useActiveMark(
  data: TimelineData,
  clusters: Clusters | undefined,
): { active: ActiveMark | undefined; choose: (place: Place) => void } {
  const [named, setNamed] = useState<Named | null>(null);
  const active = useMemo(() => {
    if (clusters === undefined || data.lanes.length === 0) return undefined;
    const place = named === null ? null : find(data, clusters, named);
    const lane = place?.lane ?? 0;
    const index = place?.index ?? clusters.of(lane).length - 1;
    const cluster = clusters.of(lane)[index];
    return cluster && { lane, index, cluster };
  }, [data, clusters, named]);
  const choose = ({ lane, index }: Place): void => {
    const event = clusters?.of(lane)[index]?.events[0];
    const [kind, id] = event === undefined ? [] : [data.kinds[event], data.ids[event]];
    if (kind !== undefined && id !== undefined) setNamed({ laneId: data.lanes[lane]?.id ?? null, kind, id });
  };
  return { active, choose };
}

function find(data: TimelineData, clusters: Clusters, { laneId, kind, id }: Named): Place | null {
  const lane = data.lanes.findIndex((candidate) => candidate.id === laneId);
  const event = data.ids.findIndex((candidate, index) => candidate === id && data.kinds[index] === kind);
  if (lane < 0 || event < 0) return null;
  const index = findCluster(clusters.of(lane), event);
  return index < 0 ? null : { lane, index };
}

/** Lanes that PageUp and PageDown pass. */
const pageLanes = 8;

/** Where a key leads from a mark; undefined: it is no key of the chart. */
export function placeAfter(
  key: string,
  isFar: boolean,
  active: ActiveMark,
  lanes: number,
  clusters: Clusters,
): Place | undefined {
  const { lane, index, cluster } = active;
  const last = clusters.of(lane).length - 1;
  const inLane = (wanted: number): Place => {
    const other = Math.min(lanes - 1, Math.max(0, wanted));
    if (other === lane) return { lane, index };
    return { lane: other, index: findNearest(clusters.of(other), cluster.x, cluster.kind) };
  };
  switch (key) {
    case 'ArrowLeft':
      return { lane, index: Math.max(0, index - 1) };
    case 'ArrowRight':
      return { lane, index: Math.min(last, index + 1) };
    case 'ArrowUp':
      return inLane(lane - 1);
    case 'ArrowDown':
      return inLane(lane + 1);
    case 'PageUp':
      return inLane(lane - pageLanes);
    case 'PageDown':
      return inLane(lane + pageLanes);
    case 'Home':
      return isFar ? { lane: 0, index: 0 } : { lane, index: 0 };
    case 'End':
      return isFar ? { lane: lanes - 1, index: clusters.of(lanes - 1).length - 1 } : { lane, index: last };
    default:
      return undefined;
  }
}
