import { oc } from '@orpc/contract';
import { z } from 'zod';
import { date, id, localizedLine, optionalDate } from './fields.ts';

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
export const timelineEvent = z.object({
  kind: z.enum(timelineKinds),
  id,
  date,
  /** Last day of what took several; null: one day. */
  endDate: optionalDate,
  title: localizedLine,
  meetingId: id.nullable(),
  lanes: z.array(z.number()),
});
export type TimelineEvent = z.infer<typeof timelineEvent>;

/** `id` null: what belongs to no partner, area or group. Most events first. */
export const timelineLane = z.object({ id: id.nullable(), name: localizedLine, count: z.number() });
export type TimelineLane = z.infer<typeof timelineLane>;

export const timelineContract = {
  /** Events by date, the earliest first. */
  list: oc.input(timelineInput).output(z.object({ lanes: z.array(timelineLane), events: z.array(timelineEvent) })),
};
