export { loadRecord } from './load.ts';
export { loadSample } from './sample.ts';
