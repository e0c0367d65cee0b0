import type { Attendance } from '#shared/contract/attendance.ts';

/** What a way of adding knows of a participant; the rest is the same for all. */
export type NewParticipant = Partial<Attendance> & { country?: string };
