import { getLocalTimeZone, today } from '@internationalized/date';
import type { ActionListItem } from '#shared/contract/actions.ts';
import type { Action } from '#shared/contract/entries.ts';
import { chooseText, type Language, type LocalizedText } from '#shared/domain/language.ts';

/** What the date of an action item is judged by. */
export interface Dated {
  action: Pick<Action, 'status' | 'due' | 'dueAtNextMeeting'>;
}

export const isOpen = ({ action }: Dated): boolean => action.status === 'open' || action.status === 'in_progress';

/** How an action item stands to its date; the register shows and groups by it. `null`: closed, so the date is history. */
export type DueState = 'overdue' | 'dated' | 'nextMeeting' | 'notNamed' | 'closed';

export const todayHere = (): string => today(getLocalTimeZone()).toString();

/** @param day today as `YYYY-MM-DD` */
export function dueState(item: Dated, day: string): DueState {
  const { due, dueAtNextMeeting } = item.action;
  if (!isOpen(item)) return 'closed';
  if (due !== null) return due < day ? 'overdue' : 'dated';
  return dueAtNextMeeting ? 'nextMeeting' : 'notNamed';
}

export const groupings = ['meeting', 'owner', 'due'] as const;
export type Grouping = (typeof groupings)[number];

/** A heading of the register with the rows under it. */
export type ActionGroup = { id: string; items: ActionListItem[] } & (
  | { by: 'meeting'; meeting: ActionListItem }
  | { by: 'owner'; owner: LocalizedText | null }
  | { by: 'due'; due: DueState }
);

const dueOrder: DueState[] = ['overdue', 'dated', 'nextMeeting', 'notNamed', 'closed'];

/**
 * Sorts action items under headings. What nobody is named for, or has no date, is never hidden at the end of a long
 * list: it has a heading of its own. An item with several owners stands under each of them.
 */
export function groupActions(
  items: readonly ActionListItem[],
  by: Grouping,
  language: Language,
  day: string,
  compare: (a: string, b: string) => number,
): ActionGroup[] {
  switch (by) {
    case 'meeting':
      // The list comes with the newest meeting first.
      return [...Map.groupBy(items, (item) => item.meetingId)].map(([id, members]) => ({
        id,
        by,
        items: members,
        meeting: members[0] as ActionListItem,
      }));
    case 'due':
      return dueOrder
        .map((due) => ({ id: due, by, due, items: items.filter((item) => dueState(item, day) === due) }))
        .filter((group) => group.items.length > 0);
    case 'owner': {
      const owned = new Map<string, { owner: LocalizedText; items: ActionListItem[] }>();
      for (const item of items) {
        // A side has an id of its own in each meeting; what makes an owner the same one is the name.
        for (const [key, owner] of new Map(item.owners.map((owner) => [Object.values(owner).join('\n'), owner]))) {
          const group = owned.get(key) ?? { owner, items: [] };
          group.items.push(item);
          owned.set(key, group);
        }
      }
      const nobody = items.filter((item) => item.owners.length === 0);
      return [
        ...(nobody.length > 0 ? [{ id: 'nobody', by, owner: null, items: nobody }] : []),
        ...[...owned]
          .map(([id, group]) => ({ id, by, ...group }))
          .sort((a, b) => compare(chooseText(a.owner, language).text, chooseText(b.owner, language).text)),
      ];
    }
  }
}
