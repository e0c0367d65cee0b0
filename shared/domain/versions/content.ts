import type { Agreement } from '../../contract/agreements.ts';
import type { Attendance } from '../../contract/attendance.ts';
import type { Entry } from '../../contract/entries.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import { emptyText, filledLanguages, type Language, languages, type LocalizedText } from '../language.ts';
import { createLookup, type RecordLookup } from '../minutes/lookup.ts';
import { compareByOrderKey } from '../minutes/numbering.ts';

type Meeting = MeetingRecord['meeting'];

/** What the minutes print of the meeting itself. */
export interface MeetingContent extends Pick<
  Meeting,
  | 'number'
  | 'minutesKind'
  | 'format'
  | 'title'
  | 'theme'
  | 'framework'
  | 'date'
  | 'endDate'
  | 'startTime'
  | 'endTime'
  | 'zone'
  | 'headCount'
  | 'partOf'
  | 'nextMeetingDate'
  | 'nextMeetingNote'
> {
  /** The body whose minutes these are; empty if there is none. */
  group: LocalizedText;
  sides: Pick<Meeting['sides'][number], 'id' | 'country' | 'name' | 'zone'>[];
  venues: Pick<Meeting['venues'][number], 'id' | 'kind' | 'city' | 'place'>[];
  organizers: { id: string; name: LocalizedText }[];
}

export interface ParticipantContent extends Pick<
  Attendance,
  | 'id'
  | 'sideId'
  | 'category'
  | 'presence'
  | 'arrivedAt'
  | 'leftAt'
  | 'headCount'
  | 'name'
  | 'position'
  | 'organization'
> {
  /** Those that are printed; that somebody takes part or speaks goes without saying. */
  roles: Exclude<Attendance['roles'][number], 'participant' | 'speaker'>[];
  /** Said of a hybrid meeting only. */
  isOnline: boolean;
}

export interface AgendaContent {
  id: string;
  title: LocalizedText;
  presenterId: string | null;
  isPostponed: boolean;
}

export interface EntryContent {
  id: string;
  agendaItemId: string;
  kind: Entry['kind'];
  speakerId: string | null;
  /** Of the text that stands in for missing ones; null where none is missing. */
  standIn: Language | null;
  texts: LocalizedText;
  /** null: not an action. */
  action: { owners: { kind: string; name: LocalizedText }[]; due: string | null; dueAtNextMeeting: boolean } | null;
}

export interface AgreementContent extends Pick<Agreement, 'id' | 'kind' | 'title' | 'signedOn' | 'several'> {
  parties: LocalizedText[];
  /** Of the attendance of those who were there, of their own row of the others. */
  signatoryIds: string[];
  /** Who signed without having been there, as of then; absent where nobody did. */
  otherSignatories?: { id: string; name: LocalizedText; position: LocalizedText }[];
}

/**
 * The text of minutes: what the sides agree to. Two records with the same content print the same pages. It has no
 * status, no answers to invitations, no revisions and no progress of actions, which all change while the text stands.
 */
export interface MinutesContent {
  meeting: MeetingContent;
  /** In protocol order. */
  participants: ParticipantContent[];
  /** In order, as are entries and agreements; entries of one item stand together, in the order of the items. */
  agenda: AgendaContent[];
  entries: EntryContent[];
  agreements: AgreementContent[];
}

/** Names of the register stand in it as words, so that it is the same after two records of one person were joined. */
export function describeContent(record: MeetingRecord): MinutesContent {
  const lookup = createLookup(record);
  const agenda = [...record.agenda].sort(compareByOrderKey);
  const places = new Map(agenda.map(({ id }, index) => [id, index]));
  const placeOf = (entry: Entry): number => places.get(entry.agendaItemId) ?? agenda.length;
  return {
    meeting: describeMeeting(record, lookup),
    participants: lookup.attendanceInOrder.map((attendance) => describeParticipant(attendance, record.meeting, lookup)),
    agenda: agenda.map(({ id, title, presenterAttendanceId, state }) => ({
      id,
      title,
      presenterId: presenterAttendanceId,
      isPostponed: state === 'postponed',
    })),
    entries: [...record.entries]
      .sort((a, b) => placeOf(a) - placeOf(b) || compareByOrderKey(a, b))
      .map((entry) => describeEntry(entry, lookup)),
    agreements: [...record.agreements].sort(compareByOrderKey).map((agreement) => describeAgreement(agreement, lookup)),
  };
}

function describeAgreement(agreement: Agreement, lookup: RecordLookup): AgreementContent {
  const { id, kind, title, signedOn, several, parties, signatories = [] } = agreement;
  const others = signatories.filter(({ attendanceId }) => attendanceId === null);
  return {
    id,
    kind,
    title,
    signedOn,
    several,
    parties: parties.map(({ organizationId, description }) => {
      const registered = lookup.organizationName(organizationId);
      return filledLanguages(registered).length > 0 ? registered : description;
    }),
    signatoryIds: signatories.map((signatory) => signatory.attendanceId ?? signatory.id),
    ...(others.length > 0 && {
      otherSignatories: others.map(({ id: signatoryId, name, position }) => ({
        id: signatoryId,
        name: name ?? emptyText(),
        position: position ?? emptyText(),
      })),
    }),
  };
}

/** The same content always gives the same text: keys in alphabetical order, no spaces. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function describeMeeting({ meeting, group }: MeetingRecord, lookup: RecordLookup): MeetingContent {
  return {
    group: group?.name ?? emptyText(),
    number: meeting.number,
    minutesKind: meeting.minutesKind,
    format: meeting.format,
    title: meeting.title,
    theme: meeting.theme,
    framework: meeting.framework,
    date: meeting.date,
    endDate: meeting.endDate,
    startTime: meeting.startTime,
    endTime: meeting.endTime,
    zone: meeting.zone,
    headCount: meeting.headCount,
    partOf: meeting.partOf,
    nextMeetingDate: meeting.nextMeetingDate,
    nextMeetingNote: meeting.nextMeetingNote,
    sides: meeting.sides.map(({ id, country, name, zone }) => ({ id, country, name, zone })),
    venues: meeting.venues.map(({ id, kind, city, place }) => ({ id, kind, city, place })),
    organizers: meeting.organizers.map(({ id, organizationId }) => ({
      id,
      name: lookup.organizationName(organizationId),
    })),
  };
}

function describeParticipant(attendance: Attendance, meeting: Meeting, lookup: RecordLookup): ParticipantContent {
  const { id, sideId, roles, category, mode, presence, arrivedAt, leftAt, headCount, position } = attendance;
  return {
    id,
    sideId,
    roles: roles.filter((role) => role !== 'participant' && role !== 'speaker'),
    category,
    isOnline: meeting.format === 'hybrid' && mode === 'online',
    presence,
    arrivedAt,
    leftAt,
    headCount,
    name: lookup.attendanceName(attendance),
    position,
    organization: lookup.attendanceOrganization(attendance),
  };
}

function describeEntry(entry: Entry, lookup: RecordLookup): EntryContent {
  const { id, agendaItemId, kind, speakerAttendanceId, sourceLanguage, action } = entry;
  const texts = { en: entry.texts.en.text, ru: entry.texts.ru.text, zh: entry.texts.zh.text };
  return {
    id,
    agendaItemId,
    kind,
    speakerId: speakerAttendanceId,
    standIn: filledLanguages(texts).length === languages.length ? null : sourceLanguage,
    texts,
    action:
      kind !== 'action' || action === null
        ? null
        : {
            owners: action.owners.map((owner) => ({ kind: owner.kind, name: lookup.ownerName(owner) })),
            due: action.due,
            dueAtNextMeeting: action.dueAtNextMeeting,
          },
  };
}
