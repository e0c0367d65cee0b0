export { findNames, findPerson, insertPerson, loadPeople, updatePerson } from './repository.ts';
