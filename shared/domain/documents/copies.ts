import type { Alternat, Authenticity } from '../../contract/documents.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import type { Language } from '../language.ts';
import type { MinutesBlock } from '../minutes/document.ts';
import type { RunWriter } from '../minutes/runs.ts';
import type { CopyWords } from './copy-words.ts';

/** One of the copies of signed minutes (alternat; standards, A4). */
export interface Copy {
  mode: Exclude<Alternat, 'off'>;
  /** The side that keeps it. */
  keeperSideId: string;
}

/** The languages of a copy, that of its keeper first; the others as they were. */
export function orderLanguages(_record: MeetingRecord, languages: readonly Language[], _copy: Copy): Language[] {
  return [...languages];
}

/**
 * The meeting as the signatures of a copy name it: in both modes the side that keeps the copy stands at the left
 * (standards, A4). `describeSignatures` is given this one, everything else what {@link orderParties} answers.
 */
export function orderSignatures(record: MeetingRecord, copy: Copy, language: Language): MeetingRecord {
  return orderParties(record, { ...copy, mode: 'keeper' }, language);
}

/** The meeting as a text of a copy names it: sides, and whatever is listed by side, in the order of that text. */
export function orderParties(record: MeetingRecord, _copy: Copy, _language: Language): MeetingRecord {
  return record;
}

export interface ClosingOptions {
  /** Of the language of the writer. */
  words: CopyWords;
  copy: Copy | null;
  authenticity: Authenticity;
  isNonBinding: boolean;
  /** Of the whole document, in its order. */
  languages: readonly Language[];
}

/**
 * What stands before the signatures: which text counts, how many copies there are, that nothing is owed. Paragraphs with
 * `isClosing`, to be put right before the signatures.
 */
export function describeClosingFormula(
  _record: MeetingRecord,
  _writer: RunWriter,
  _options: ClosingOptions,
): MinutesBlock[] {
  return [];
}
