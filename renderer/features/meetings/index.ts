export { useCreateMeeting } from './create-meeting.ts';
