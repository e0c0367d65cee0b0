import type { Alternat, Authenticity } from '../../contract/documents.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import type { Language } from '../language.ts';
import type { MinutesBlock } from '../minutes/document.ts';
import type { RunWriter } from '../minutes/runs.ts';

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

/** The meeting as a text of a copy names it: sides, and whatever is listed by side, in the order of that text. */
export function orderParties(record: MeetingRecord, _copy: Copy, _language: Language): MeetingRecord {
  return record;
}

export interface ClosingOptions {
  copy: Copy | null;
  authenticity: Authenticity;
  isNonBinding: boolean;
  /** Of the whole document, in its order. */
  languages: readonly Language[];
}

/** What stands before the signatures: which text counts, how many copies there are, that nothing is owed. */
export function describeClosingFormula(
  _record: MeetingRecord,
  _writer: RunWriter,
  _options: ClosingOptions,
): MinutesBlock[] {
  return [];
}
