export { type AgendaOptions, buildAgenda } from './agenda.ts';
export { buildLetter } from './letter.ts';
export type { LetterOptions } from './scene.ts';
export type { LetterWords, WordsByLanguage } from './words.ts';
