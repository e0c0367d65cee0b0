export { loadRecord } from './load.ts';
