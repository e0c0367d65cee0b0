export { sweepOrphans } from './keep-current.ts';
