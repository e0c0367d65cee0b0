import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import { agendaItem } from './agenda.ts';
import { attendance } from './attendance.ts';
import { entry } from './entries.ts';
import { notFound } from './errors.ts';
import { id, localizedLine } from './fields.ts';
import { meeting, meetingDetail } from './meetings.ts';
import { heading } from './translations.ts';

/** Whole seconds during which an agenda item was the current one, by item; items without any are absent. */
const spentSeconds = z.record(z.string(), z.number());

/** What differs from the state at the asked position. Null lists are as they were. */
export const minutesDelta = z.object({
  /** Number of the newest change set that is in this answer. */
  position: z.number(),
  meeting: meeting.nullable(),
  attendance: z.array(attendance).nullable(),
  agenda: z.array(agendaItem).nullable(),
  /** Added and changed rows, whole. */
  entries: z.array(entry),
  removedEntryIds: z.array(id),
  /** All of the meeting, in the order of the minutes. */
  headings: z.array(heading).nullable(),
});
export type MinutesDelta = z.infer<typeof minutesDelta>;

export const openedMinutes = z.object({
  detail: meetingDetail,
  headings: z.array(heading),
  position: z.number(),
  spentSeconds,
});

/*
 * What these two answer is declared and not checked on the way out: over 3,000 rows the check alone took longer than
 * reading them. That it is true is seen by test/db/minutes.test.ts, with the schemas above.
 */
const opened = type<z.infer<typeof openedMinutes>>();
const delta = type<MinutesDelta>();

/** The minutes of one meeting while they are taken: read once, then followed by their changes. */
export const minutesContract = {
  open: oc
    .input(z.strictObject({ meetingId: id }))
    .output(opened)
    .errors({ NOT_FOUND: notFound }),
  /** NOT_FOUND: the meeting is gone. */
  since: oc
    .input(z.strictObject({ meetingId: id, position: z.number().int().min(0) }))
    .output(delta)
    .errors({ NOT_FOUND: notFound }),
  /** The live screen is open in this window: what a crash interrupts is named at the next start. */
  begin: oc
    .input(z.strictObject({ meetingId: id, windowId: id }))
    .output(z.object({}))
    .errors({ NOT_FOUND: notFound }),
  leave: oc.input(z.strictObject({ meetingId: id, windowId: id })).output(z.object({})),
  /** Meetings whose live screen was open when the program was cut off; `upToMs` is the last text that was saved. */
  recovered: oc.output(z.array(z.object({ meetingId: id, title: localizedLine, upToMs: z.number() }))),
  dismissRecovered: oc.input(z.strictObject({ meetingId: id })).output(z.object({})),
  /**
   * Tells how long an agenda item was the current one by this counter in all, and answers the time by all counters.
   * Told again it counts once: of one counter the longest time stands. Outside Undo: a clock cannot be taken back.
   */
  tellTime: oc
    .input(z.strictObject({ agendaItemId: id, counterId: id, seconds: z.number().int().min(1).max(10_000_000) }))
    .output(z.object({ seconds: z.number() }))
    .errors({ NOT_FOUND: notFound }),
};
