import type { KeyboardEvent, ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-aria-components';
import type { TimelineKind } from '#shared/contract/timeline.ts';
import { useFormat } from '../../app/format.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import type { Cluster } from './clusters.ts';
import { useDescription } from './descriptions.ts';
import { hrefOf, type TimelineData } from './events.ts';
import { kindKeys, severalKeys } from './labels.ts';
import { useDays } from './mark-label.ts';
import { MarkShape } from './mark-shape.tsx';
import styles from './timeline.module.css';

/** More of them nobody reads in a strip: the table has them all. */
const mostShown = 50;

export interface MarkDetailProps {
  data: TimelineData;
  cluster: Cluster;
  /** In words, of the lane it was chosen in. */
  lane: ReactElement;
  list: RefObject<HTMLUListElement | null>;
  onLeave: () => void;
}

/** What stands behind the mark with the focus, each one with the way to it. */
export function MarkDetail({ data, cluster, lane, list, onLeave }: MarkDetailProps): ReactElement {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const days = useDays(data);
  const { kind, events } = cluster;
  const rest = events.length - mostShown;
  return (
    <section
      className={styles.detail}
      aria-label={t('detail')}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      <p className={styles.detailHead}>
        <MarkShape kind={kind} />
        <strong>{events.length === 1 ? t(kindKeys[kind]) : t(severalKeys[kind], { count: events.length })}</strong>
        <span>{days(events)}</span>
        <span className={styles.quiet}>{lane}</span>
      </p>
      <ul ref={list} className={styles.detailList}>
        {events.slice(0, mostShown).map((event) => (
          <DetailLine
            key={data.ids[event]}
            kind={kind}
            id={data.ids[event] ?? ''}
            date={events.length === 1 ? null : format.date(data.dates[event] ?? '')}
          />
        ))}
      </ul>
      {rest > 0 && <p className={styles.quiet}>{t('more', { count: rest })}</p>}
    </section>
  );
}

function DetailLine({ kind, id, date }: { kind: TimelineKind; id: string; date: string | null }): ReactElement {
  const { t } = useTranslation(['timeline', 'common']);
  const description = useDescription(kind, id);
  return (
    <li className={styles.detailLine}>
      {date !== null && <span className={styles.quiet}>{date}</span>}
      {description === null && <span className={styles.quiet}>{t('timeline:removed')}</span>}
      {description && (
        <Link href={hrefOf(kind, id)} className={styles.detailLink}>
          <FallbackText value={description.title} empty={t('common:unnamed')} />
        </Link>
      )}
      {description?.meeting && (
        <span className={styles.quiet}>
          <FallbackText value={description.meeting.title} empty={t('common:unnamed')} />
        </span>
      )}
    </li>
  );
}
