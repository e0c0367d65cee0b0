import type { Meeting } from '../../contract/meetings.ts';
import type { Language } from '../language.ts';
import type { TranslationMark } from './authentic.ts';
import type { CopyWords } from './copy-words.ts';

type Numbered = Record<Meeting['minutesKind'], (number: string) => string>;

/** Stands in a sentence where an entered text goes, which may be in another language. No text can hold it. */
export const textPlace = '\u0001';

/** The words of papers other than minutes and letters in one language, from resources/locales/<language>/documents.json. */
export interface PaperWords {
  copies: CopyWords;
  /** Below the title of what is a translation, and of one that nobody has read against its source yet. */
  translation: Record<TranslationMark, string>;
  letterhead: { phone: (value: string) => string; email: (value: string) => string };
  short: {
    title: Numbered;
    /** Who spoke on an item, in brackets. */
    spoke: (names: string) => string;
  };
  extract: {
    title: Numbered;
    /** Label of the organisation for which the extract is. */
    for: string;
    noDecision: string;
    /** Above the signature of who certifies it. */
    certified: string;
    date: string;
  };
  actions: {
    title: string;
    /** Of which minutes: «to the minutes No. 3 of 16 June 2020». */
    from: Record<Meeting['minutesKind'], (number: string, date: string) => string>;
    none: string;
  };
  sheet: {
    title: string;
    number: string;
    name: string;
    office: string;
    signature: string;
    date: string;
  };
  news: NewsWords;
}

/** Sentences of a news item. Whatever is filled in stays as it was entered: names and titles are never declined. */
export interface NewsWords {
  title: string;
  /** Place and day before the first sentence; without a place, the day alone. */
  dateline: (place: string, date: string) => string;
  datelineOfDay: (date: string) => string;
  /** The first sentence; `title` is empty, or made by {@link NewsWords.titled}. */
  held: Record<Meeting['kind'], (fill: { title: string; format: string }) => string>;
  format: Record<Meeting['format'], string>;
  /** Around the title of the meeting in that sentence. */
  titled: (title: string) => string;
  /** A Chinese title that says itself that it is a meeting. */
  heldAs: (title: string, format: string) => string;
  venue: (place: string) => string;
  remote: (places: string) => string;
  partOf: (name: string) => string;
  framework: (text: string) => string;
  theme: (text: string) => string;
  organizers: (count: number, names: string) => string;
  total: (count: number) => string;
  /** Before how many of a side took part. */
  side: (name: string) => string;
  people: (count: number) => string;
  /** Representatives of organisations whose number is not known. */
  representatives: (names: string) => string;
  /** The same behind a number of people. */
  alsoRepresentatives: (names: string) => string;
  head: Record<'chair' | 'co_chair' | 'head_of_delegation', (person: string) => string>;
  unnamed: string;
  proposal: string;
  also: (people: string) => string;
  agreed: (count: number) => string;
  signed: (count: number) => string;
  signatories: (names: string) => string;
  next: (date: string) => string;
  nextNote: (note: string) => string;
}

export type PapersByLanguage = Record<Language, PaperWords>;
