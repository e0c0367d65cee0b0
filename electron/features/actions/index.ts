export { listOwnedActions } from './repository.ts';
