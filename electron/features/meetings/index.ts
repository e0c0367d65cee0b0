export { findMeeting, insertMeeting } from './repository.ts';
export { loadMeetingDetail } from './detail.ts';
