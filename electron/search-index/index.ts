/** The search index: one derived table over the whole register and all minutes (design, section 3, «Search index»). */
export { keyToken, wholeToken } from './index-row.ts';
export { bringUpToDate, indexAlongside, scrubIndex } from './keep-current.ts';
export { vocabularyOf } from './read-vocabulary.ts';
export { formsOfWord, keysOfPerson, keysOfWord } from './name-keys.ts';
export { type Field, loadRecords, type RecordSource, type SearchRecord } from './records.ts';
export { isHan, phraseFor, splitWords } from './segment.ts';
export {
  type Band,
  bandOf,
  entryBand,
  type FoundRow,
  kindOfRow,
  listPersonKeys,
  listPersonKeysAfter,
  listRows,
  registerBand,
} from './store.ts';
export type { Vocabulary } from './vocabulary.ts';
