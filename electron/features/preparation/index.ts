export { loadActions } from './actions-repository.ts';
export { listReviews } from './repository.ts';
