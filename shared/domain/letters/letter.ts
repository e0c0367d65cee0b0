import type { LetterKind } from '../../contract/letters.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import { chooseText } from '../language.ts';
import { formatDate, formatDateRange } from '../minutes/dates.ts';
import type { MinutesBlock, MinutesDocument, MinutesParagraph } from '../minutes/document.ts';
import { createLookup } from '../minutes/lookup.ts';
import { describeCirculation } from './circulation.ts';
import { describeEnclosed } from './enclosed.ts';
import { describeAddressee, describeClosing, describeContact } from './frame.ts';
import { describeInvitation } from './invitation.ts';
import { findSecretary, findSigner } from './parties.ts';
import { partyOfAttendance } from './person-forms.ts';
import { createPlainWriter } from './plain-writer.ts';
import { describeSalutation } from './salutation.ts';
import { type LetterOptions, type LetterScene, toDocument } from './scene.ts';

/** A letter to one recipient: its subject line, and itself as one document of one part. */
export function buildLetter(
  record: MeetingRecord,
  kind: LetterKind,
  options: LetterOptions,
): { subject: string; document: MinutesDocument } {
  const { language } = options;
  const lookup = createLookup(record);
  const attendance = lookup.attendance(options.recipientId);
  const scene: LetterScene = {
    ...options,
    kind,
    record,
    lookup,
    writer: createPlainWriter(language, options.labels[language]),
    labels: options.labels[language],
    words: options.words[language],
    recipient: attendance === null ? null : partyOfAttendance(attendance, record, lookup),
  };
  const heading = headingOf(scene);
  const title = chooseText(record.meeting.title, language).text;
  const date = formatDateRange(record.meeting.date, record.meeting.endDate, language);
  const subject = scene.words.subject[kind](title === '' ? heading : title, date).replace(/\u00A0/gu, ' ');
  return { subject, document: toDocument(scene, heading, arrange(scene, heading)) };
}

function headingOf({ kind, record, words, language }: LetterScene): string {
  const { meeting } = record;
  return words.heading[kind]({
    kind: kind === 'documents' ? words.kindOf[meeting.kind] : words.kind[meeting.kind],
    minutes: words.minutes[meeting.minutesKind],
    date: formatDateRange(meeting.date, meeting.endDate, language),
  });
}

/**
 * The parts in the order of each language. Russian: date, addressee at the right, heading to the text, salutation in the
 * middle; Chinese: title, salutation flush left, 此致 敬礼, then who writes and the date at the right; English: date,
 * addressee, salutation, subject.
 */
function arrange(scene: LetterScene, heading: string): { shownTitle: string; blocks: MinutesBlock[] } {
  const { writer, words, recipient, language, lookup, record } = scene;
  const date: MinutesParagraph = [writer.say(formatDate(scene.today, language))];
  const addressee = describeAddressee(recipient, writer);
  const salutation = describeSalutation(recipient, words, writer);
  const signer = findSigner(record, lookup, scene.recipientId);
  const body = [...describeBody(scene), ...describeContact(findSecretary(record, lookup), words, writer)];
  const closing = describeClosing(signer, scene, date);
  const place = (at: 'left' | 'centre' | 'column', lines: MinutesParagraph[]): MinutesBlock[] =>
    lines.length === 0 ? [] : [{ kind: 'placed', place: at, lines }];
  if (language === 'zh') {
    return { shownTitle: heading, blocks: [...place('left', [salutation]), ...body, ...closing] };
  }
  const strongHeading: MinutesParagraph = [writer.say(heading, 'strong')];
  return {
    shownTitle: '',
    blocks:
      language === 'ru'
        ? [
            ...place('left', [date]),
            ...place('column', addressee),
            ...place('left', [strongHeading]),
            ...place('centre', [salutation]),
            ...body,
            ...closing,
          ]
        : [
            ...place('left', [date]),
            ...place('left', addressee),
            ...place('left', [salutation]),
            ...place('left', [strongHeading]),
            ...body,
            ...closing,
          ],
  };
}

function describeBody(scene: LetterScene): MinutesBlock[] {
  switch (scene.kind) {
    case 'invitation':
    case 'reminder':
      return describeInvitation(scene);
    case 'circulation':
    case 'circulation_reminder':
    case 'agreed':
      return describeCirculation(scene, scene.kind);
    case 'documents':
      return describeEnclosed(scene);
  }
}
