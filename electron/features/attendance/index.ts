export { findMeetingDate, findOfficesOn, insertAttendance, listAttendance, updateAttendance } from './repository.ts';
export { isInAttendance, takeSnapshot, takeSnapshots } from './rules.ts';
