import type { HistoryLine } from '#shared/contract/follow-up.ts';
import type { ActionOwner } from '#shared/contract/entries.ts';
import { dateHere } from '#shared/domain/date-here.ts';
import type { Connection } from '../../db/connection.ts';
import { listReports, type StoredReport } from '../status-reports/index.ts';
import type { HeldAction } from './held-repository.ts';
import { type ActionChange, findOwnersChanged, findReportSets, listActionChanges } from './history-repository.ts';

interface Event {
  atMs: number;
  report: StoredReport | undefined;
  change: ActionChange | undefined;
}

/**
 * What became of an action, newest first: the reports on it, with what each changed, and the changes of its status that
 * nobody reported.
 */
export function readHistory(connection: Connection, action: HeldAction): HistoryLine[] {
  const reports = listReports(connection, 'action', [action.entryId]).get(action.entryId) ?? [];
  const changes = new Map(listActionChanges(connection, action.entryId).map((change) => [change.seq, change]));
  const sets = findReportSets(
    connection,
    reports.map(({ id }) => id),
  );
  const reported = new Set(sets.values());
  const events: Event[] = [
    ...reports.map((report) => ({ atMs: report.atMs, report, change: changes.get(sets.get(report.id) ?? -1) })),
    ...[...changes.values()]
      .filter((change) => !reported.has(change.seq) && isNewStatus(change))
      .map((change) => ({ atMs: change.atMs, report: undefined, change })),
  ].sort((a, b) => a.atMs - b.atMs);
  let status = events[0]?.change?.action.before?.status ?? 'open';
  const lines = events.map(({ atMs, report, change }): HistoryLine => {
    const next = report?.state ?? change?.action.after?.status ?? status;
    const state = next === status ? null : next;
    status = next;
    const seq = report === undefined ? undefined : sets.get(report.id);
    return {
      id: report?.id ?? `change-${String(change?.seq ?? 0)}`,
      atMs,
      on: report?.on ?? dateHere(atMs),
      source: report === undefined ? 'changed' : 'reported',
      state,
      changed: [
        ...(seq !== undefined && hasNewOwners(connection, action, seq, change) ? (['owners'] as const) : []),
        ...(change !== undefined && hasNewDue(action, change) ? (['due'] as const) : []),
      ],
      reporterId: report?.reporterId ?? null,
      reporter: report?.reporter ?? '',
      meeting: report?.meeting ?? null,
      note: report?.note ?? '',
    };
  });
  return lines.sort((a, b) => (a.on === b.on ? b.atMs - a.atMs : a.on < b.on ? 1 : -1));
}

const isNewStatus = ({ action: { before, after } }: ActionChange): boolean =>
  before !== null && after !== null && before.status !== after.status;

/** In the minutes, or beside them, where at first and in the end it is the minutes that count. */
function hasNewDue({ minutes }: HeldAction, { action, assignment }: ActionChange): boolean {
  const agreed = { due: minutes.due, due_at_next_meeting: minutes.dueAtNextMeeting ? 1 : 0 };
  const isBeside = assignment.before !== null || assignment.after !== null;
  const before = isBeside ? (assignment.before ?? action.before ?? agreed) : action.before;
  const after = isBeside ? (assignment.after ?? action.after ?? agreed) : action.after;
  if (before === null || after === null) return false;
  return before.due !== after.due || before.due_at_next_meeting !== after.due_at_next_meeting;
}

function hasNewOwners(
  connection: Connection,
  { entryId, minutes }: HeldAction,
  seq: number,
  change: ActionChange | undefined,
): boolean {
  const ofMinutes = findOwnersChanged(connection, entryId, seq, 'action_owner');
  const { before = null, after = null } = change?.assignment ?? {};
  const isBeside = before !== null || after !== null;
  const { gone, come } = findOwnersChanged(connection, entryId, seq, 'action_assignee');
  if (!isBeside && gone.size + come.size === 0) return !isSame(ofMinutes.gone, ofMinutes.come);
  const agreed = new Set(minutes.owners.map(({ ownerId }: ActionOwner) => ownerId));
  const wereAgreed = new Set([...agreed, ...ofMinutes.gone].filter((id) => !ofMinutes.come.has(id)));
  return !isSame(before === null && isBeside ? wereAgreed : gone, after === null && isBeside ? agreed : come);
}

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id));
