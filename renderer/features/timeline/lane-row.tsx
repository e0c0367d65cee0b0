import { memo, type ReactElement, type RefObject } from 'react';
import type { TimelineKind } from '#shared/contract/timeline.ts';
import { type Language, languageTags } from '#shared/domain/language.ts';
import { type Cluster, type Clusters, digitPx, markWidth, shapes, tilePx, trackMiddle, trackPx } from './clusters.ts';
import styles from './timeline.module.css';

export interface LaneRowProps {
  lane: number;
  name: { text: string; language: Language | null };
  /** As shown behind the name. */
  count: string;
  tracks: readonly TimelineKind[];
  clusters: Clusters;
  width: number;
  top: number;
  height: number;
  /** The strips on screen. */
  firstTile: number;
  lastTile: number;
  /** The mark with the focus, or that will have it, if it stands here; with what is read of it. */
  active: Cluster | null;
  label: string;
  mark: RefObject<SVGGElement | null>;
}

/** One lane: its name, which stays in sight, and the marks on screen. */
export const LaneRow = memo(function LaneRow(props: LaneRowProps): ReactElement {
  const { lane, name, count, tracks, clusters, width, top, height, firstTile, lastTile } = props;
  const { active, label, mark } = props;
  const tiles = Array.from({ length: lastTile - firstTile + 1 }, (_, index) => firstTile + index);
  return (
    <div className={styles.lane} data-lane={lane} style={{ height, transform: `translateY(${top}px)` }}>
      <div className={styles.name} title={name.text}>
        <span className={styles.nameText} {...(name.language && { lang: languageTags[name.language] })}>
          {name.text}
        </span>
        <span className={styles.nameCount}>{count}</span>
      </div>
      <svg className={styles.track} width={width} height={height}>
        <g aria-hidden="true">
          {tiles.map((tile) => (
            <LaneTile key={tile} lane={lane} tile={tile} tracks={tracks} clusters={clusters} />
          ))}
        </g>
        {active && <ActiveMark cluster={active} label={label} tracks={tracks} mark={mark} />}
      </svg>
    </div>
  );
});

interface LaneTileProps extends Pick<LaneRowProps, 'lane' | 'tracks' | 'clusters'> {
  tile: number;
}

/** One path for all marks of a kind, one text for all their numbers: hundreds of elements would be seen while scrolling. */
const LaneTile = memo(function LaneTile({ lane, tile, tracks, clusters }: LaneTileProps): ReactElement {
  const inTile = clusters.inTile(lane, tile);
  let spans = '';
  for (const { kind, x, endX } of inTile) {
    if (endX > x) spans += `M${round(x)},${trackMiddle(tracks, kind)}H${round(endX)}`;
  }
  return (
    <g data-tile={tile}>
      {spans !== '' && <path className={styles.span} d={spans} />}
      {tracks.map((kind) => (
        <TileMarks key={kind} kind={kind} clusters={inTile} y={trackMiddle(tracks, kind)} />
      ))}
    </g>
  );
});

interface TileMarksProps {
  kind: TimelineKind;
  clusters: readonly Cluster[];
  y: number;
}

function TileMarks({ kind, clusters, y }: TileMarksProps): ReactElement | null {
  let marks = '';
  let digits = '';
  // Each digit has a place of its own.
  const places: number[] = [];
  for (const cluster of clusters) {
    if (cluster.kind !== kind) continue;
    const x = round(cluster.x);
    marks += shapes[kind](x, y);
    if (cluster.events.length === 1) continue;
    for (const [index, digit] of Array.from(String(cluster.events.length)).entries()) {
      digits += digit;
      places.push(x + numberPx + index * digitPx);
    }
  }
  if (marks === '') return null;
  return (
    <>
      <path className={styles.mark} data-kind={kind} d={marks} />
      {digits !== '' && (
        <text className={styles.number} x={places.join(' ')} y={y}>
          {digits}
        </text>
      )}
    </>
  );
}

/** Where the number behind a mark begins. */
const numberPx = 11;
const round = (x: number): number => Math.round(x * 2) / 2;

interface ActiveMarkProps {
  cluster: Cluster;
  label: string;
  tracks: readonly TimelineKind[];
  mark: RefObject<SVGGElement | null>;
}

/** The only mark that is an element of its own: it takes the focus and says what it is. */
function ActiveMark({ cluster, label, tracks, mark }: ActiveMarkProps): ReactElement {
  const { kind, x } = cluster;
  const y = trackMiddle(tracks, kind);
  return (
    <g ref={mark} role="button" tabIndex={0} aria-label={label} className={styles.active} data-mark>
      <rect
        className={styles.ring}
        x={round(x) - trackPx / 2}
        y={y - trackPx / 2 + 0.5}
        width={markWidth(cluster.events.length)}
        height={trackPx - 1}
        rx={4}
      />
      <path className={styles.mark} data-kind={kind} d={shapes[kind](round(x), y)} />
    </g>
  );
}

/** The strips that a part of a lane touches. */
export const tilesBetween = (from: number, to: number): { firstTile: number; lastTile: number } => ({
  firstTile: Math.max(0, Math.floor(from / tilePx)),
  lastTile: Math.max(0, Math.floor(to / tilePx)),
});
