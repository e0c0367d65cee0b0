import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import type { LocalizedText } from '../domain/language.ts';
import { id, localizedLine, localizedText, optionalDate } from './fields.ts';
import { meetingReference } from './follow-up.ts';

export const timelineKinds = ['meeting', 'signing', 'decision'] as const;
export type TimelineKind = (typeof timelineKinds)[number];
export const timelineLanes = ['partner', 'area', 'group'] as const;

export const timelineFilter = {
  kinds: z.array(z.enum(timelineKinds)).max(3).default([]),
  from: optionalDate.default(null),
  to: optionalDate.default(null),
  /** Empty: all. What has at least one of them stays. */
  organizationIds: z.array(id).max(500).default([]),
  areaIds: z.array(id).max(100).default([]),
  groupIds: z.array(id).max(500).default([]),
  lanes: z.enum(timelineLanes).default('partner'),
};
export const timelineInput = z.strictObject(timelineFilter);
export type TimelineInput = z.infer<typeof timelineInput>;

/**
 * Something that happened on a day. `id`: of the meeting, the agreement or the entry. It stands in each of its `lanes`
 * (indexes into the list of lanes).
 */
export interface TimelineEvent {
  kind: TimelineKind;
  id: string;
  /** `YYYY-MM-DD`; of an agreement without a date of its own, and of a decision, that of the meeting. */
  date: string;
  /** Last day of what took several; null: one day. */
  endDate: string | null;
  title: LocalizedText;
  meetingId: string | null;
  lanes: readonly number[];
}

/**
 * `id` null: what belongs to no partner, area or group. Most events first, that one last. Where the filter names partners
 * and the lanes are partners (or areas, or groups), there are no others.
 */
export const timelineLane = z.object({ id: id.nullable(), name: localizedLine, count: z.number() });
export type TimelineLane = z.infer<typeof timelineLane>;

/**
 * Events by date, the earliest first, as columns: tens of thousands come in one answer. `sets`: which of all `laneSets`
 * so far an event stands in.
 */
const timelinePart = z.object({
  type: z.literal('events'),
  kinds: z.array(z.enum(timelineKinds)),
  ids: z.array(z.string()),
  dates: z.array(z.string()),
  endDates: z.array(z.string().nullable()),
  sets: z.array(z.number()),
  /** New ones, behind those of the parts before. */
  laneSets: z.array(z.array(z.number())),
});
export type TimelinePart = z.infer<typeof timelinePart>;

/** What an event is, for the few that somebody looks at. */
export const timelineDescription = z.object({
  kind: z.enum(timelineKinds),
  id,
  title: localizedText,
  /** At which the document was signed or the decision taken; null for a meeting itself. */
  meeting: meetingReference.nullable(),
});
export type TimelineDescription = z.infer<typeof timelineDescription>;

export const timelineContract = {
  /** First the lanes, then the events in parts. `undated`: agreements that have no day to stand at. */
  list: oc.input(timelineInput).output(
    eventIterator(
      z.discriminatedUnion('type', [
        z.object({
          type: z.literal('lanes'),
          lanes: z.array(timelineLane),
          events: z.number(),
          undated: z.number(),
        }),
        timelinePart,
      ]),
    ),
  ),
  /** What has been removed since is left out. */
  describe: oc
    .input(z.strictObject({ events: z.array(z.strictObject({ kind: z.enum(timelineKinds), id })).max(500) }))
    .output(z.array(timelineDescription)),
};
