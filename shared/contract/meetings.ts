import { oc } from '@orpc/contract';
import { z } from 'zod';
import { agendaItem } from './agenda.ts';
import { agreement } from './agreements.ts';
import { attendance } from './attendance.ts';
import { entry } from './entries.ts';
import { inUse, notFound } from './errors.ts';
import {
  country,
  date,
  id,
  language,
  line,
  listOf,
  localizedLine,
  localizedText,
  optionalDate,
  time,
  zone,
} from './fields.ts';

export const meetingKinds = ['bilateral', 'conference', 'forum', 'signing', 'preparatory', 'visit'] as const;
export const meetingFormats = ['in_person', 'online', 'hybrid'] as const;
export const meetingStatuses = ['planned', 'live', 'draft', 'circulated', 'agreed', 'amended'] as const;
/** 会议纪要 records what one body decided; 会谈纪要 (minutes of talks) is signed by two sides (standards, A2). */
export const minutesKinds = ['minutes', 'minutes_of_talks'] as const;

/** A side as it takes part in this meeting; copied from the group, then its own. */
export const meetingSide = z.strictObject({
  id,
  country,
  name: localizedLine,
  zone,
  leadOrganizationId: id.nullable(),
  /** How many of the side must be present; absent when none is set. */
  quorum: z.number().int().min(1).max(100_000).exactOptional(),
});

/** A hall or a remote link; the first `main` venue gives the place of the minutes. */
export const venue = z.strictObject({
  id,
  kind: z.enum(['main', 'remote']),
  city: localizedLine,
  place: localizedLine,
  country,
});

/** `startTime` and `endTime` are wall-clock times in `zone`; null where a report names none. */
export const meeting = z.strictObject({
  id,
  groupId: id.nullable(),
  number: line,
  kind: z.enum(meetingKinds),
  format: z.enum(meetingFormats),
  status: z.enum(meetingStatuses),
  minutesKind: z.enum(minutesKinds),
  title: localizedLine,
  theme: localizedText,
  framework: localizedText,
  date,
  endDate: optionalDate,
  startTime: time.nullable(),
  endTime: time.nullable(),
  zone,
  workingLanguages: z.array(language).max(3),
  headCount: z.number().int().min(0).max(100_000).nullable(),
  partOf: localizedLine,
  sides: listOf(meetingSide),
  venues: listOf(venue),
  organizers: listOf(z.strictObject({ id, organizationId: id })),
  nextMeetingDate: optionalDate,
  nextMeetingNote: localizedLine,
  note: localizedText,
});
export type Meeting = z.infer<typeof meeting>;
export type MeetingSide = z.infer<typeof meetingSide>;
export type Venue = z.infer<typeof venue>;

export const meetingListItem = z.object({
  id,
  title: localizedLine,
  date,
  status: z.enum(meetingStatuses),
  kind: z.enum(meetingKinds),
  format: z.enum(meetingFormats),
  groupId: id.nullable(),
  group: localizedLine,
  city: localizedLine,
  decisionCount: z.number(),
  actionCount: z.number(),
  proposalCount: z.number(),
});
export type MeetingListItem = z.infer<typeof meetingListItem>;

/** One meeting with everything under it, each list in its stored order. */
export const meetingDetail = z.object({
  meeting,
  attendance: z.array(attendance),
  agenda: z.array(agendaItem),
  entries: z.array(entry),
  agreements: z.array(agreement),
});
export type MeetingDetail = z.infer<typeof meetingDetail>;

export const meetingsContract = {
  list: oc.output(z.array(meetingListItem)),
  get: oc.input(z.strictObject({ id })).output(meetingDetail).errors({ NOT_FOUND: notFound }),
  create: oc.input(meeting).output(z.object({ id })),
  update: oc
    .input(meeting.partial().extend({ id }))
    .output(z.object({ id }))
    .errors({ NOT_FOUND: notFound, IN_USE: inUse }),
  /** Removes the meeting with its agenda, entries and attendance in one change set; undo brings all of it back. */
  remove: oc.input(z.strictObject({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound }),
};
