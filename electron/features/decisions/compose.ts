import type { DecisionDetail, DecisionListItem } from '#shared/contract/decisions.ts';
import type { Connection } from '../../db/connection.ts';
import {
  findAgendaPlace,
  findPlaced,
  findReferences,
  listLinked,
  sortReferences,
  wasChangedWith,
} from '../links/index.ts';
import { listReports, toHistory } from '../status-reports/index.ts';
import { countLinks, listAdopted, listDecisionRows, listReplaced } from './repository.ts';

/** Rows of the register, by entry id; what is no decision any more is left out. `today` judges agreements. */
export function composeDecisions(
  connection: Connection,
  ids: readonly string[],
  today: string,
): Map<string, DecisionListItem> {
  const placed = findPlaced(connection, 'decision', ids);
  const rows = listDecisionRows(connection, ids);
  const links = countLinks(connection, ids);
  const replacements = findReferences(
    connection,
    [...rows.values()].flatMap(({ replaced_by_entry_id: id }) =>
      id === null ? [] : { kind: 'decision' as const, id },
    ),
    today,
  );
  return new Map(
    [...placed].map(([id, details]) => {
      const row = rows.get(id);
      return [
        id,
        {
          ...details,
          state: (row?.state ?? 'in_force') as DecisionListItem['state'],
          stateOn: row?.state_on ?? null,
          replacedBy: replacements.get(row?.replaced_by_entry_id ?? '') ?? null,
          links: links.get(id) ?? 0,
        },
      ];
    }),
  );
}

export function composeDecision(connection: Connection, id: string, today: string): DecisionDetail | undefined {
  const item = composeDecisions(connection, [id], today).get(id);
  if (item === undefined) return undefined;
  const referencesTo = (kind: 'decision' | 'proposal', ids: readonly string[]) =>
    sortReferences([
      ...findReferences(
        connection,
        ids.map((found) => ({ kind, id: found })),
        today,
      ).values(),
    ]);
  const reports = listReports(connection, 'decision', [id]).get(id) ?? [];
  return {
    ...item,
    agendaItem: findAgendaPlace(connection, id),
    replaces: referencesTo('decision', listReplaced(connection, id)),
    adopted: referencesTo('proposal', listAdopted(connection, id)),
    linked: listLinked(connection, { kind: 'decision', id }, today),
    history: toHistory(reports, 'in_force', (report) =>
      report.state === 'superseded' &&
      wasChangedWith(connection, report.id, { table: 'decision', key: id, column: 'replaced_by_entry_id' })
        ? ['replacement']
        : [],
    ),
  };
}
