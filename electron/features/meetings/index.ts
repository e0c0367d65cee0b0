export { insertMeeting } from './repository.ts';
export { loadMeetingDetail } from './detail.ts';
