import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionListItem } from '#shared/contract/actions.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import type { RegisterColumn } from '../../ui/register/register-props.ts';
import { MeetingLink } from '../follow-up/index.ts';
import { Due } from './due.tsx';
import { Owners } from './owners.tsx';
import { StatusSelect } from './status-select.tsx';

/**
 * @param hasMeeting with the meeting of each, which else stands in the heading or in the pane
 * @param today `YYYY-MM-DD`
 * @param onStatus called with the entry when its status is about to change
 */
export function useActionColumns(
  hasMeeting: boolean,
  today: string,
  onStatus: (entryId: string) => void,
): RegisterColumn<ActionListItem>[] {
  const { t } = useTranslation('registers');
  return useMemo(() => {
    const columns: RegisterColumn<ActionListItem>[] = [
      { id: 'number', title: t('column.number'), share: 0.5, sort: 'meeting', cell: (row) => row.number },
      {
        id: 'text',
        title: t('column.text'),
        isRowHeader: true,
        share: 3,
        least: 10,
        cell: (row) => <FallbackText value={row.text} empty={t('noText')} />,
      },
      { id: 'owners', title: t('column.owners'), share: 2, cell: (row) => <Owners owners={row.owners} /> },
      {
        id: 'due',
        title: t('column.due'),
        share: 1.75,
        sort: 'due',
        cell: (row) => <Due action={row} today={today} />,
      },
      {
        id: 'status',
        title: t('column.status'),
        share: 1.25,
        least: 10.5,
        sort: 'status',
        cell: ({ entryId, number, status }) => (
          <StatusSelect entryId={entryId} number={number} status={status} onChange={onStatus} />
        ),
      },
    ];
    if (hasMeeting) {
      columns.push({
        id: 'meeting',
        title: t('column.meeting'),
        share: 2,
        cell: (row) => <MeetingLink meeting={row.meeting} entryId={row.entryId} />,
      });
    }
    return columns;
  }, [t, hasMeeting, today, onStatus]);
}
