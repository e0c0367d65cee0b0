export { MeetingProgress } from './meeting-progress.tsx';
