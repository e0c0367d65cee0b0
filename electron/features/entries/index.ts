export { insertEntry, listEntries, removeEntry } from './repository.ts';
