export { findAgendaPlace, findPlaced } from './placed-details.ts';
export {
  comparePlaces,
  followPlaced,
  listPlaced,
  loadPlaced,
  loadPlacedTexts,
  type PlacedEntry,
} from './placed-entries.ts';
export { compareMeetings, findNamesIn, meetingHeads, nothing, nothingLast } from './placed-heads.ts';
export { findReferences, listLinked, sortReferences } from './references.ts';
export { findLabel } from './repository.ts';
export { wasChangedWith } from './reported-changes.ts';
export { readValidity } from './validity-repository.ts';
