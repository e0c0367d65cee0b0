export { bringUpToDate, sweepOrphans } from './keep-current.ts';
