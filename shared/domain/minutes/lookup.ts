import type { AgreementSignatory } from '../../contract/agreements.ts';
import type { ActionOwner } from '../../contract/entries.ts';
import type { Attendance } from '../../contract/attendance.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import {
  chooseText,
  type ChosenText,
  emptyText,
  type Language,
  type LocalizedText,
  scripts,
  scriptOfLanguage,
} from '../language.ts';
import { composeName } from '../person-name.ts';
import { compareByProtocol, protocolRank } from './protocol-order.ts';

type Person = MeetingRecord['people'][number];
type Entry = MeetingRecord['entries'][number];
type MeetingSide = MeetingRecord['meeting']['sides'][number];

/** Names of a person per document language, entered forms only: a generated form never reaches a document. */
export function enteredNames(person: Person): LocalizedText {
  const names = emptyText();
  for (const script of scripts) {
    const language = script === scriptOfLanguage.en ? 'en' : script === scriptOfLanguage.ru ? 'ru' : 'zh';
    if (person.names[script].source !== 'generated') names[language] = composeName(person.names[script], script);
  }
  return names;
}

function isEmpty(value: LocalizedText): boolean {
  return chooseText(value, 'en').text === '';
}

/** Answers what the minutes need to know about the records around a meeting. */
export interface RecordLookup {
  organizationName(id: string | null): LocalizedText;
  /** The snapshot; where it was never filled, the register. */
  attendanceName(attendance: Attendance): LocalizedText;
  attendanceOrganization(attendance: Attendance): LocalizedText;
  attendance(id: string | null): Attendance | null;
  side(id: string | null): MeetingSide | null;
  ownerName(owner: ActionOwner): LocalizedText;
  /** Of who signed a document: as they attended, or as it stands with the signature. */
  signatoryName(signatory: AgreementSignatory): LocalizedText;
  /** Attendance as minutes list it: chairs and heads first, then as stored. */
  attendanceInOrder: Attendance[];
}

export function createLookup(record: MeetingRecord): RecordLookup {
  const people = new Map(record.people.map((person) => [person.id, person]));
  const organizations = new Map(record.organizations.map((organization) => [organization.id, organization]));
  const attendances = new Map(record.attendance.map((attendance) => [attendance.id, attendance]));
  const sides = new Map(record.meeting.sides.map((side) => [side.id, side]));

  const organizationName = (id: string | null): LocalizedText =>
    (id === null ? undefined : organizations.get(id)?.name) ?? emptyText();

  function attendanceOrganization(attendance: Attendance): LocalizedText {
    return isEmpty(attendance.organization) ? organizationName(attendance.organizationId) : attendance.organization;
  }

  function attendanceName(attendance: Attendance): LocalizedText {
    if (!isEmpty(attendance.name)) return attendance.name;
    const person = attendance.personId === null ? undefined : people.get(attendance.personId);
    return person === undefined ? emptyText() : enteredNames(person);
  }

  function ownerName(owner: ActionOwner): LocalizedText {
    if (owner.kind === 'organization') return organizationName(owner.ownerId);
    if (owner.kind === 'side') return sides.get(owner.ownerId)?.name ?? emptyText();
    const present = record.attendance.find((attendance) => attendance.personId === owner.ownerId);
    if (present !== undefined) return attendanceName(present);
    const person = people.get(owner.ownerId);
    return person === undefined ? emptyText() : enteredNames(person);
  }

  function signatoryName({ attendanceId, name }: AgreementSignatory): LocalizedText {
    const attendance = attendanceId === null ? undefined : attendances.get(attendanceId);
    return attendance === undefined ? (name ?? emptyText()) : attendanceName(attendance);
  }

  return {
    organizationName,
    attendanceName,
    signatoryName,
    attendanceOrganization,
    attendance: (id) => (id === null ? null : (attendances.get(id) ?? null)),
    side: (id) => (id === null ? null : (sides.get(id) ?? null)),
    ownerName,
    attendanceInOrder: [...record.attendance].sort(compareByProtocol),
  };
}

/** The text of an entry; where it is missing, the text it was taken down in, which every translation started from. */
export function chooseEntryText(entry: Entry, wanted: Language): ChosenText {
  const texts = { en: entry.texts.en.text, ru: entry.texts.ru.text, zh: entry.texts.zh.text };
  if (texts[wanted].trim() === '' && texts[entry.sourceLanguage].trim() !== '') {
    return { text: texts[entry.sourceLanguage], language: entry.sourceLanguage, isFallback: true };
  }
  return chooseText(texts, wanted);
}

/** Who speaks for a side: its co-chair or chair, else its head of delegation; null if the record names nobody. */
export function findSignatory(lookup: RecordLookup, sideId: string): Attendance | null {
  const present = lookup.attendanceInOrder.filter(
    (attendance) =>
      attendance.sideId === sideId && (attendance.presence === 'present' || attendance.presence === 'proxy'),
  );
  return present.find((attendance) => protocolRank(attendance) < 2) ?? null;
}
