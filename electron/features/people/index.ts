export { isErased } from './erased.ts';
export { findNames, findPerson, insertPerson, loadPeople, updatePerson } from './repository.ts';
