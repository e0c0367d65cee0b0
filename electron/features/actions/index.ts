export { type Assignment, type HeldAction, keyOfOwner, listHeld } from './held-repository.ts';
export { listOwnedActions } from './repository.ts';
export { loadActionRows, nameOwners } from './rows-repository.ts';
export { keyOfSide } from './sides.ts';
