import { useQuery } from '@tanstack/react-query';
import { CircleCheck, ListTodo } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/api.ts';
import styles from './home-page.module.css';

const iconSize = 16;

/** How far the meeting that comes next is prepared, and the way to what is left to do. */
export function NextReadiness({ meetingId }: { meetingId: string }): ReactElement | null {
  const { t } = useTranslation('home');
  const { data, error } = useQuery(query.preparation.readiness.queryOptions({ input: { meetingId } }));
  if (error) throw error;
  if (!data) return null;
  const open = data.filter(({ isReady }) => !isReady).length;
  return (
    <Link href={`/meetings/${meetingId}/preparation`} className={styles.readiness}>
      {open === 0 ? <CircleCheck aria-hidden size={iconSize} /> : <ListTodo aria-hidden size={iconSize} />}
      {open === 0 ? t('readiness.ready') : t('readiness.toDo', { count: open })}
    </Link>
  );
}
