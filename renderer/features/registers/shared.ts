import type { ActionListItem } from '#shared/contract/actions.ts';

type FromMeeting = Pick<ActionListItem, 'meeting'>;

/** The meeting that all the actions come from; null: several, or none. */
export function sharedMeeting(actions: readonly FromMeeting[]): string | null {
  const [first] = actions;
  if (first === undefined) return null;
  return actions.every(({ meeting }) => meeting.id === first.meeting.id) ? first.meeting.id : null;
}

/** How many actions would be due before the day on which they were agreed. @param due `YYYY-MM-DD` */
export const countBeforeMeeting = (actions: readonly FromMeeting[], due: string): number =>
  actions.filter(({ meeting }) => due < meeting.date).length;
