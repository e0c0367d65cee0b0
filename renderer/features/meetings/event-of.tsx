import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/api.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import styles from './overview-event.module.css';
import { meetingOptions } from './use-meeting.ts';

/** The way up from a session to its event; nothing for a meeting that stands alone. */
export function EventOf({ meetingId }: { meetingId: string }): ReactElement | null {
  const { t } = useTranslation('meetings');
  const { data: reading } = useQuery(meetingOptions(meetingId));
  const { data: meetings } = useQuery(query.meetings.list.queryOptions());
  const parentId = reading?.detail.parentId ?? null;
  const event = parentId === null ? undefined : meetings?.find(({ id }) => id === parentId);
  if (event === undefined) return null;
  return (
    <nav aria-label={t('event.partOfTitle')} className={styles.crumb}>
      {t('event.within')}{' '}
      <Link href={`/meetings/${event.id}`}>
        <FallbackText value={event.title} empty={t('untitled')} />
      </Link>
    </nav>
  );
}
