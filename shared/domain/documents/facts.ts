import type { Letterhead } from '../../contract/letterheads.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import { chooseText } from '../language.ts';
import { formatDate, formatDateRange } from '../minutes/dates.ts';
import type { MinutesSection } from '../minutes/document.ts';
import { describeVenues } from '../minutes/header.ts';
import type { RunWriter } from '../minutes/runs.ts';
import { splitParagraphs } from '../minutes/typography.ts';
import type { DocumentBuild } from './document-build.ts';

/** What a letterhead file of an organisation's own may ask for; what nobody entered is left out. */
export function describeFacts(
  record: MeetingRecord,
  letterhead: Omit<Letterhead, 'template'>,
  { kind, today }: DocumentBuild,
  writer: RunWriter,
): NonNullable<MinutesSection['facts']> {
  const { meeting } = record;
  const { language } = writer;
  const place = describeVenues(record, 'main', writer)
    .map((runs) => runs.map(({ text }) => text).join(''))
    .join('; ');
  // A letter has the day on which it is written, whatever is about the meeting that of the meeting.
  const date =
    kind === 'invitation' ? formatDate(today, language) : formatDateRange(meeting.date, meeting.endDate, language);
  const facts = {
    organization: chooseText(letterhead.name, language).text.trim(),
    address: splitParagraphs(chooseText(letterhead.address, language).text).join('\n'),
    phone: letterhead.phone,
    email: letterhead.email,
    website: letterhead.website,
    number: meeting.number,
    date,
    place,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, text]) => text !== ''));
}
