export { findEntries, insertEntry, listEntries, localizedTextColumns, removeEntry } from './repository.ts';
