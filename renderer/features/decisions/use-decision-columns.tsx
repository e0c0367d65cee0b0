import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionListItem } from '#shared/contract/decisions.ts';
import { useFormat } from '../../app/format.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import type { RegisterColumn } from '../../ui/register/register-props.ts';
import { AreaNames, MeetingLink, RecordLink, RecordState } from '../follow-up/index.ts';
import styles from './decisions.module.css';
import type { DecisionView } from './view.ts';

/** @param isNarrow beside an open decision, which says the rest */
export function useDecisionColumns(
  grouping: DecisionView['grouping'],
  isNarrow: boolean,
): RegisterColumn<DecisionListItem>[] {
  const { t } = useTranslation('decisions');
  const format = useFormat();
  return useMemo(() => {
    const columns: RegisterColumn<DecisionListItem>[] = [
      { id: 'number', title: t('column.number'), cell: (row) => row.number, share: 0.5 },
      {
        id: 'text',
        title: t('column.text'),
        isRowHeader: true,
        cell: (row) => <FallbackText value={row.text} empty={t('noText')} />,
        share: 4,
      },
      { id: 'state', title: t('column.state'), cell: (row) => <State row={row} />, share: 1.25 },
    ];
    if (grouping !== 'meeting')
      columns.push({
        id: 'meeting',
        title: t('column.meeting'),
        cell: (row) => <MeetingLink meeting={row.meeting} entryId={row.entryId} />,
        sort: 'meeting',
        share: 2,
      });
    if (isNarrow) return columns;
    columns.push(
      {
        id: 'replacedBy',
        title: t('column.replacedBy'),
        cell: (row) => row.replacedBy && <RecordLink reference={row.replacedBy} isBrief />,
        share: 1.75,
      },
      { id: 'areas', title: t('column.areas'), cell: (row) => <AreaNames areas={row.areas} isBrief />, share: 1.25 },
      {
        id: 'links',
        title: t('column.links'),
        cell: (row) => (row.links === 0 ? '' : format.number(row.links)),
        share: 0.5,
      },
    );
    return columns;
  }, [t, format, grouping, isNarrow]);
}

function State({ row }: { row: DecisionListItem }): ReactElement {
  const format = useFormat();
  return (
    <span className={styles.state}>
      <RecordState kind="decision" state={row.state} />
      {row.stateOn !== null && <span className={styles.muted}>{format.shortDate(row.stateOn)}</span>}
    </span>
  );
}
