import type { TFunction } from 'i18next';
import type { PapersByLanguage, PaperWords } from '#shared/domain/documents/words.ts';
import { describeCopyWords } from './copy-words.ts';
import { wordsIn } from './labels.ts';

/** The words of the other papers in all three languages; the subtree `papers` of documents.json, and `copies`. */
export function readPaperWords(): PapersByLanguage {
  return { en: describeWords(wordsIn('en')), ru: describeWords(wordsIn('ru')), zh: describeWords(wordsIn('zh')) };
}

function describeWords(t: TFunction): PaperWords {
  return { copies: describeCopyWords(t) };
}
