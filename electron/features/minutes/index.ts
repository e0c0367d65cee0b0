export { liveSessionsOf } from './live-sessions.ts';
