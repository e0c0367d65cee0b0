export { MeetingProgress } from './meeting-progress.tsx';
export { UnreviewedMeetings } from './unreviewed-meetings.tsx';
export { isUnfinished, meetingsToAsk } from './unfinished.ts';
