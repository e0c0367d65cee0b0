import type { Attendance } from '../../contract/attendance.ts';
import { compareByOrderKey } from './numbering.ts';

const rankByRole: Partial<Record<Attendance['roles'][number], number>> = {
  chair: 0,
  co_chair: 0,
  head_of_delegation: 1,
};

/** Chairs stand before heads of delegation, these before everybody else, as in the minutes. */
export function protocolRank(attendance: Attendance): number {
  return Math.min(2, ...attendance.roles.map((role) => rankByRole[role] ?? 2));
}

/** The order of the protocol: by rank, then as the list was arranged. */
export function compareByProtocol(a: Attendance, b: Attendance): number {
  return protocolRank(a) - protocolRank(b) || compareByOrderKey(a, b);
}
