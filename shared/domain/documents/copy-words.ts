import type { LocalizedText } from '../language.ts';

/** Stands in a sentence where the place goes, which may be in another language. No text can hold it. */
export const signingPlace = '\u0001';

/** What copies and the closing formula say, in one language, from resources/locales/<language>/documents.json. */
export interface CopyWords {
  /** «Done at Nanjing on 16 June 2020», or on that day only; `place` is {@link signingPlace}. */
  doneAt: (place: string, date: string) => string;
  done: (date: string) => string;
  /** «in duplicate, each in …» and, of the only original, «in …»; with what {@link inLanguages} gives. */
  inCopies: (languages: string) => string;
  inOriginal: (languages: string) => string;
  /** «the English language», «the Chinese and Russian languages». */
  inLanguage: (name: string) => string;
  inLanguages: (names: string) => string;
  equalCopies: string;
  /** Of two texts, and of three. */
  equalPair: string;
  equalTexts: string;
  /** The first sentence, without and with the clause that the texts are equal. */
  sentence: (done: string, written: string) => string;
  sentenceEqual: (done: string, written: string, equal: string) => string;
  /** With both clauses: that the texts are equal, and that one more is a translation. */
  sentenceTranslated: (done: string, written: string, equal: string, other: string) => string;
  /** What owes nothing «will», what binds «shall» be done. */
  prevails: (language: string) => string;
  prevailsUnbound: (language: string) => string;
  /** One text counts: alone in this document, with one or several translations, or not in this document. */
  sole: (language: string) => string;
  soleOfTwo: (language: string, other: string) => string;
  soleOfThree: (language: string, others: string) => string;
  soleElsewhere: (language: string) => string;
  nonBinding: string;
  /** As the sentences have them: «Chinese», «китайском», «中文». */
  language: LocalizedText;
}
