export { findMeetingDate, insertAttendance, listAttendance } from './repository.ts';
export { takeSnapshot } from './rules.ts';
