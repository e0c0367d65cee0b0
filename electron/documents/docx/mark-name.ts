import { type Language, languages } from '#shared/domain/language.ts';

/** What a paragraph of a DOCX says: a row of the minutes, an agenda item or an agreement, and in which language. */
export interface MarkTarget {
  id: string;
  language: Language;
}

/** Names of custom properties that tell from which minutes a DOCX was made. */
export const originProperties = {
  meeting: 'TrilogueMeeting',
  version: 'TrilogueVersion',
  content: 'TrilogueContent',
} as const;
/** Value of {@link originProperties}.version while the text has no number. */
export const draftVersion = 'draft';

/** A name has 40 characters at most: two are left to count the paragraphs of one row, to the base of 36. */
const maxOccurrences = 36 ** 2;

/**
 * Name of the bookmark around a paragraph; the underscore in front hides it in Word's own list. Names are unique in a
 * document: the second paragraph of the same row ends in «2». Undefined beyond what names can count.
 */
export function markName({ id, language }: MarkTarget, occurrence: number): string | undefined {
  if (occurrence >= maxOccurrences) return undefined;
  return `_t_${id.replaceAll('-', '')}_${language}${occurrence === 1 ? '' : occurrence.toString(36)}`;
}

const namePattern = new RegExp(
  `^_t_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_(${languages.join('|')})[0-9a-z]{0,2}$`,
  'iu',
);

/** What a bookmark of ours stands for; undefined for anybody else's. */
export function parseMarkName(name: string): MarkTarget | undefined {
  const match = namePattern.exec(name);
  if (match === null) return undefined;
  return { id: match.slice(1, 6).join('-').toLowerCase(), language: (match[6] ?? '').toLowerCase() as Language };
}
