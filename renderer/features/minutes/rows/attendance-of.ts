import type { Attendance } from '#shared/contract/attendance.ts';
import type { MinutesState } from '../model/types.ts';

const indexes = new WeakMap<MinutesState['attendance'], Map<string, Attendance>>();

/** Who takes part under this id; looked up by hundreds of rows whenever anything has changed. */
export function attendanceOf({ attendance }: MinutesState, id: string | null): Attendance | undefined {
  if (id === null) return undefined;
  let index = indexes.get(attendance);
  if (index === undefined) {
    index = new Map(attendance.map((row) => [row.id, row]));
    indexes.set(attendance, index);
  }
  return index.get(id);
}
