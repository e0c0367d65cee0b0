import type { ProposalDetail, ProposalListItem } from '#shared/contract/proposals.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import { findAgendaPlace, findPlaced, findReferences, listLinked, wasChangedWith } from '../links/index.ts';
import { listReports, toHistory } from '../status-reports/index.ts';
import { listPartners, listProposalRows, listProposers } from './repository.ts';

/** Rows of the register, by entry id; what is no proposal any more is left out. `today` judges agreements. */
export function composeProposals(
  connection: Connection,
  ids: readonly string[],
  today: string,
): Map<string, ProposalListItem> {
  const placed = findPlaced(connection, 'proposal', ids);
  const rows = listProposalRows(connection, ids);
  const proposers = listProposers(connection, ids);
  const partners = listPartners(connection, ids);
  const decisions = findReferences(
    connection,
    [...rows.values()].flatMap(({ decision_entry_id: id }) => (id === null ? [] : { kind: 'decision' as const, id })),
    today,
  );
  return new Map(
    [...placed].map(([id, details]) => {
      const row = rows.get(id);
      return [
        id,
        {
          ...details,
          proposer: proposers.get(id) ?? null,
          stage: (row?.stage ?? 'proposed') as ProposalListItem['stage'],
          stageOn: row?.stage_on ?? null,
          funding: row === undefined ? emptyText() : fromColumns(row, 'funding'),
          partners: partners.get(id) ?? [],
          decision: decisions.get(row?.decision_entry_id ?? '') ?? null,
          project: row?.project ?? '',
        },
      ];
    }),
  );
}

export function composeProposal(connection: Connection, id: string, today: string): ProposalDetail | undefined {
  const item = composeProposals(connection, [id], today).get(id);
  if (item === undefined) return undefined;
  const reports = listReports(connection, 'proposal', [id]).get(id) ?? [];
  return {
    ...item,
    agendaItem: findAgendaPlace(connection, id),
    linked: listLinked(connection, { kind: 'proposal', id }, today),
    history: toHistory(reports, 'proposed', (report) =>
      report.state === 'adopted' &&
      wasChangedWith(connection, report.id, { table: 'proposal', key: id, column: 'decision_entry_id' })
        ? ['decision']
        : [],
    ),
  };
}
