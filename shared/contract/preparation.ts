import { oc } from '@orpc/contract';
import { z } from 'zod';
import { locked, notFound } from './errors.ts';
import { date, id, line, localizedLine, localizedText } from './fields.ts';

/**
 * Why an item of an earlier meeting is carried over (the rule of 4minitz, mission A1): it stands on every agenda, it was
 * not discussed, or an action of it is still open.
 */
export const carryReasons = ['recurring', 'not_discussed', 'open_action'] as const;

export const carriedItem = z.object({
  agendaItemId: id,
  title: localizedLine,
  reasons: z.array(z.enum(carryReasons)).min(1),
  plannedMinutes: z.number().nullable(),
  /** It is on the agenda of the meeting that is being prepared already. */
  isCarried: z.boolean(),
});
export type CarriedItem = z.infer<typeof carriedItem>;

/** An action of an earlier meeting of the group that is open or in progress. */
export const openAction = z.object({
  entryId: id,
  meetingId: id,
  meetingDate: date,
  /** «5.1», as in the minutes of its meeting. */
  number: z.string(),
  text: localizedText,
  owners: z.array(localizedLine),
  due: date.nullable(),
  dueAtNextMeeting: z.boolean(),
  status: z.enum(['open', 'in_progress', 'done', 'cancelled']),
  /** It is on the list of the meeting that is being prepared already. */
  isReviewed: z.boolean(),
});
export type OpenAction = z.infer<typeof openAction>;

export const expectedPerson = z.object({
  personId: id.nullable(),
  organizationId: id.nullable(),
  name: localizedLine,
  /** `member` of the group on the meeting's date, or `last_time`: took part in the last meeting and is no member. */
  from: z.enum(['member', 'last_time']),
});

/** What a new meeting of a group would begin with. */
export const preparationProposal = z.object({
  /** The last meeting of the group before the date; null for the first one. */
  base: z.object({ id, title: localizedLine, date, number: z.string() }).nullable(),
  /** The next number in the series, written as the last one was («7» → «8», «VII» → «VIII»); empty if it had none. */
  number: z.string(),
  items: z.array(carriedItem),
  actions: z.array(openAction),
  people: z.array(expectedPerson),
});
export type PreparationProposal = z.infer<typeof preparationProposal>;

export const readinessCodes = [
  'title-missing',
  'time-missing',
  'place-missing',
  'agenda-empty',
  'agenda-title-missing',
  'presenter-missing',
  'presenter-declined',
  'minutes-missing',
  'too-little-time',
  'nobody-expected',
  'chair-missing',
  'secretary-missing',
  'interpreter-missing',
  'head-missing',
  'not-invited',
  'not-answered',
  'quorum-not-confirmed',
  'email-missing',
] as const;

/** One line of the readiness list. `ok` lines are shown, too: what is done is seen to be done. */
export const readinessLine = z.object({
  code: z.enum(readinessCodes),
  isReady: z.boolean(),
  /**
   * How many things are still to be put right: items, people, minutes over the time; 0 on ready lines and where nothing
   * is counted. Only `agenda-empty` and `nobody-expected` count, when ready, what there is.
   */
  count: z.number(),
  /** What it is about, e.g. a side; empty where it is the meeting. */
  label: localizedLine,
  /** Where it is put right; `id` null: the tab as a whole. */
  place: z.object({ tab: z.enum(['overview', 'agenda', 'participants', 'invitations']), id: z.string().nullable() }),
});
export type ReadinessLine = z.infer<typeof readinessLine>;

export const preparationContract = {
  /** `meetingId`: an existing meeting into which things are carried; null: a new one on `date`. */
  propose: oc
    .input(z.strictObject({ groupId: id, meetingId: id.nullable(), date }))
    .output(preparationProposal)
    .errors({ NOT_FOUND: notFound }),
  /**
   * Makes the meeting: title, venue, sides, zone, languages and kind from the last one; the chosen items, actions and
   * people (expected, not yet invited; heads, roles and order as last time). One change set.
   */
  create: oc
    .input(
      z.strictObject({
        id,
        groupId: id,
        date,
        number: line,
        baseMeetingId: id.nullable(),
        agendaItemIds: z.array(id).max(1_000),
        actionIds: z.array(id).max(2_000),
        /** Members always come along; these are those of last time who are no members. */
        withLastParticipants: z.boolean(),
      }),
    )
    .output(z.object({ id }))
    .errors({ NOT_FOUND: notFound }),
  /** Adds items at the end of an agenda and actions to the list of a meeting; what is there already is left alone. */
  carryOver: oc
    .input(z.strictObject({ meetingId: id, agendaItemIds: z.array(id).max(1_000), actionIds: z.array(id).max(2_000) }))
    .output(z.object({ items: z.number(), actions: z.number() }))
    .errors({ NOT_FOUND: notFound, LOCKED: locked }),
  /** Actions of earlier meetings that this one looks at, as they stand now. */
  reviews: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.array(openAction))
    .errors({ NOT_FOUND: notFound }),
  removeReview: oc
    .input(z.strictObject({ meetingId: id, entryId: id }))
    .output(z.object({}))
    .errors({ NOT_FOUND: notFound }),
  readiness: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.array(readinessLine))
    .errors({ NOT_FOUND: notFound }),
};
