import type { DocumentKind } from '../../contract/documents.ts';
import type { LetterKind } from '../../contract/letters.ts';
import type { Meeting } from '../../contract/meetings.ts';
import type { Language } from '../language.ts';

type Kinds = Record<Meeting['kind'], string>;

/** Stands in a sentence where the title of the meeting goes, which may be in another language. No text can hold it. */
export const titlePlace = '\u0001';

/** What a sentence about a meeting is filled with. `title` is {@link titlePlace}, or empty where there is no title. */
interface MeetingFill {
  kind: string;
  title: string;
  date: string;
}

/** What a letter can carry besides the letter itself. */
export type EnclosureKind = DocumentKind | 'actions_calendar';

type ByMinutesKind = 'minutes' | 'short_minutes' | 'extract';

/** How a letter of kind `documents` names what goes with it. */
export interface EnclosureWords {
  /** A list follows. */
  many: (fill: MeetingFill) => string;
  one: (fill: MeetingFill) => string;
  /** Nothing goes with it. */
  none: (fill: MeetingFill) => string;
  item: (name: string, formats: string) => string;
  names: Record<Exclude<EnclosureKind, ByMinutesKind>, string> &
    Record<ByMinutesKind, Record<Meeting['minutesKind'], string>>;
}

/** The words of letters and agendas in one language, from resources/locales/<language>/documents.json. */
export interface LetterWords {
  subject: Record<LetterKind, (title: string, date: string) => string>;
  /** What the letter is about: the heading to its text; in Chinese its title. */
  heading: Record<LetterKind, (values: { kind: string; minutes: string; date: string }) => string>;
  /** The meeting as headings name it: «на двустороннюю встречу». */
  kind: Kinds;
  /** As the invitation names it: «в двусторонней встрече». */
  kindInvited: Kinds;
  /** As the minutes name it: «двусторонней встречи». */
  kindOf: Kinds;
  minutes: Record<Meeting['minutesKind'], string>;
  quotedTitle: (title: string) => string;
  salutation: {
    woman: (name: string) => string;
    man: (name: string) => string;
    titled: (title: string, name: string) => string;
    womanByPatronymic: (name: string) => string;
    manByPatronymic: (name: string) => string;
    unknown: (name: string) => string;
    colleague: string;
    colleagues: string;
  };
  titles: { academician: string; professor: string; doctor: string };
  invite: (fill: MeetingFill) => string;
  remind: (fill: MeetingFill) => string;
  confirmBy: (date: string) => string;
  confirm: string;
  askNames: string;
  ignore: string;
  linkLater: string;
  interpretation: string;
  workingLanguages: string;
  language: Record<Language, string>;
  contact: (name: string) => string;
  email: (value: string) => string;
  phone: (value: string) => string;
  enclosure: { agenda: string; draft: string; agreed: string };
  /** One or two lines. */
  closing: string;
  circulate: (fill: MeetingFill & { minutes: string; version: string }) => string;
  commentBy: (date: string) => string;
  comment: string;
  commentInFile: string;
  commentByMail: (number: string) => string;
  commentByMailPlain: string;
  noComments: string;
  remindComments: (fill: MeetingFill & { minutes: string }) => string;
  commentsBy: (date: string) => string;
  commentsPlain: string;
  sendAgreed: (fill: MeetingFill & { minutes: string }) => string;
  agreedBy: string;
  thanks: string;
  agenda: {
    title: string;
    number: string;
    time: (zone: string) => string;
    duration: string;
    item: string;
    presenter: string;
    minutes: (value: number) => string;
    hours: (value: number) => string;
    total: (duration: string) => string;
    totalUntil: (duration: string, time: string) => string;
    expected: string;
    inAttendance: string;
    reviews: string;
    items: string;
  };
  enclosed: EnclosureWords;
  fileName: Record<LetterKind | 'agenda' | 'calendar' | 'actions_calendar', string>;
}

export type WordsByLanguage = Record<Language, LetterWords>;
