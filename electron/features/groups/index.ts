export { loadGroupAsOf } from './as-of.ts';
export { findGroup, insertGroup } from './repository.ts';
