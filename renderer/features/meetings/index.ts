export { useCreateMeeting } from './create-meeting.ts';
export { NewMeetingButton } from './new-meeting-button.tsx';
