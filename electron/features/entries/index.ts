export { insertEntry, listEntries, localizedTextColumns, removeEntry } from './repository.ts';
