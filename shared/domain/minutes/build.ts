import type { MeetingRecord } from '../../contract/records.ts';
import { chooseText, type Language } from '../language.ts';
import { formatDate } from './dates.ts';
import type { MinutesBlock, MinutesDocument, MinutesSection } from './document.ts';
import { describeHeader } from './header.ts';
import { describeActions, describeAgenda, describeItems } from './items.ts';
import type { LabelsByLanguage } from './labels.ts';
import { createLookup, type RecordLookup } from './lookup.ts';
import { numberEntries } from './numbering.ts';
import { describeAgreements, describeNextMeeting } from './outcome.ts';
import { describeParticipants, describeSignatures } from './people.ts';
import { createRunWriter, type RunWriter } from './runs.ts';
import { arrangeParts, createSection } from './section.ts';

export interface MinutesOptions {
  /** One part per language, in this order. */
  languages: readonly Language[];
  labels: LabelsByLanguage;
  /** The version with this very text; left out: the text is a draft. */
  version?: { number: number | null; contentSha256: string };
}

/** The minutes of a meeting in one or several languages, every word decided; the same input gives the same document. */
export function buildMinutesDocument(record: MeetingRecord, options: MinutesOptions): MinutesDocument {
  const lookup = createLookup(record);
  const sections = options.languages.map((language) => {
    const writer = createRunWriter(language, options.labels[language]);
    return buildMinutesSection(record, writer, [describeSignatures(record, lookup, writer)]);
  });
  return joinSections(record, sections, options.version ?? null);
}

/** The minutes in one language; `ending` is what stands below the text, the signatures last. */
export function buildMinutesSection(record: MeetingRecord, writer: RunWriter, ending: MinutesBlock[]): MinutesSection {
  const lookup = createLookup(record);
  return createSection(record, writer, {
    title: writer.labels.title[record.meeting.minutesKind](record.meeting.number),
    hasDraftMark: true,
    blocks: [...describeHeader(record, lookup, writer), ...describeBody(record, lookup, writer), ...ending],
  });
}

/** Parts of one paper about a meeting, which dates it. */
export function joinSections(
  record: MeetingRecord,
  sections: MinutesSection[],
  version: { number: number | null; contentSha256: string } | null,
): MinutesDocument {
  const first = sections[0];
  const language = first?.language ?? 'en';
  return {
    title: [first?.title ?? '', chooseText(record.meeting.title, language).text].filter(Boolean).join(' — '),
    subject: formatDate(record.meeting.date, language),
    date: record.meeting.date,
    origin: {
      meetingId: record.meeting.id,
      version: version?.number ?? null,
      contentSha256: version?.contentSha256 ?? '',
    },
    sections,
  };
}

function describeBody(record: MeetingRecord, lookup: RecordLookup, writer: RunWriter): MinutesBlock[] {
  const { headings } = writer.labels;
  const numbers = numberEntries(record.agenda, record.entries);
  const actions = describeActions(record, lookup, writer, numbers);
  return arrangeParts(
    [
      { id: 'participants', label: headings.participants, blocks: describeParticipants(record, lookup, writer) },
      {
        id: 'agenda',
        label: headings.agenda,
        blocks: record.agenda.length === 0 ? [] : [describeAgenda(record, lookup, writer)],
      },
      { id: 'proceedings', label: headings.proceedings, blocks: describeItems(record, lookup, writer, numbers) },
      { id: 'actions', label: headings.actions, blocks: actions === null ? [] : [actions] },
      { id: 'agreements', label: headings.agreements, blocks: describeAgreements(record, lookup, writer) },
      { id: 'next-meeting', label: headings.nextMeeting, blocks: describeNextMeeting(record, writer) },
    ],
    writer,
  );
}
