import type { Meeting } from '#shared/contract/meetings.ts';
import { zonedClock } from '#shared/domain/minutes/dates.ts';

/** The time of day as the meeting's beginning or end, unless one is written down or the meeting was on another day. */
export function timeNow(meeting: Meeting, field: 'startTime' | 'endTime'): { startTime?: string; endTime?: string } {
  const { date, time } = zonedClock(Date.now(), meeting.zone);
  const day = field === 'endTime' ? (meeting.endDate ?? meeting.date) : meeting.date;
  return meeting[field] === null && date === day ? { [field]: time } : {};
}
