import { Fragment, type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalListItem } from '#shared/contract/proposals.ts';
import { useFormat } from '../../app/format.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import type { RegisterColumn } from '../../ui/register/register-props.ts';
import { AreaNames, MeetingLink, RecordLink, RecordState } from '../follow-up/index.ts';
import styles from './proposals.module.css';
import type { ProposalView } from './view.ts';

/** @param isNarrow beside an open proposal, which says the rest */
export function useProposalColumns(
  grouping: ProposalView['grouping'],
  isNarrow: boolean,
): RegisterColumn<ProposalListItem>[] {
  const { t } = useTranslation('proposals');
  return useMemo(() => {
    const columns: RegisterColumn<ProposalListItem>[] = [
      { id: 'number', title: t('column.number'), cell: (row) => row.number, share: 0.5 },
      {
        id: 'text',
        title: t('column.text'),
        isRowHeader: true,
        cell: (row) => <FallbackText value={row.text} empty={t('noText')} />,
        share: 4,
      },
      { id: 'stage', title: t('column.stage'), cell: (row) => <Stage row={row} />, share: 1.5, least: 10.5 },
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
        id: 'proposer',
        title: t('column.proposer'),
        cell: ({ proposer }) => proposer && <FallbackText value={proposer.name} empty={t('unnamedProposer')} />,
        share: 1.25,
      },
      { id: 'areas', title: t('column.areas'), cell: (row) => <AreaNames areas={row.areas} isBrief />, share: 1.5 },
      { id: 'partners', title: t('column.partners'), cell: (row) => <Partners row={row} />, share: 1.5 },
      {
        id: 'decision',
        title: t('column.decision'),
        cell: (row) => row.decision && <RecordLink reference={row.decision} isBrief />,
        share: 1.5,
      },
    );
    return columns;
  }, [t, grouping, isNarrow]);
}

function Stage({ row }: { row: ProposalListItem }): ReactElement {
  const format = useFormat();
  return (
    <span className={styles.state}>
      <RecordState kind="proposal" state={row.stage} />
      {row.stageOn !== null && <span className={styles.muted}>{format.shortDate(row.stageOn)}</span>}
    </span>
  );
}

function Partners({ row }: { row: ProposalListItem }): ReactElement {
  const { t } = useTranslation('proposals');
  return (
    <span className={styles.brief}>
      {row.partners.map(({ organizationId, name }, index) => (
        <Fragment key={organizationId}>
          {index > 0 && '; '}
          <FallbackText value={name} empty={t('unnamedPartner')} />
        </Fragment>
      ))}
    </span>
  );
}
