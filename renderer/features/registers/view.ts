import { type actionGroupings, type actionSorts, dueGroups } from '#shared/contract/actions.ts';
import { actionStatuses } from '#shared/contract/entries.ts';
import type { DueGroup } from '#shared/domain/action-due.ts';

type Status = (typeof actionStatuses)[number];
export type ActionGrouping = (typeof actionGroupings)[number];
export type ActionSort = (typeof actionSorts)[number];

/** `unclosed`: neither done nor cancelled. */
export const statusFilters = ['unclosed', ...actionStatuses] as const;

/** What the register shows, and how; null leaves all. */
export interface ActionsView {
  status: (typeof statusFilters)[number] | null;
  due: DueGroup | null;
  ownerKey: string | null;
  sideKey: string | null;
  groupId: string | null;
  grouping: ActionGrouping;
  sort: ActionSort;
  isDescending: boolean;
}

export const firstView: ActionsView = {
  status: 'unclosed',
  due: null,
  ownerKey: null,
  sideKey: null,
  groupId: null,
  grouping: 'meeting',
  sort: 'meeting',
  isDescending: true,
};

/** What a link to the register says: the action in the pane, and what it is to show. */
export interface ActionsSearch {
  open?: string;
  due?: DueGroup;
  owner?: string;
  side?: string;
  group?: string;
}

export function readSearch(search: Record<string, unknown>): ActionsSearch {
  const { open, due, owner, side, group } = search;
  const dueGroup = dueGroups.find((code) => code === due);
  return {
    ...(typeof open === 'string' && { open }),
    ...(dueGroup && { due: dueGroup }),
    ...(typeof owner === 'string' && { owner }),
    ...(typeof side === 'string' && { side }),
    ...(typeof group === 'string' && { group }),
  };
}

/** The view that a link asks for; null: it asks for none, so the register stays as it was left. */
export function linkedView({ due, owner, side, group }: ActionsSearch): ActionsView | null {
  if (due === undefined && owner === undefined && side === undefined && group === undefined) return null;
  return {
    ...firstView,
    status: due === 'closed' ? null : firstView.status,
    due: due ?? null,
    ownerKey: owner ?? null,
    sideKey: side ?? null,
    groupId: group ?? null,
  };
}

/** The part of the view that the back end is asked for. */
export function askFor({ status, ...view }: ActionsView): Omit<ActionsView, 'status'> & { statuses: Status[] } {
  return { ...view, statuses: statusesOf(status) };
}

function statusesOf(status: ActionsView['status']): Status[] {
  if (status === null) return [];
  return status === 'unclosed' ? ['open', 'in_progress'] : [status];
}

/** With another filter of dates, what is closed comes into sight or goes. */
export function changeView(view: ActionsView, change: Partial<ActionsView>): ActionsView {
  const next = { ...view, ...change };
  if (change.due === 'closed' && next.status === 'unclosed') next.status = null;
  if (change.due !== undefined && change.due !== 'closed' && view.due === 'closed') next.status = 'unclosed';
  return next;
}
