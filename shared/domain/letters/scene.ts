import type { LetterKind } from '../../contract/letters.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import { chooseText, type Language } from '../language.ts';
import type { MinutesBlock, MinutesDocument, MinutesParagraph } from '../minutes/document.ts';
import type { LabelsByLanguage, MinutesLabels } from '../minutes/labels.ts';
import type { RecordLookup } from '../minutes/lookup.ts';
import type { RunWriter } from '../minutes/runs.ts';
import type { Party } from './person-forms.ts';
import type { EnclosureKind, LetterWords, WordsByLanguage } from './words.ts';

export interface LetterOptions {
  language: Language;
  labels: LabelsByLanguage;
  words: WordsByLanguage;
  /** Attendance id; null: nobody in particular. */
  recipientId: string | null;
  /** Answer or comments wanted by, `YYYY-MM-DD`. */
  due: string | null;
  /** The secretary's own words, in the language of the letter. */
  note: string;
  /** The letter's own date, `YYYY-MM-DD`. */
  today: string;
  /** Of the minutes that the letter is about; null: they are not circulated yet. */
  versionNumber: number | null;
  /** A number that stands in the minutes, to show how to quote one; empty if there is none. */
  exampleNumber: string;
  /** When each side agreed; `sideId` null: a meeting without sides. */
  agreed: readonly { sideId: string | null; date: string }[];
  /** What goes with a letter of kind `documents`, in its order; absent: nothing. */
  enclosures?: readonly Enclosure[];
}

/** A document that goes with a letter; `formats` as file names have them: `pdf`. */
export interface Enclosure {
  kind: EnclosureKind;
  formats: readonly string[];
}

/** What the parts of a letter need. */
export interface LetterScene extends Omit<LetterOptions, 'labels' | 'words'> {
  kind: LetterKind;
  record: MeetingRecord;
  lookup: RecordLookup;
  writer: RunWriter;
  labels: MinutesLabels;
  words: LetterWords;
  recipient: Party | null;
}

/** One part of one language, in the name of the group. `shownTitle` may be empty; `title` is for the file's metadata. */
export function toDocument(
  { record, writer, today }: Pick<LetterScene, 'record' | 'writer' | 'today'>,
  title: string,
  { shownTitle, subject = [], blocks }: { shownTitle: string; subject?: MinutesParagraph; blocks: MinutesBlock[] },
): MinutesDocument {
  const { language, labels } = writer;
  const [before = '', between = '', after = ''] = labels.pageOf('\u0001', '\u0001').split('\u0001');
  return {
    title: title.replace(/\u00A0/gu, ' '),
    subject: chooseText(record.meeting.title, language).text,
    date: today,
    sections: [
      {
        language,
        organisation: letterhead(record, writer),
        title: shownTitle,
        subject,
        draftMark: null,
        isLetter: true,
        pageLabel: { before, between, after },
        blocks,
      },
    ],
  };
}

/** The group in whose name the letter goes out; where there is none, the first of the organisers. */
function letterhead(record: MeetingRecord, writer: RunWriter): MinutesParagraph {
  if (record.group !== null) return writer.quote(chooseText(record.group.name, writer.language), 'line');
  const first = record.meeting.organizers[0]?.organizationId;
  const organizer = record.organizations.find(({ id }) => id === first);
  return organizer === undefined ? [] : writer.quote(chooseText(organizer.name, writer.language), 'line');
}
