import type { TFunction } from 'i18next';
import type { CopyWords } from '#shared/domain/documents/copy-words.ts';

/** The subtree `copies` of documents.json. */
export function describeCopyWords(_t: TFunction): CopyWords {
  return {};
}
