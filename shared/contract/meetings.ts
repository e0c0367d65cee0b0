import { oc } from '@orpc/contract';
import { z } from 'zod';
import { meetingStatuses } from '../domain/meeting-moves.ts';
import { agendaItem } from './agenda.ts';
import { agreement } from './agreements.ts';
import { attendance } from './attendance.ts';
import { entry } from './entries.ts';
import { eventNested, inUse, locked, notFound, wrongStage } from './errors.ts';
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
  /** In its series, as written; may be empty. */
  number: line,
  title: localizedLine,
  date,
  status: z.enum(meetingStatuses),
  kind: z.enum(meetingKinds),
  format: z.enum(meetingFormats),
  groupId: id.nullable(),
  /** The event that it is a part of: a forum with its sessions and signings. */
  parentId: id.nullable(),
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
  /** The agreed minutes are being amended, see meeting-moves.ts. */
  isAmending: z.boolean(),
  parentId: id.nullable(),
  attendance: z.array(attendance),
  agenda: z.array(agendaItem),
  entries: z.array(entry),
  agreements: z.array(agreement),
});
export type MeetingDetail = z.infer<typeof meetingDetail>;

export const meetingsContract = {
  list: oc.output(z.array(meetingListItem)),
  get: oc.input(z.strictObject({ id })).output(meetingDetail).errors({ NOT_FOUND: notFound }),
  create: oc
    .input(meeting.extend({ parentId: id.nullable().exactOptional() }))
    .output(z.object({ id }))
    .errors({ NOT_FOUND: notFound, EVENT_NESTED: eventNested }),
  /**
   * A `status` is taken where the table of moves lets the user choose it (`choiceTo` in meeting-moves.ts), else
   * WRONG_STAGE; circulating, agreeing and amending are calls of their own.
   */
  update: oc
    .input(meeting.partial().extend({ id }))
    .output(z.object({ id }))
    .errors({ NOT_FOUND: notFound, IN_USE: inUse, LOCKED: locked, WRONG_STAGE: wrongStage }),
  /**
   * Removes the meeting with all that stands under it in one change set; undo brings all of it back. Refused while its
   * minutes are agreed. Meetings that are parts of it stay and stand alone.
   */
  remove: oc.input(z.strictObject({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound, LOCKED: locked }),
  /** Puts a meeting under an event, or with null takes it out. An event is itself no part of another. */
  setParent: oc
    .input(z.strictObject({ id, parentId: id.nullable() }))
    .output(z.object({ id }))
    .errors({ NOT_FOUND: notFound, EVENT_NESTED: eventNested }),
};
