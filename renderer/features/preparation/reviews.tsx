import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OpenAction } from '#shared/contract/preparation.ts';
import { api, query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { todayHere } from '../../app/today.ts';
import { IconButton } from '../../ui/button.tsx';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Section } from '../../ui/section.tsx';
import { Due, NotNamed, StatusSelect } from '../registers/index.ts';
import styles from './preparation.module.css';

export interface ReviewsProps {
  meetingId: string;
  /** Actions can still be carried over, on the same screen above. */
  isBefore: boolean;
  /** The minutes are agreed: what was looked at stays; how it stands may still be changed. */
  isLocked: boolean;
}

/** Actions of earlier meetings that this one looks at, as they stand now. */
export function Reviews({ meetingId, isBefore, isLocked }: ReviewsProps): ReactElement {
  const { t } = useTranslation('preparation');
  const { data, error } = useQuery(query.preparation.reviews.queryOptions({ input: { meetingId } }));
  return (
    <Section title={t('reviews.title')}>
      {error && <p role="alert">{describeError(error)}</p>}
      {data?.length === 0 && <p className={styles.muted}>{isBefore ? t('reviews.none') : t('reviews.noneOver')}</p>}
      {data && data.length > 0 && <ReviewTable meetingId={meetingId} reviews={data} isLocked={isLocked} />}
    </Section>
  );
}

interface ReviewTableProps {
  meetingId: string;
  reviews: OpenAction[];
  isLocked: boolean;
}

function ReviewTable({ meetingId, reviews, isLocked }: ReviewTableProps): ReactElement {
  const { t } = useTranslation(['preparation', 'registers', 'common']);
  const format = useFormat();
  const columns = useMemo((): TableColumn<OpenAction>[] => {
    const today = todayHere();
    const remove = async (entryId: string) => {
      try {
        await api.preparation.removeReview({ meetingId, entryId });
        notify(t('preparation:reviews.removed'), { label: t('common:undo'), run: () => void undo() });
      } catch (error) {
        notifyError(error);
      }
    };
    const all: TableColumn<OpenAction>[] = [
      {
        id: 'number',
        title: t('registers:column.number'),
        cell: (row) => (
          <Link href={`/meetings/${row.meetingId}/minutes?focus=${row.entryId}`} className={styles.number}>
            {t('preparation:action.number', { number: row.number, date: format.shortDate(row.meetingDate) })}
          </Link>
        ),
      },
      {
        id: 'text',
        title: t('registers:column.text'),
        isRowHeader: true,
        share: 3,
        cell: (row) => <FallbackText value={row.text} empty={t('registers:noText')} />,
      },
      { id: 'owners', title: t('registers:column.owners'), share: 2, cell: (row) => <Owners owners={row.owners} /> },
      { id: 'due', title: t('registers:column.due'), cell: (row) => <Due action={row} today={today} /> },
      {
        id: 'status',
        title: t('registers:column.status'),
        cell: ({ entryId, number, status }) => (
          <div className={styles.status}>
            <StatusSelect entryId={entryId} number={number} status={status} meetingId={meetingId} />
          </div>
        ),
      },
    ];
    if (!isLocked) {
      all.push({
        id: 'remove',
        title: t('preparation:reviews.list'),
        cell: (row) => (
          <IconButton
            label={t('preparation:reviews.remove', { number: row.number })}
            icon={<X aria-hidden />}
            onPress={() => void remove(row.entryId)}
          />
        ),
      });
    }
    return all;
  }, [t, format, meetingId, isLocked]);
  return (
    <div className={styles.table}>
      <DataTable
        label={t('preparation:reviews.title')}
        rows={reviews}
        columns={columns}
        rowId={(row) => row.entryId}
        empty={t('preparation:reviews.none')}
      />
    </div>
  );
}

function Owners({ owners }: { owners: OpenAction['owners'] }): ReactElement {
  const { t } = useTranslation('registers');
  if (owners.length === 0) return <NotNamed />;
  return (
    <ul className={styles.owners}>
      {owners.map((owner, index) => (
        <li key={index}>
          <FallbackText value={owner} empty={t('noName')} />
        </li>
      ))}
    </ul>
  );
}
