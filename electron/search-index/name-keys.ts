import type { PersonNameRow } from '../db/schema.ts';
import { splitWords } from './segment.ts';
/** TEMP */
export const searchKeys = (
  name: string | { family: string; given: string; patronymic: string; display?: string },
): string[] =>
  splitWords(typeof name === 'string' ? name : `${name.family} ${name.given} ${name.patronymic} ${name.display ?? ''}`);
export const keysOfWord = (word: string): string[] => splitWords(word);
export const formsOfWord = (_word: string): string[] => [];
export const keysOfPerson = (names: readonly PersonNameRow[], aliases: readonly string[]): string[] => [
  ...new Set([...names.flatMap((name) => searchKeys(name)), ...aliases.flatMap((alias) => searchKeys(alias))]),
];
