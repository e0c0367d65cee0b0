import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id, language, listOf, localizedLine, orderKey, time } from './fields.ts';
import { inUse, locked, notFound } from './errors.ts';

export const attendanceRoles = [
  'chair',
  'co_chair',
  'head_of_delegation',
  'secretary',
  'participant',
  'speaker',
  'interpreter',
  'observer',
  'guest',
] as const;
export type AttendanceRole = (typeof attendanceRoles)[number];
/** `expected`: before the meeting, and until somebody says how it was. */
export const presences = ['expected', 'present', 'excused', 'absent', 'proxy'] as const;
export const responses = ['none', 'invited', 'confirmed', 'declined'] as const;
/** `participant` = Present / Присутствовали / 出席; `in_attendance` = In attendance / Приглашённые / 列席. */
export const attendanceCategories = ['participant', 'in_attendance'] as const;

/**
 * A person, or a delegation (organisation with a head-count), at one meeting. The snapshot is what the minutes print:
 * name, office and organisation as of the meeting; it does not follow later changes of the register.
 */
export const attendance = z.strictObject({
  id,
  meetingId: id,
  personId: id.nullable(),
  organizationId: id.nullable(),
  headCount: z.number().int().min(1).max(100_000).nullable(),
  sideId: id.nullable(),
  roles: listOf(z.enum(attendanceRoles)),
  category: z.enum(attendanceCategories),
  mode: z.enum(['in_person', 'online']),
  response: z.enum(responses),
  presence: z.enum(presences),
  arrivedAt: time.nullable(),
  leftAt: time.nullable(),
  name: localizedLine,
  position: localizedLine,
  organization: localizedLine,
  orderKey,
});
export type Attendance = z.infer<typeof attendance>;

/** How a list is arranged at one stroke; heads of delegation stand first in any case. */
export const arrangements = ['family_name', 'organization', 'group_members'] as const;

export const attendanceContract = {
  /**
   * Adds somebody to a meeting. An all-empty snapshot (name, position, organization) is filled from the register as of
   * the meeting's date.
   */
  add: oc.input(attendance).output(attendance).errors({ NOT_FOUND: notFound, LOCKED: locked }),
  update: oc
    .input(attendance.partial().extend({ id }))
    .output(attendance)
    .errors({ NOT_FOUND: notFound, LOCKED: locked }),
  /**
   * Writes new order keys for the participants of one side (null: of neither side): `family_name` in the order of
   * `language` (Russian and English alphabet, Chinese by strokes), `organization` by its name, `group_members` as the
   * members of the group stand. One change set; what is arranged by hand afterwards stays.
   */
  arrange: oc
    .input(z.strictObject({ meetingId: id, sideId: id.nullable(), by: z.enum(arrangements), language }))
    .output(z.object({ changed: z.number() }))
    .errors({ NOT_FOUND: notFound, LOCKED: locked }),
  /** Takes name, office and organisation from the register once more, as of the meeting's date. */
  refreshSnapshot: oc.input(z.strictObject({ id })).output(attendance).errors({ NOT_FOUND: notFound, LOCKED: locked }),
  remove: oc
    .input(z.strictObject({ id }))
    .output(z.object({ id }))
    .errors({ NOT_FOUND: notFound, IN_USE: inUse, LOCKED: locked }),
};
