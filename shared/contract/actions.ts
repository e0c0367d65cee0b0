import { oc } from '@orpc/contract';
import { z } from 'zod';
import { dueGroups } from '../domain/action-due.ts';
import { actionOwner, actionStatuses, ownerKinds } from './entries.ts';
import { locked, notFound } from './errors.ts';
import { date, id, localizedLine, localizedText, optionalDate } from './fields.ts';
import {
  chosenIds,
  historyLine,
  maxChosen,
  meetingReference,
  pageInput,
  recordReference,
  registerPage,
  reportInput,
} from './follow-up.ts';

/**
 * Somebody who has an action to do. `key` is the same over meetings: the id of a person or an organisation, of a side
 * its names. `leftOn`: the day on which a person or organisation left the working group, if that is past.
 */
export const actionOwnerLine = actionOwner.extend({ key: z.string(), name: localizedLine, leftOn: optionalDate });
export type ActionOwnerLine = z.infer<typeof actionOwnerLine>;

/** Who owns an action and when it is due. */
const assignment = { owners: z.array(actionOwnerLine), due: optionalDate, dueAtNextMeeting: z.boolean() };

/** A row of the register of action items over all meetings, as it stands now; `number` is as printed (3.1). */
export const actionListItem = z.object({
  entryId: id,
  number: z.string(),
  text: localizedText,
  ...assignment,
  status: z.enum(actionStatuses),
  /**
   * The day by which it is to be done, by which lateness is judged (shared/domain/action-due.ts): `due`, or with
   * `dueAtNextMeeting` that of the meeting of the group that came next, else the one that the minutes announce.
   */
  dueOn: optionalDate,
  /** What the minutes say, where owner or date have been changed since; null: nothing has. */
  agreed: z.object(assignment).nullable(),
  meeting: meetingReference,
  /** It was to be done before the day on which it was agreed. */
  isDueBeforeMeeting: z.boolean(),
});
export type ActionListItem = z.infer<typeof actionListItem>;

export const actionDetail = actionListItem.extend({
  agendaItem: z.object({ id, number: z.string(), title: localizedLine }),
  /** Later meetings at which it was looked at, oldest first. */
  reviews: z.array(meetingReference),
  /** Newest first. */
  history: z.array(historyLine),
  links: z.array(recordReference),
});
export type ActionDetail = z.infer<typeof actionDetail>;

export { dueGroups } from '../domain/action-due.ts';
export const actionGroupings = ['meeting', 'owner', 'side', 'due'] as const;

/** How a group of the register is headed; a group of nobody, or of no side, has its own kind. */
export const actionHead = z.discriminatedUnion('by', [
  z.object({ by: z.literal('meeting'), meeting: meetingReference }),
  z.object({ by: z.literal('owner'), kind: z.enum(ownerKinds).nullable(), key: z.string(), name: localizedLine }),
  z.object({ by: z.literal('side'), key: z.string(), name: localizedLine }),
  z.object({ by: z.literal('due'), due: z.enum(dueGroups) }),
]);
export type ActionHead = z.infer<typeof actionHead>;

export const actionFilter = {
  /** Empty: all. */
  statuses: z.array(z.enum(actionStatuses)).max(4).default([]),
  due: z.enum(dueGroups).nullable().default(null),
  /** `key` of an owner: theirs alone. */
  ownerKey: z.string().max(2_000).nullable().default(null),
  /** `key` of a side: what it owns itself, or its people and organisations do. */
  sideKey: z.string().max(2_000).nullable().default(null),
  groupId: id.nullable().default(null),
  meetingId: id.nullable().default(null),
};

export const actionSorts = ['due', 'meeting', 'status'] as const;

export const actionsContract = {
  list: oc
    .input(
      z.strictObject({
        ...pageInput,
        ...actionFilter,
        grouping: z.enum(actionGroupings).default('meeting'),
        /**
         * Inside the groups; the order of the minutes decides what is equal. By `meeting` it is the order of the groups
         * that are meetings, too, which else come newest first; `isDescending`: newest, or latest, first.
         */
        sort: z.enum(actionSorts).default('meeting'),
        isDescending: z.boolean().default(true),
        /** Stay although neither status nor due date fits any more: what was just changed does not jump away. */
        keptIds: z.array(id).max(maxChosen).default([]),
      }),
    )
    .output(registerPage(actionListItem, actionHead)),
  get: oc
    .input(z.strictObject({ entryId: id, today: date }))
    .output(actionDetail)
    .errors({ NOT_FOUND: notFound }),
  /** All owners and sides that the register knows, for its filters; by name of the language asked for is the page's task. */
  owners: oc.output(
    z.object({
      owners: z.array(z.object({ kind: z.enum(ownerKinds), key: z.string(), name: localizedLine, open: z.number() })),
      sides: z.array(z.object({ key: z.string(), name: localizedLine, open: z.number() })),
    }),
  ),
  /** Says how actions stand, one report for each; `status` null: as before, the note alone is kept. */
  report: oc
    .input(z.strictObject({ entryIds: chosenIds, status: z.enum(actionStatuses).nullable(), ...reportInput }))
    .output(z.object({ changed: z.number() }))
    .errors({ NOT_FOUND: notFound }),
  /**
   * Gives actions other owners, another date, or both. While the minutes are being written (planned, live, draft) it is
   * they that change, afterwards they keep what was agreed; `inMinutes` counts the former. Owners that are sides must
   * belong to the meeting of every action, else SIDE_NOT_OF_MEETING.
   */
  assign: oc
    .input(
      z.strictObject({
        entryIds: chosenIds,
        owners: z
          .array(actionOwner.omit({ id: true }))
          .max(50)
          .exactOptional(),
        due: z.strictObject({ due: optionalDate, dueAtNextMeeting: z.boolean() }).exactOptional(),
        ...reportInput,
      }),
    )
    .output(z.object({ changed: z.number(), inMinutes: z.number() }))
    .errors({ NOT_FOUND: notFound, LOCKED: locked, SIDE_NOT_OF_MEETING: { status: 422 } }),
};
