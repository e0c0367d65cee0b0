import { useRouter } from '@tanstack/react-router';
import { type CSSProperties, type KeyboardEvent, type ReactElement, useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineInput } from '#shared/contract/timeline.ts';
import { languageTags } from '#shared/domain/language.ts';
import { makeClusters } from './clusters.ts';
import { hrefOf, spanOf, type TimelineData } from './events.ts';
import { useLaneName } from './labels.ts';
import { Lanes } from './lanes.tsx';
import { layOut } from './layout.ts';
import { MarkDetail } from './mark-detail.tsx';
import { fittingZoom, makeScale, type Zoom, zooms } from './scale.ts';
import styles from './timeline.module.css';
import { type ActiveMark, type Place, placeAfter, useActiveMark } from './use-active-mark.ts';
import { useChartFocus } from './use-chart-focus.ts';
import { useChartSize, useWindow } from './use-window.ts';

export interface TimelineChartProps {
  data: TimelineData;
  lanes: TimelineInput['lanes'];
  /** Undefined: as close as everything still fits. */
  zoom: Zoom | undefined;
  onZoom: (zoom: Zoom) => void;
  /** Hears which one is on screen. */
  onShownZoom: (zoom: Zoom) => void;
}

/** Lanes over time. One stop of the Tab key, from which arrows go from mark to mark; what a mark is stands below. */
export function TimelineChart(props: TimelineChartProps): ReactElement {
  const { data, lanes, zoom, onZoom, onShownZoom } = props;
  const { t } = useTranslation('timeline');
  const router = useRouter();
  const hintId = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const mark = useRef<SVGGElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const laneName = useLaneName(lanes);
  const size = useChartSize(scroll);
  const layout = useMemo(() => layOut(data), [data]);
  const span = useMemo(() => spanOf(data), [data]);
  const room = size === undefined ? 0 : size.width - size.names;
  const shownZoom = zoom ?? fittingZoom(span.firstMs, span.lastMs, room);
  useEffect(() => onShownZoom(shownZoom), [onShownZoom, shownZoom]);
  const scale = useMemo(
    () => (room <= 0 ? undefined : makeScale(shownZoom, span.firstMs, span.lastMs, room)),
    [shownZoom, span, room],
  );
  const clusters = useMemo(() => scale && makeClusters(data, scale), [data, scale]);
  const { active, choose } = useActiveMark(data, clusters);
  const { shown, follow } = useWindow(size, layout, scale);
  const { remember, focusNext } = useChartFocus({ scroll, mark, data, layout, scale, size, active, onMove: follow });

  const goTo = (place: Place): void => {
    focusNext();
    choose(place);
  };
  const open = ({ cluster: { kind, events } }: ActiveMark): void => {
    const id = data.ids[events[0] ?? -1];
    if (events.length > 1) list.current?.querySelector('a')?.focus();
    else if (id !== undefined) router.history.push(hrefOf(kind, id));
  };
  const zoomBy = (step: number): void => {
    const next = zooms[zooms.indexOf(shownZoom) + step];
    if (next === undefined) return;
    focusNext();
    onZoom(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (active === undefined || clusters === undefined || event.altKey) return;
    const isFar = event.ctrlKey || event.metaKey;
    const place = placeAfter(event.key, isFar, active, data.lanes.length, clusters);
    if (place !== undefined) goTo(place);
    else if (isFar) return;
    else if (event.key === 'Enter' || event.key === ' ') open(active);
    else if (event.key === '+' || event.key === '=') zoomBy(1);
    else if (event.key === '-' || event.key === '−') zoomBy(-1);
    else return;
    event.preventDefault();
  };

  const activeLane = active && data.lanes[active.lane];
  const activeName = activeLane && laneName(activeLane);
  return (
    <div className={styles.chartFrame} style={{ '--names': `${size?.names ?? 0}px` } as CSSProperties}>
      <p id={hintId} hidden>
        {t('hint')}
      </p>
      <div
        ref={scroll}
        role="application"
        aria-label={t('chart')}
        aria-describedby={hintId}
        className={styles.chart}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget }) => {
          follow(currentTarget);
          remember(currentTarget);
        }}
      >
        {scale && clusters && size && (
          <div className={styles.inner} style={{ width: size.names + scale.width }}>
            {shown && active && (
              <Lanes {...{ data, lanes, layout, scale, clusters, shown, size, active, mark, scroll }} onChoose={goTo} />
            )}
          </div>
        )}
      </div>
      {active && activeName && (
        <MarkDetail
          data={data}
          cluster={active.cluster}
          lane={
            <span {...(activeName.language && { lang: languageTags[activeName.language] })}>{activeName.text}</span>
          }
          list={list}
          onLeave={() => mark.current?.focus({ preventScroll: true })}
        />
      )}
    </div>
  );
}
