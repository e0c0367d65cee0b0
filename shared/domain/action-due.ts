import type { actionStatuses } from '../contract/entries.ts';

type Status = (typeof actionStatuses)[number];

/** An action due within so many days is due soon. */
export const soonDays = 14;

/** How an action stands with its time, most pressing first. */
export const dueGroups = ['overdue', 'soon', 'later', 'next_meeting', 'not_named', 'closed'] as const;
export type DueGroup = (typeof dueGroups)[number];

export interface Due {
  status: Status;
  dueAtNextMeeting: boolean;
  /** See `actionListItem` of the contract; dates are `YYYY-MM-DD`. */
  dueOn: string | null;
}

/**
 * What was due at the next meeting is overdue once that day is past, like everything else; before, it stands by itself,
 * for that day may still be moved.
 */
export function dueGroupOf(
  { status, dueAtNextMeeting, dueOn }: Due,
  today: string,
  soonUntil = soonEnd(today),
): DueGroup {
  if (isClosed(status)) return 'closed';
  if (dueOn !== null && dueOn < today) return 'overdue';
  if (dueAtNextMeeting) return 'next_meeting';
  if (dueOn === null) return 'not_named';
  return dueOn <= soonUntil ? 'soon' : 'later';
}

export const isClosed = (status: Status): boolean => status === 'done' || status === 'cancelled';

export const isOverdue = (action: Due, today: string): boolean => dueGroupOf(action, today) === 'overdue';

/** The last day that counts as soon. */
export function soonEnd(today: string): string {
  const end = new Date(`${today}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + soonDays);
  return end.toISOString().slice(0, 10);
}
