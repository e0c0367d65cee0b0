import type { DueGroup } from '#shared/domain/action-due.ts';
import type { ActionGrouping, ActionsView } from './view.ts';

/* Literal keys, so that the catalogue check sees each of them. */

export const groupingKeys = {
  meeting: 'grouping.meeting',
  owner: 'grouping.owner',
  side: 'grouping.side',
  due: 'grouping.due',
} as const satisfies Record<ActionGrouping, string>;

export const dueKeys = {
  overdue: 'due.groups.overdue',
  soon: 'due.groups.soon',
  later: 'due.groups.later',
  next_meeting: 'due.groups.nextMeeting',
  not_named: 'due.groups.notNamed',
  closed: 'due.groups.closed',
} as const satisfies Record<DueGroup, string>;

export const statusFilterKeys = {
  unclosed: 'filter.unclosed',
  open: 'statuses.open',
  in_progress: 'statuses.inProgress',
  done: 'statuses.done',
  cancelled: 'statuses.cancelled',
} as const satisfies Record<NonNullable<ActionsView['status']>, string>;
