export { formatRecord, loadRecord } from './load.ts';
export { type ParsedRecord, parseRecord } from './parse.ts';
