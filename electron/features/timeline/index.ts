export { listTimeline, type Timeline } from './service.ts';
