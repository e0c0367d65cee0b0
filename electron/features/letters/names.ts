import type { DocumentKind } from '#shared/contract/documents.ts';
import type { LetterKind } from '#shared/contract/letters.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { shorten, toFileName } from '#shared/domain/file-name.ts';
import type { Language } from '#shared/domain/language.ts';
import type { LetterWords, WordsByLanguage } from '#shared/domain/letters/index.ts';
import { readLetterWords } from '../../documents/letter-words.ts';

type NamedKind = LetterKind | 'agenda' | 'calendar' | 'actions_calendar';

const longestName = 90;

let known: WordsByLanguage | undefined;
/** Read once: a thousand drafts have a thousand names. */
const wordsIn = (language: Language): LetterWords => (known ??= readLetterWords())[language];

/** «2026-12-15 Invitation (EN).pdf»; with `who`: «2026-12-15 Приглашение Орлова Марина Ивановна (RU).eml». */
export function nameFile(
  { meeting }: MeetingRecord,
  kind: NamedKind,
  language: Language,
  extension: string,
  who = '',
): string {
  const word = wordsIn(language).fileName[kind];
  const person = shorten(who.trim(), longestName);
  const parts = [meeting.date, word, person, `(${language.toUpperCase()})`];
  return toFileName(`${parts.filter((part) => part !== '').join(' ')}.${extension}`);
}

/** In ASCII, for mail programs that read no other. */
const plainNames: Record<DocumentKind | 'calendar' | 'actions_calendar', string> = {
  minutes: 'Minutes',
  short_minutes: 'Short_minutes',
  extract: 'Extract',
  actions: 'Actions',
  agenda: 'Agenda',
  attendance_sheet: 'Attendance_sheet',
  invitation: 'Invitation',
  news: 'News',
  calendar: 'Meeting',
  actions_calendar: 'Actions',
};

export function namePlainly(
  { meeting }: MeetingRecord,
  kind: keyof typeof plainNames,
  language: Language,
  extension: string,
): string {
  return `${meeting.date}_${plainNames[kind]}_${language.toUpperCase()}.${extension}`;
}

/** Two people of one name get files of two names. */
export function createNamer(): (name: string) => string {
  const used = new Set<string>();
  return (name) => {
    const dot = name.lastIndexOf('.');
    let unique = name;
    for (let count = 2; used.has(unique.toLowerCase()); count++) {
      unique = `${name.slice(0, dot)} ${count}${name.slice(dot)}`;
    }
    used.add(unique.toLowerCase());
    return unique;
  };
}
