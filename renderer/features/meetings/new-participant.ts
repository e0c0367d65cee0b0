import { v7 as newId } from 'uuid';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { emptyAttendance } from '#shared/domain/empty-records.ts';
import { compareByOrderKey } from '#shared/domain/minutes/numbering.ts';
import { keyAtEnd } from '../../app/order-keys.ts';

/** What a way of adding knows of a participant; the rest is the same for all. */
export type NewParticipant = Partial<Attendance> & { country?: string };

/** Puts somebody at the end of the list, on the side of their country where the meeting has it; expected until it begins. */
export function makeParticipant(
  meeting: Pick<Meeting, 'id' | 'sides' | 'format' | 'status'>,
  attendance: readonly Attendance[],
  { country = '', ...known }: NewParticipant,
): Attendance {
  const side = meeting.sides.find((candidate) => candidate.country !== '' && candidate.country === country);
  return {
    ...emptyAttendance(newId(), meeting.id),
    sideId: side?.id ?? null,
    mode: meeting.format === 'online' ? 'online' : 'in_person',
    presence: meeting.status === 'planned' ? 'expected' : 'present',
    orderKey: keyAtEnd([...attendance].sort(compareByOrderKey)),
    ...known,
  };
}
