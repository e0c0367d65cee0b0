import type { Authenticity, DocumentKind } from '../../contract/documents.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import type { Language } from '../language.ts';
import { isDraft } from '../minutes/section.ts';
import { isReviewed, stateOf, type Translated } from '../translations/state.ts';
import { printedTexts } from './printed.ts';

/**
 * Of the languages of a document those whose text counts, in their order. Where texts are said to be equal, these are
 * the meeting's own languages and the one that prevails; the others came later, as translations.
 */
export function authenticLanguages(
  record: MeetingRecord,
  languages: readonly Language[],
  authenticity: Authenticity,
): readonly Language[] {
  if (authenticity.kind === 'unsaid') return languages;
  if (authenticity.kind === 'sole') return languages.filter((language) => language === authenticity.language);
  const own = languages.filter(
    (language) =>
      record.meeting.workingLanguages.includes(language) ||
      (authenticity.kind === 'prevails' && authenticity.language === language),
  );
  // Of a single text nobody says that it is equal: then all that were chosen are meant.
  return own.length < 2 ? languages : own;
}

/** `working`: somebody has still to read it against its source. */
export type TranslationMark = 'translation' | 'working';

export interface MarkedDocument {
  kind: DocumentKind;
  organizationId: string | null;
  /** Of the whole document. */
  languages: readonly Language[];
  authenticity: Authenticity;
}

/** Kinds with the texts of the minutes; letters, lists to sign and news are written in each language for itself. */
const isOfMinutes: Record<DocumentKind, boolean> = {
  minutes: true,
  short_minutes: true,
  extract: true,
  actions: true,
  agenda: false,
  attendance_sheet: false,
  invitation: false,
  news: false,
};

/** What the part of a document in one language is to be called below its title; null: nothing. */
export function findTranslationMark(
  record: MeetingRecord,
  language: Language,
  document: MarkedDocument,
): TranslationMark | null {
  if (!isOfMinutes[document.kind]) return null;
  const texts = printedTexts(record, document.kind, document.organizationId);
  if (!isTranslation(record, language, document, texts)) return null;
  const isSettled = [...texts.headings, ...texts.entries].every((text) => isSaidRight(text, language));
  return isSettled || !isDraft(record) ? 'translation' : 'working';
}

function isTranslation(
  record: MeetingRecord,
  language: Language,
  { languages, authenticity }: MarkedDocument,
  { entries, headings }: ReturnType<typeof printedTexts>,
): boolean {
  if (authenticity.kind !== 'unsaid') return !authenticLanguages(record, languages, authenticity).includes(language);
  const { workingLanguages } = record.meeting;
  if (workingLanguages.length === 0 || workingLanguages.includes(language)) return false;
  // The languages of a meeting are not always kept up to date: what was taken down in this one is no translation. A
  // title tells of that only where there is nothing else, for nobody says in which language it was written first.
  const texts: readonly Translated[] = entries.length > 0 ? entries : headings;
  return texts.some(({ sourceLanguage }) => sourceLanguage !== language);
}

function isSaidRight(translated: Translated, language: Language): boolean {
  if (translated.sourceLanguage === language) return true;
  return stateOf(translated, language) === 'not_needed' || isReviewed(translated, language);
}
