export { composedNames, findPerson, insertPerson, loadPeople, updatePerson } from './repository.ts';
