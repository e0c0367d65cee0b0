export { findMeeting, insertMeeting, updateMeeting } from './repository.ts';
export { loadMeetingDetail, loadMeetingParts } from './detail.ts';
