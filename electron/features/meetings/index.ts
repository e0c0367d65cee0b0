export { findMeeting, insertMeeting, updateMeeting } from './repository.ts';
export { loadMeetingDetail, loadMeetingParts, type MeetingParts } from './detail.ts';
