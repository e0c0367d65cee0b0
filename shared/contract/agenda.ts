import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id, localizedLine, orderKey } from './fields.ts';
import { inUse, locked, notFound } from './errors.ts';

export const agendaStates = ['open', 'discussed', 'postponed'] as const;

/** Items are numbered 1, 2, 3 … by `orderKey`; the number is never stored. */
export const agendaItem = z.strictObject({
  id,
  meetingId: id,
  title: localizedLine,
  presenterAttendanceId: id.nullable(),
  plannedMinutes: z.number().int().min(0).max(1_440).nullable(),
  state: z.enum(agendaStates),
  /** Stands on every agenda of the group; absent: only on this one. */
  isRecurring: z.boolean().exactOptional(),
  /** The item of an earlier meeting that was carried over; it may be gone. */
  carriedFromId: id.exactOptional(),
  orderKey,
});
export type AgendaItem = z.infer<typeof agendaItem>;

export const agendaContract = {
  add: oc.input(agendaItem).output(agendaItem).errors({ NOT_FOUND: notFound, LOCKED: locked }),
  update: oc
    .input(agendaItem.partial().extend({ id }))
    .output(agendaItem)
    .errors({ NOT_FOUND: notFound, LOCKED: locked }),
  /** Refused while entries or documents stand under the item. */
  remove: oc
    .input(z.strictObject({ id }))
    .output(z.object({ id }))
    .errors({ NOT_FOUND: notFound, IN_USE: inUse, LOCKED: locked }),
};
