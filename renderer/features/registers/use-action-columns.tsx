import { type ReactElement, useMemo } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ActionListItem } from '#shared/contract/actions.ts';
import { chooseText } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { TableColumn } from '../../ui/data-table.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import type { Grouping } from './actions.ts';
import styles from './actions-page.module.css';
import { Due, NotNamed } from './due.tsx';
import { StatusSelect } from './status-select.tsx';

/** @param onStatus called when the status of a row is about to change */
export function useActionColumns(
  grouping: Grouping,
  today: string,
  onStatus: (item: ActionListItem) => void,
): TableColumn<ActionListItem>[] {
  const { t } = useTranslation('registers');
  const format = useFormat();
  const language = useUiLanguage();
  return useMemo(() => {
    const text = (item: ActionListItem) => chooseText(item.text, language).text;
    const owners = (item: ActionListItem) => item.owners.map((owner) => chooseText(owner, language).text).join(', ');
    const due = (item: ActionListItem) => item.action.due ?? (item.action.dueAtNextMeeting ? '9998' : '9999');
    const columns: TableColumn<ActionListItem>[] = [
      {
        id: 'number',
        title: t('column.number'),
        cell: (row) => row.number,
        compare: (a, b) => b.meetingDate.localeCompare(a.meetingDate) || format.compare(a.number, b.number),
      },
      {
        id: 'text',
        title: t('column.text'),
        isRowHeader: true,
        cell: (row) => <FallbackText value={row.text} empty={t('noText')} />,
        compare: (a, b) => format.compare(text(a), text(b)),
      },
      {
        id: 'owners',
        title: t('column.owners'),
        cell: (row) => <Owners item={row} />,
        compare: (a, b) => format.compare(owners(a), owners(b)),
      },
      {
        id: 'due',
        title: t('column.due'),
        cell: (row) => <Due item={row} today={today} />,
        compare: (a, b) => due(a).localeCompare(due(b)),
      },
      {
        id: 'status',
        title: t('column.status'),
        cell: (row) => <StatusSelect item={row} onChange={onStatus} />,
      },
    ];
    if (grouping !== 'meeting') {
      columns.push({
        id: 'meeting',
        title: t('column.meeting'),
        cell: (row) => <MeetingLink item={row} />,
        compare: (a, b) => b.meetingDate.localeCompare(a.meetingDate),
      });
    }
    return columns;
  }, [t, format, language, grouping, today, onStatus]);
}

function Owners({ item }: { item: ActionListItem }): ReactElement {
  const { t } = useTranslation('registers');
  if (item.owners.length === 0) return <NotNamed />;
  return (
    <ul className={styles.owners}>
      {item.owners.map((owner, index) => (
        <li key={item.action.owners[index]?.id ?? index}>
          <FallbackText value={owner} empty={t('noName')} />
        </li>
      ))}
    </ul>
  );
}

/** Goes to the minutes in which the action item stands. */
export function MeetingLink({ item }: { item: ActionListItem }): ReactElement {
  const { t } = useTranslation('registers');
  const format = useFormat();
  return (
    <>
      <Link href={`/meetings/${item.meetingId}/minutes`}>
        <FallbackText value={item.meetingTitle} empty={t('noTitle')} />
      </Link>{' '}
      <span className={styles.date}>{format.date(item.meetingDate)}</span>
    </>
  );
}
