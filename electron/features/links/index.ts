export { findAgendaPlace, findPlaced } from './placed-details.ts';
export {
  comparePlaces,
  followPlaced,
  listPlaced,
  loadPlaced,
  loadPlacedTexts,
  type PlacedEntry,
} from './placed-entries.ts';
export { compareMeetings, compareTexts, findNamesIn, meetingHeads, nothing, nothingLast } from './placed-heads.ts';
export { findReferences, listLinked, sortReferences } from './references.ts';
export { findLabel, isThere } from './repository.ts';
export { wasChangedWith } from './reported-changes.ts';
