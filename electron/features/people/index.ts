export { composedNames, findPerson, insertPerson } from './repository.ts';
