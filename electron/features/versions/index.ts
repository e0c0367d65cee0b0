export { hashOfContent, keepVersion } from './keep.ts';
export { listAmendments, listVersions } from './repository.ts';
export { loadStandingRecord, readVersionRecord } from './standing.ts';
