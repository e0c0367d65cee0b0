export {
  findEntries,
  insertEntry,
  listEntries,
  localizedTextColumns,
  removeEntry,
  toEntryTexts,
} from './repository.ts';
export { restoreEntries } from './restore.ts';
export { writeTranslation } from './texts.ts';
