import { type MouseEvent, type ReactElement, type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineInput } from '#shared/contract/timeline.ts';
import { useFormat } from '../../app/format.ts';
import { useToday } from '../../app/today.ts';
import { type Clusters, tilePx, trackMiddle } from './clusters.ts';
import { prefetch } from './descriptions.ts';
import { type TimelineData, toMs } from './events.ts';
import { hit } from './hit.ts';
import { HoverTip } from './hover-tip.tsx';
import { laneKindKeys, useLaneName } from './labels.ts';
import { LaneRow } from './lane-row.tsx';
import type { Layout } from './layout.ts';
import { useMarkLabel } from './mark-label.ts';
import type { Scale } from './scale.ts';
import { GridLines, TimeAxis } from './time-axis.tsx';
import styles from './timeline.module.css';
import { type ActiveMark, type Place, placeAfter } from './use-active-mark.ts';
import type { ChartSize, ChartWindow } from './use-window.ts';

export interface LanesProps {
  data: TimelineData;
  lanes: TimelineInput['lanes'];
  layout: Layout;
  scale: Scale;
  clusters: Clusters;
  shown: ChartWindow;
  size: ChartSize;
  active: ActiveMark;
  mark: RefObject<SVGGElement | null>;
  scroll: RefObject<HTMLElement | null>;
  onChoose: (place: Place) => void;
}

/** Axis, lines and the lanes on screen. */
export function Lanes(props: LanesProps): ReactElement {
  const { data, lanes, layout, scale, clusters, shown, size, active, mark, scroll, onChoose } = props;
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const today = useToday();
  const laneName = useLaneName(lanes);
  const [hovered, setHovered] = useState<Place | null>(null);
  const names = useMemo(() => data.lanes.map(laneName), [data, laneName]);
  const label = useMarkLabel(data, active, names[active.lane]?.text ?? '', clusters.of(active.lane).length);
  usePrefetched(data, clusters, active);

  const placeAt = (event: MouseEvent<HTMLElement>): Place | null => {
    const element = scroll.current;
    if (element === null) return null;
    const box = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - box.left - size.names;
    // The names lie over what has been scrolled below them.
    return x < element.scrollLeft ? null : hit(data, clusters, layout, x, event.clientY - box.top);
  };
  const follow = (event: MouseEvent<HTMLElement>): void => {
    const place = placeAt(event);
    if (place?.lane !== hovered?.lane || place?.index !== hovered?.index) setHovered(place);
  };
  const dismiss = useCallback(() => setHovered(null), []);

  const todayX = scale.x(toMs(today));
  const { firstTile, lastTile } = shown;
  const ticks = useMemo(
    () => scale.ticksBetween(firstTile * tilePx, (lastTile + 1) * tilePx),
    [scale, firstTile, lastTile],
  );
  // The mark with the focus stays drawn wherever one scrolls to: the focus would be lost with it.
  const drawn = new Set([active.lane]);
  for (let lane = shown.firstLane; lane <= shown.lastLane; lane++) drawn.add(lane);
  return (
    <>
      <TimeAxis scale={scale} ticks={ticks} corner={t(laneKindKeys[lanes])} />
      <div
        className={styles.rows}
        style={{ height: layout.tops.at(-1) }}
        data-over-mark={hovered !== null || undefined}
        onPointerMove={follow}
        onPointerLeave={dismiss}
        onClick={(event) => {
          const place = placeAt(event);
          if (place !== null) onChoose(place);
        }}
      >
        <GridLines ticks={ticks} todayX={todayX >= 0 && todayX <= scale.width ? todayX : null} />
        {[...drawn]
          .sort((a, b) => a - b)
          .map((lane) => {
            const described = data.lanes[lane];
            const name = names[lane];
            if (described === undefined || name === undefined) return null;
            const top = layout.tops[lane] ?? 0;
            return (
              <LaneRow
                key={described.id ?? ''}
                lane={lane}
                name={name}
                count={format.number(described.count)}
                tracks={data.tracks[lane] ?? []}
                clusters={clusters}
                width={scale.width}
                top={top}
                height={(layout.tops[lane + 1] ?? top) - top}
                firstTile={shown.firstTile}
                lastTile={shown.lastTile}
                active={lane === active.lane ? active.cluster : null}
                label={lane === active.lane ? label : ''}
                mark={mark}
              />
            );
          })}
        {hovered && <Tip {...{ data, layout, clusters, size, scroll }} place={hovered} onDismiss={dismiss} />}
      </div>
    </>
  );
}

interface TipProps extends Pick<LanesProps, 'data' | 'layout' | 'clusters' | 'size' | 'scroll'> {
  place: Place;
  onDismiss: () => void;
}

/** From here to an edge there is no room for a tip, in px. */
const tipRoom = { above: 110, beside: 340 };

function Tip({ data, layout, clusters, size, scroll, place, onDismiss }: TipProps): ReactElement | null {
  const cluster = clusters.of(place.lane)[place.index];
  const [edge] = useState(() => ({ top: scroll.current?.scrollTop ?? 0, left: scroll.current?.scrollLeft ?? 0 }));
  if (cluster === undefined) return null;
  const y = (layout.tops[place.lane] ?? 0) + trackMiddle(data.tracks[place.lane] ?? [], cluster.kind);
  return (
    <HoverTip
      data={data}
      cluster={cluster}
      x={size.names + cluster.x}
      y={y}
      isBelow={y - edge.top < tipRoom.above}
      isAtEnd={cluster.x - edge.left > size.width - size.names - tipRoom.beside}
      onDismiss={onDismiss}
    />
  );
}

/** What the next arrow leads to has its words at once. */
function usePrefetched(data: TimelineData, clusters: Clusters, active: ActiveMark): void {
  useEffect(() => {
    const events = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].flatMap((key) => {
      const place = placeAfter(key, false, active, data.lanes.length, clusters);
      const event = place && clusters.of(place.lane)[place.index]?.events[0];
      const [kind, id] = event === undefined ? [] : [data.kinds[event], data.ids[event]];
      return kind !== undefined && id !== undefined ? [{ kind, id }] : [];
    });
    prefetch(events);
  }, [data, clusters, active]);
}
