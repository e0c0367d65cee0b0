export { type Assignment, type HeldAction, keyOfOwner, listHeld } from './held-repository.ts';
export { everyAction, findSideName, listActionPage } from './page.ts';
export { listOwnedActions } from './repository.ts';
export { loadActionsNow, nameOwners } from './rows-repository.ts';
export { keyOfSide } from './sides.ts';
