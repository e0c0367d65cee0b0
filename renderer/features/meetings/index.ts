export { useCreateMeeting } from './create-meeting.ts';
export { NewMeetingButton } from './new-meeting-button.tsx';
export { DelegationDialog } from './delegation-dialog.tsx';
export { makeParticipant, type NewParticipant } from './new-participant.ts';
export { attendanceName, protocolRank } from './record-texts.ts';
export { presenceKeys, roleKeys } from './words.ts';
