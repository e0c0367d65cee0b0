import type { Attendance } from '#shared/contract/attendance.ts';
import type { Meeting, MeetingSide } from '#shared/contract/meetings.ts';
import { zonedClock } from '#shared/domain/minutes/dates.ts';
import { isOnlyInAttendance } from './people-order.ts';

/** What a change of presence writes. */
export type PresenceChange = Partial<Pick<Attendance, 'presence' | 'arrivedAt' | 'leftAt'>>;

/** `HH:MM` on the clock of the meeting's zone while it is going on; null before and after. */
export function clockOf({ status, zone }: Pick<Meeting, 'status' | 'zone'>, nowMs: number): string | null {
  return status === 'live' ? zonedClock(nowMs, zone).time : null;
}

/** Whether somebody is in the room now. Who sent a proxy is not. */
export const isHere = ({ presence, leftAt }: Attendance): boolean => presence === 'present' && leftAt === null;

/** Comes in: at `clock`, or without a time when the meeting is not going on. Who comes back keeps the first arrival. */
export function arrive(row: Attendance, clock: string | null): PresenceChange {
  if (isHere(row)) return {};
  const isBack = row.presence === 'present';
  return { presence: 'present', leftAt: null, ...(!isBack && { arrivedAt: clock }) };
}

export function leave(clock: string | null): PresenceChange {
  return { presence: 'present', leftAt: clock };
}

/** So soon after an arrival a second press takes back a slip of the finger. */
const slipMinutes = 2;

/**
 * The space bar: in, and out again. Going out is leaving at `clock` for those who are known to have been there, because
 * they spoke or their arrival was noted; anybody else was only thought to be there and is absent, or expected as before.
 */
export function togglePresence(
  row: Attendance,
  clock: string | null,
  hasSpoken: boolean,
  /** What the space bar found when it brought them in; undefined if it did not. */
  before?: Attendance['presence'],
): PresenceChange {
  if (!isHere(row)) return arrive(row, clock);
  const wasThere = hasSpoken || (row.arrivedAt !== null && clock !== null && !isSoonAfter(row.arrivedAt, clock));
  if (wasThere && clock !== null) return leave(clock);
  return { presence: before === 'expected' ? before : 'absent', arrivedAt: null, leftAt: null };
}

/** Another presence than «present» has no times: nobody arrives by proxy. */
export function setPresence(row: Attendance, presence: Attendance['presence'], clock: string | null): PresenceChange {
  return presence === 'present' ? arrive(row, clock) : { presence, arrivedAt: null, leftAt: null };
}

function isSoonAfter(earlier: string, later: string): boolean {
  const minutes = minutesOf(later) - minutesOf(earlier);
  return minutes >= 0 && minutes < slipMinutes;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** How many of a side there are, and how many of them are in the room. A delegation counts with its heads. */
export interface SideCount {
  /** null: those of no side. */
  side: MeetingSide | null;
  /** 1-based; 0 for those of no side. */
  number: number;
  present: number;
  all: number;
  /** In the room besides: interpreters and those in attendance. */
  others: number;
  /** How many are missing for the quorum; null without one. */
  missing: number | null;
}

/** The sides of the meeting, then those of no side, if any. Interpreters and those in attendance make no quorum. */
export function countSides(sides: readonly MeetingSide[], attendance: readonly Attendance[]): SideCount[] {
  const ids = new Set(sides.map(({ id }) => id));
  const unsided = attendance.filter(({ sideId }) => sideId === null || !ids.has(sideId));
  const counts = sides.map((side, index) =>
    countSide(
      side,
      index + 1,
      attendance.filter(({ sideId }) => sideId === side.id),
    ),
  );
  return unsided.length === 0 ? counts : [...counts, countSide(null, 0, unsided)];
}

function countSide(side: MeetingSide | null, number: number, rows: readonly Attendance[]): SideCount {
  const members = rows.filter((row) => !isOnlyInAttendance(row));
  const present = countHeads(members.filter(isHere));
  const others = countHeads(rows.filter((row) => isOnlyInAttendance(row) && isHere(row)));
  const missing = side?.quorum === undefined ? null : Math.max(0, side.quorum - present);
  return { side, number, present, all: countHeads(members), others, missing };
}

/** People, where a delegation counts with its heads. */
export function countHeads(rows: readonly Attendance[]): number {
  return rows.reduce((sum, row) => sum + (row.personId === null ? (row.headCount ?? 1) : 1), 0);
}
