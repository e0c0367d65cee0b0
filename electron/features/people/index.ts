export { composedNames, findPerson, insertPerson, updatePerson } from './repository.ts';
