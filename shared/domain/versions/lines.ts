import type { ComparedRow } from '../../contract/versions.ts';
import { chooseText, type Language, type LocalizedText } from '../language.ts';
import { formatDate, formatDateRange, formatTableDate } from '../minutes/dates.ts';
import type { LabelsByLanguage, MinutesLabels } from '../minutes/labels.ts';
import type { EntryContent, MinutesContent, ParticipantContent } from './content.ts';

/** The minutes of one version as a reader compares them: one line each for what stands on its own. */
export interface ContentLine extends Pick<ComparedRow, 'part' | 'id' | 'what'> {
  number: string;
  text: string;
  /** The one that the text is in: another one stands in where it is not written in the wanted language. */
  language: Language;
  /** What it stands under; a line that changes it has moved. */
  under: string;
}

/** Names of the lines of part `meeting`, in their order. */
export const meetingFields = [
  'group',
  'minutesKind',
  'number',
  'title',
  'date',
  'time',
  'format',
  'places',
  'remotePlaces',
  'framework',
  'theme',
  'partOf',
  'sides',
  'organizers',
  'headCount',
  'nextMeeting',
] as const;
export type MeetingField = (typeof meetingFields)[number];

interface Speech {
  language: Language;
  labels: MinutesLabels;
  comma: string;
  semicolon: string;
  colon: string;
  brackets: readonly [string, string];
}

/** Lines without words are left out: what they would say was not there. */
export function describeLines(content: MinutesContent, language: Language, labels: LabelsByLanguage): ContentLine[] {
  const isChinese = language === 'zh';
  const speech: Speech = {
    language,
    labels: labels[language],
    comma: isChinese ? '，' : ', ',
    semicolon: isChinese ? '；' : '; ',
    colon: isChinese ? '：' : ': ',
    brackets: isChinese ? ['（', '）'] : [' (', ')'],
  };
  const names = new Map(
    content.participants.map(({ id, name, organization }) => [
      id,
      say(name, speech).text || say(organization, speech).text,
    ]),
  );
  const itemNumbers = new Map(content.agenda.map(({ id }, index) => [id, index + 1]));
  const numbers = numberContent(content.entries, itemNumbers);
  return [
    ...describeMeeting(content, speech),
    ...content.participants.map((participant): ContentLine => {
      const { text, language: written } = describeParticipant(participant, content, speech);
      return { part: 'participants', id: participant.id, what: '', number: '', text, language: written, under: '' };
    }),
    ...content.agenda.map(({ id, title, presenterId, isPostponed }, index): ContentLine => {
      const main = say(title, speech);
      const presenter = presenterId === null ? '' : (names.get(presenterId) ?? '');
      const marks = isPostponed ? [speech.labels.postponed] : [];
      const presented = presenter === '' ? '' : `\n${speech.labels.presenter}${isChinese ? '' : ' '}${presenter}`;
      return {
        part: 'agenda',
        id,
        what: '',
        number: String(index + 1),
        text: `${main.text}${bracket(marks, speech)}${presented}`,
        language: main.language,
        under: '',
      };
    }),
    ...content.entries.map((entry): ContentLine => {
      const main = say(entry.texts, speech, entry.standIn);
      const speaker = entry.speakerId === null ? '' : (names.get(entry.speakerId) ?? '');
      const introduced = speaker === '' ? main.text : `${speaker}${speech.colon}${main.text}`;
      return {
        part: 'entries',
        id: entry.id,
        what: entry.kind,
        number: numbers.get(entry.id) ?? '',
        text: [introduced, ...describeTask(entry, speech)].join('\n'),
        language: main.language,
        under: entry.agendaItemId,
      };
    }),
    ...content.agreements.map((agreement, index): ContentLine => {
      const title = say(agreement.title, speech);
      const kinds = agreement.several ? speech.labels.agreementsKind : speech.labels.agreementKind;
      const signed =
        agreement.signedOn === null ? [] : [speech.labels.agreementSigned(formatDate(agreement.signedOn, language))];
      const parties = agreement.parties.map((party) => say(party, speech).text).filter((party) => party !== '');
      const others = new Map((agreement.otherSignatories ?? []).map(({ id, name }) => [id, say(name, speech).text]));
      const signatories = agreement.signatoryIds
        .map((id) => names.get(id) ?? others.get(id) ?? '')
        .filter((name) => name !== '');
      return {
        part: 'agreements',
        id: agreement.id,
        what: '',
        number: String(index + 1),
        text: [
          `${title.text === '' ? kinds[agreement.kind] : `${kinds[agreement.kind]}${speech.colon}${title.text}`}${bracket(signed, speech)}`,
          ...(parties.length > 0
            ? [`${speech.labels.agreementParties}${speech.colon}${parties.join(speech.semicolon)}`]
            : []),
          ...(signatories.length > 0 ? [signatories.join(speech.comma)] : []),
        ].join('\n'),
        language: title.language,
        under: '',
      };
    }),
  ];
}

function say(value: LocalizedText, { language }: Speech, standIn: Language | null = null) {
  if (standIn !== null && value[language].trim() === '' && value[standIn].trim() !== '') {
    return { text: value[standIn], language: standIn };
  }
  return chooseText(value, language);
}

function bracket(marks: readonly string[], { brackets: [open, close], comma }: Speech): string {
  return marks.length === 0 ? '' : `${open}${marks.join(comma)}${close}`;
}

function describeMeeting({ meeting }: MinutesContent, speech: Speech): ContentLine[] {
  const { labels, language, semicolon, comma } = speech;
  const plain = (text: string): { text: string; language: Language } => ({ text, language });
  const place = (kind: 'main' | 'remote') =>
    plain(
      meeting.venues
        .filter((venue) => venue.kind === kind)
        .map(({ city, place: where }) => joinFilled([say(city, speech).text, say(where, speech).text], comma))
        .filter((text) => text !== '')
        .join(semicolon),
    );
  const hours = joinFilled([meeting.startTime ?? '', meeting.endTime ?? ''], '–');
  const values: Record<MeetingField, { text: string; language: Language }> = {
    group: say(meeting.group, speech),
    minutesKind: plain(labels.title[meeting.minutesKind]('')),
    number: plain(meeting.number),
    title: say(meeting.title, speech),
    date: plain(formatDateRange(meeting.date, meeting.endDate, language)),
    time: plain(hours === '' ? '' : `${hours}${bracket([meeting.zone], speech)}`),
    format: plain(labels.format[meeting.format]),
    places: place('main'),
    remotePlaces: place('remote'),
    framework: say(meeting.framework, speech),
    theme: say(meeting.theme, speech),
    partOf: say(meeting.partOf, speech),
    sides: plain(
      meeting.sides
        .map(({ name, country, zone }) => {
          const marks = [country, zone].filter((mark) => mark !== '');
          return `${say(name, speech).text}${bracket(marks, speech)}`.trim();
        })
        .join(semicolon),
    ),
    organizers: plain(
      meeting.organizers
        .map(({ name }) => say(name, speech).text)
        .filter((text) => text !== '')
        .join(semicolon),
    ),
    headCount: plain(meeting.headCount === null ? '' : String(meeting.headCount)),
    nextMeeting: plain(
      joinFilled(
        [
          meeting.nextMeetingDate === null ? '' : formatDate(meeting.nextMeetingDate, language),
          say(meeting.nextMeetingNote, speech).text,
        ],
        comma,
      ),
    ),
  };
  return meetingFields.flatMap((field): ContentLine[] =>
    values[field].text.trim() === ''
      ? []
      : [{ part: 'meeting', id: field, what: field, number: '', under: '', ...pickText(values[field]) }],
  );
}

const pickText = ({ text, language }: { text: string; language: Language }) => ({ text, language });

const joinFilled = (texts: readonly string[], separator: string): string =>
  texts.filter((text) => text !== '').join(separator);

function describeParticipant(
  participant: ParticipantContent,
  { meeting }: MinutesContent,
  speech: Speech,
): { text: string; language: Language } {
  const { labels, language } = speech;
  const name = say(participant.name, speech);
  const organization = say(participant.organization, speech);
  const office = [say(participant.position, speech).text, organization.text];
  const sideIndex = meeting.sides.findIndex(({ id }) => id === participant.sideId);
  const side = meeting.sides[sideIndex];
  const sideName = side === undefined ? '' : say(side.name, speech).text || labels.side(sideIndex + 1);
  const marks = [
    sideName,
    participant.category === 'in_attendance' ? labels.headings.inAttendance : '',
    ...participant.roles.map((role) => labels.marks[role]),
    participant.headCount === null ? '' : labels.people(participant.headCount),
    describePresence(participant, labels),
    participant.isOnline ? labels.marks.online : '',
    participant.arrivedAt === null ? '' : labels.arrivedAt(participant.arrivedAt),
    participant.leftAt === null ? '' : labels.leftAt(participant.leftAt),
  ].filter((mark) => mark !== '');
  const parts = language === 'zh' ? [joinFilled(office.reverse(), ''), name.text] : [name.text, ...office];
  return {
    text: `${joinFilled(parts, language === 'zh' ? '　' : ', ')}${bracket(marks, speech)}`,
    language: name.text === '' ? organization.language : name.language,
  };
}

function describePresence({ presence }: ParticipantContent, labels: MinutesLabels): string {
  switch (presence) {
    case 'present':
      return '';
    case 'excused':
      return labels.excused;
    case 'absent':
      return labels.absent;
    case 'proxy':
    case 'expected':
      return labels.marks[presence];
  }
}

/** Who is to do it and until when, a line each. */
function describeTask({ action }: EntryContent, speech: Speech): string[] {
  if (action === null) return [];
  const { labels, colon, semicolon, language } = speech;
  const owners = action.owners.map(({ name }) => say(name, speech).text).filter((name) => name !== '');
  const due =
    action.due !== null
      ? formatTableDate(action.due, language)
      : action.dueAtNextMeeting
        ? labels.atNextMeeting
        : labels.notNamed;
  return [
    `${labels.table.responsible}${colon}${owners.length === 0 ? labels.notNamed : owners.join(semicolon)}`,
    `${labels.table.due}${colon}${due}`,
  ];
}

/** As the minutes print them: by item, running by kind. */
function numberContent(
  entries: readonly EntryContent[],
  itemNumbers: ReadonlyMap<string, number>,
): Map<string, string> {
  const counters = new Map<string, number>();
  const numbers = new Map<string, string>();
  for (const { id, kind, agendaItemId } of entries) {
    const itemNumber = itemNumbers.get(agendaItemId);
    if (itemNumber === undefined || kind === 'speech' || kind === 'note') continue;
    const counter = `${kind} ${String(itemNumber)}`;
    const next = (counters.get(counter) ?? 0) + 1;
    counters.set(counter, next);
    numbers.set(id, `${String(itemNumber)}.${String(next)}`);
  }
  return numbers;
}
