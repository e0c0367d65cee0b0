export { withoutRegister } from './follow-up.ts';
export { insertAreas, insertFollowUpRows, withoutGroup } from './follow-up-repository.ts';
export { findKnownIds, findTakenIds, planRegister, type RegisterPlan, writeRegister } from './import.ts';
export { formatRecord, loadRecord } from './load.ts';
export { type ParsedRecord, parseRecord } from './parse.ts';
export { isOfRegister, listIds } from './references.ts';
