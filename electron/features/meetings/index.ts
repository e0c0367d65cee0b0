export { findMeeting, insertMeeting, numberCalendarEntry, updateMeeting } from './repository.ts';
export { loadMeetingDetail, loadMeetingParts, type MeetingParts } from './detail.ts';
