export { type AgendaOptions, buildAgenda } from './agenda.ts';
export { buildLetter } from './letter.ts';
export type { Enclosure, LetterOptions } from './scene.ts';
export type { EnclosureKind, LetterWords, WordsByLanguage } from './words.ts';
