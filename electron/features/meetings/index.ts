export { findMeeting, insertMeeting } from './repository.ts';
export { loadMeetingDetail, loadMeetingParts } from './detail.ts';
