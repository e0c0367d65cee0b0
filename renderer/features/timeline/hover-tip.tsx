import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FallbackText } from '../../ui/fallback-text.tsx';
import type { Cluster } from './clusters.ts';
import { useDescription } from './descriptions.ts';
import type { TimelineData } from './events.ts';
import { kindKeys, severalKeys } from './labels.ts';
import { useDays } from './mark-label.ts';
import styles from './timeline.module.css';

/** Titles that stand in the tip of several events; a press shows the rest below. */
const mostTitles = 3;

export interface HoverTipProps {
  data: TimelineData;
  cluster: Cluster;
  /** Of the middle of the mark, in px from the upper left corner of what scrolls. */
  x: number;
  y: number;
  /** Whether there is no room above the mark. */
  isBelow: boolean;
  isAtEnd: boolean;
  onDismiss: () => void;
}

/** What the mark under the pointer is; the same stands below the chart once it is pressed or focused. */
export function HoverTip({ data, cluster, x, y, isBelow, isAtEnd, onDismiss }: HoverTipProps): ReactElement {
  const { t } = useTranslation('timeline');
  const days = useDays(data);
  const { kind, events } = cluster;
  useEffect(() => {
    const dismiss = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onDismiss();
    };
    window.addEventListener('keydown', dismiss);
    return () => window.removeEventListener('keydown', dismiss);
  }, [onDismiss]);
  return (
    <div
      className={styles.tip}
      aria-hidden="true"
      data-below={isBelow || undefined}
      data-at-end={isAtEnd || undefined}
      style={{ insetInlineStart: x, top: y }}
    >
      <strong>{events.length === 1 ? t(kindKeys[kind]) : t(severalKeys[kind], { count: events.length })}</strong>
      <span>{days(events)}</span>
      {events.slice(0, mostTitles).map((event) => (
        <TipTitle key={data.ids[event]} kind={kind} id={data.ids[event] ?? ''} />
      ))}
    </div>
  );
}

function TipTitle({ kind, id }: { kind: Cluster['kind']; id: string }): ReactElement | null {
  const { t } = useTranslation('common');
  const description = useDescription(kind, id);
  if (!description) return null;
  return (
    <span className={styles.tipTitle}>
      <FallbackText value={description.title} empty={t('unnamed')} />
    </span>
  );
}
