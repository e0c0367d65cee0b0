export { canHaveLetterhead, type LoadedLetterhead, loadLetterhead } from './load.ts';
export { joinLetterheads } from './repository.ts';
