import type { ActionListItem } from '#shared/contract/actions.ts';
import type { LastReport, ReportedAction } from '#shared/domain/dossiers/action-table.ts';
import type { Context } from '../../context.ts';
import { everyAction, listActionPage } from '../actions/index.ts';
import { listReports } from '../status-reports/index.ts';

const pageSize = 500;

export interface ChosenActions {
  ownerKey?: string | null;
  sideKey?: string | null;
  groupId: string | null;
}

/** All actions that are chosen, meeting by meeting, the newest first; each once. */
export async function listChosenActions(
  { connection }: Context,
  chosen: ChosenActions,
  today: string,
): Promise<ActionListItem[]> {
  const found: ActionListItem[] = [];
  for (;;) {
    const input = { ...everyAction, ...chosen, today, offset: found.length, limit: pageSize };
    const { rows, shown } = await listActionPage(connection, input);
    found.push(...rows.map(({ row }) => row));
    if (rows.length === 0 || found.length >= shown) return found;
  }
}

/** The same with what was said of them last, by `on` at the latest. */
export function withReports({ connection }: Context, actions: readonly ActionListItem[], on: string): ReportedAction[] {
  const reports = listReports(
    connection,
    'action',
    actions.map(({ entryId }) => entryId),
  );
  return actions.map((action): ReportedAction => {
    const last = reports.get(action.entryId)?.findLast((report) => report.on <= on);
    const lastReport: LastReport | null =
      last === undefined ? null : { on: last.on, reporter: last.reporter, note: last.note };
    return { action, lastReport };
  });
}

/**
 * How records stood at the end of a day, by id, as far as reports say: as the last one by then had it, else `first` where
 * there are only later ones. What is not in the answer stands as it does now.
 */
export function readStatesOn(
  { connection }: Context,
  kind: 'action' | 'decision',
  ids: readonly string[],
  day: string,
  first: string,
): Map<string, string> {
  const states = new Map<string, string>();
  for (const [id, reports] of listReports(connection, kind, ids)) {
    const last = reports.findLast(({ on }) => on <= day);
    states.set(id, last?.state ?? first);
  }
  return states;
}
