import type { MeetingRecord } from '../../contract/records.ts';
import { chooseText, type Language } from '../language.ts';
import { formatDate } from './dates.ts';
import type { MinutesBlock, MinutesDocument, MinutesParagraph, MinutesSection } from './document.ts';
import { describeHeader } from './header.ts';
import { describeActions, describeAgenda, describeItems } from './items.ts';
import type { LabelsByLanguage } from './labels.ts';
import { createLookup, type RecordLookup } from './lookup.ts';
import { compareByOrderKey, numberEntries } from './numbering.ts';
import { describeParticipants, describeSignatures } from './people.ts';
import { createRunWriter, type RunWriter } from './runs.ts';
import { chineseNumeral } from './typography.ts';

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
  const sections = options.languages.map((language) =>
    buildSection(record, lookup, createRunWriter(language, options.labels[language])),
  );
  const first = sections[0];
  const titleLanguage = first?.language ?? 'en';
  const subject = chooseText(record.meeting.title, titleLanguage).text;
  return {
    title: [first?.title ?? '', subject].filter(Boolean).join(' — '),
    subject: formatDate(record.meeting.date, titleLanguage),
    date: record.meeting.date,
    origin: {
      meetingId: record.meeting.id,
      version: options.version?.number ?? null,
      contentSha256: options.version?.contentSha256 ?? '',
    },
    sections,
  };
}

function buildSection(record: MeetingRecord, lookup: RecordLookup, writer: RunWriter): MinutesSection {
  const { meeting } = record;
  const { labels, language } = writer;
  // Two characters no text can hold (they are cleaned away at the border) show where the numbers go.
  const [before = '', between = '', after = ''] = labels.pageOf('\u0001', '\u0001').split('\u0001');
  return {
    language,
    organisation: record.group === null ? [] : writer.quote(chooseText(record.group.name, language), 'line'),
    title: writer.say(labels.title[meeting.minutesKind](meeting.number)).text,
    subject: writer.quote(chooseText(meeting.title, language), 'text'),
    draftMark: meeting.status === 'agreed' || meeting.status === 'amended' ? null : labels.draft,
    pageLabel: { before, between, after },
    blocks: [...describeHeader(record, lookup, writer), ...describeBody(record, lookup, writer)],
  };
}

function describeBody(record: MeetingRecord, lookup: RecordLookup, writer: RunWriter): MinutesBlock[] {
  const { headings } = writer.labels;
  const numbers = numberEntries(record.agenda, record.entries);
  const items = describeItems(record, lookup, writer, numbers);
  const actions = describeActions(record, lookup, writer, numbers);
  const parts: { id: string; label: string; blocks: MinutesBlock[] }[] = [
    { id: 'participants', label: headings.participants, blocks: describeParticipants(record, lookup, writer) },
    {
      id: 'agenda',
      label: headings.agenda,
      blocks: record.agenda.length === 0 ? [] : [describeAgenda(record, lookup, writer)],
    },
    { id: 'proceedings', label: headings.proceedings, blocks: items },
    { id: 'actions', label: headings.actions, blocks: actions === null ? [] : [actions] },
    { id: 'agreements', label: headings.agreements, blocks: describeAgreements(record, lookup, writer) },
    { id: 'next-meeting', label: headings.nextMeeting, blocks: describeNextMeeting(record, writer) },
  ];
  const written = parts.filter((part) => part.blocks.length > 0);
  return [
    ...written.flatMap(({ id, label, blocks }, index): MinutesBlock[] => {
      const number = writer.language === 'zh' ? `${chineseNumeral(index + 1)}、` : '';
      return [{ kind: 'heading', id, level: 2, runs: [writer.say(`${number}${label}`)] }, ...blocks];
    }),
    describeSignatures(record, lookup, writer),
  ];
}

function describeAgreements(record: MeetingRecord, lookup: RecordLookup, writer: RunWriter): MinutesBlock[] {
  const { labels, language } = writer;
  if (record.agreements.length === 0) return [];
  const points = [...record.agreements].sort(compareByOrderKey).map((agreement, index) => {
    const title = chooseText(agreement.title, language);
    const kind = (agreement.several ? labels.agreementsKind : labels.agreementKind)[agreement.kind];
    const name: MinutesParagraph = title.text === '' ? [writer.say(kind)] : writer.quote(title, 'text');
    const signed =
      agreement.signedOn === null
        ? []
        : writer.bracket([labels.agreementSigned(formatDate(agreement.signedOn, language))]);
    const parties = agreement.parties
      .map((party) => {
        const registered = chooseText(lookup.organizationName(party.organizationId), language);
        return writer.quote(registered.text === '' ? chooseText(party.description, language) : registered, 'line');
      })
      .filter((party) => party.length > 0);
    const paragraphs = [[...name, ...signed]];
    if (parties.length > 0) {
      const label = writer.say(language === 'zh' ? `${labels.agreementParties}：` : `${labels.agreementParties}: `);
      paragraphs.push([label, ...writer.join(parties, language === 'zh' ? '；' : '; ')]);
    }
    return { id: agreement.id, number: `${index + 1}.`, paragraphs };
  });
  return [{ kind: 'points', points }];
}

function describeNextMeeting(record: MeetingRecord, writer: RunWriter): MinutesBlock[] {
  const { nextMeetingDate, nextMeetingNote } = record.meeting;
  const note = writer.quote(chooseText(nextMeetingNote, writer.language), 'text');
  const date = nextMeetingDate === null ? [] : [writer.say(formatDate(nextMeetingDate, writer.language))];
  return [date, note].filter((runs) => runs.length > 0).map((runs) => ({ kind: 'paragraph', runs }));
}
