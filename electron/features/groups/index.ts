export { findGroup, insertGroup } from './repository.ts';
