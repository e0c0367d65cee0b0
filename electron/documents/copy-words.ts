import type { TFunction } from 'i18next';
import type { CopyWords } from '#shared/domain/documents/copy-words.ts';

/** The subtree `copies` of documents.json. */
export function describeCopyWords(t: TFunction): CopyWords {
  return {
    doneAt: (place, date) => t('documents:copies.doneAt', { place, date }),
    done: (date) => t('documents:copies.done', { date }),
    inCopies: (languages) => t('documents:copies.inCopies', { languages }),
    inOriginal: (languages) => t('documents:copies.inOriginal', { languages }),
    inLanguage: (name) => t('documents:copies.inLanguage', { name }),
    inLanguages: (names) => t('documents:copies.inLanguages', { names }),
    equalCopies: t('documents:copies.equalCopies'),
    equalPair: t('documents:copies.equalPair'),
    equalTexts: t('documents:copies.equalTexts'),
    sentence: (done, written) => t('documents:copies.sentence', { done, written }),
    sentenceEqual: (done, written, equal) => t('documents:copies.sentenceEqual', { done, written, equal }),
    sentenceTranslated: (done, written, equal, other) =>
      t('documents:copies.sentenceTranslated', { done, written, equal, other }),
    prevails: (language) => t('documents:copies.prevails', { language }),
    prevailsUnbound: (language) => t('documents:copies.prevailsUnbound', { language }),
    sole: (language) => t('documents:copies.sole', { language }),
    soleOfTwo: (language, other) => t('documents:copies.soleOfTwo', { language, other }),
    soleOfThree: (language, others) => t('documents:copies.soleOfThree', { language, others }),
    soleElsewhere: (language) => t('documents:copies.soleElsewhere', { language }),
    nonBinding: t('documents:copies.nonBinding'),
    language: {
      en: t('documents:copies.language.en'),
      ru: t('documents:copies.language.ru'),
      zh: t('documents:copies.language.zh'),
    },
  };
}
