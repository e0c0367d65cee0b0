import type { Language } from '../language.ts';
import type { CopyWords } from './copy-words.ts';

/** The words of papers other than minutes and letters in one language, from resources/locales/<language>/documents.json. */
export interface PaperWords {
  copies: CopyWords;
}

export type PapersByLanguage = Record<Language, PaperWords>;
