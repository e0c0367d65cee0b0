export { loadSettings } from './repository.ts';
