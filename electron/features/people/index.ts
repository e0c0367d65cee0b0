export { findPerson, insertPerson, loadPeople, updatePerson } from './repository.ts';
