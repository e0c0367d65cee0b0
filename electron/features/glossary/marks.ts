import type { ShownConcept, ShownTerm, TermHit } from '#shared/contract/glossary.ts';
import type { TextReference } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import type { MeetingText } from '../translations/index.ts';

/** A term where it stands in a text; range in UTF-16 units, `written` as the text has it. */
export interface FoundTerm {
  conceptId: string;
  term: ShownTerm;
  start: number;
  end: number;
  written: string;
}

export interface MarkedText {
  reference: TextReference;
  /** Concepts whose term stands in the source text, in its order. */
  hits: TermHit[];
  /** Forbidden terms in the text of each language, whether or not the source has the concept; in the order of the text. */
  forbidden: Record<Language, FoundTerm[]>;
}

export interface MarkedTexts {
  /** In the order of the texts asked for; all of them, with or without hits. */
  texts: MarkedText[];
  /** Every concept that `hits` or `forbidden` name, by id. */
  concepts: ReadonlyMap<string, ShownConcept>;
}

/** The terms of the glossary in the texts of a meeting. The glossary is read first where it has changed, in slices. */
export function markTexts(
  connection: Connection,
  texts: readonly Pick<MeetingText, 'reference' | 'sourceLanguage' | 'texts'>[],
): Promise<MarkedTexts> {
  return Promise.reject(new Error(`to be written: ${String(connection)} ${texts.length}`));
}
