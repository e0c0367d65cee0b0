import type { Language, LocalizedText } from '../language.ts';

type AttendanceMark =
  | 'chair'
  | 'co_chair'
  | 'head_of_delegation'
  | 'secretary'
  | 'interpreter'
  | 'observer'
  | 'guest'
  | 'proxy'
  | 'expected'
  | 'online';
type ActionStatus = 'open' | 'in_progress' | 'done' | 'cancelled';
type AgreementKind = 'memorandum' | 'agreement' | 'minutes_of_talks' | 'programme' | 'certificate' | 'other';

/** The words of one document language. They come from resources/locales/<language>/documents.json. */
export interface MinutesLabels {
  /** Kind of document, with its number if there is one. */
  title: { minutes: (number: string) => string; minutes_of_talks: (number: string) => string };
  draft: string;
  pageOf: (page: string, pages: string) => string;
  fields: {
    date: string;
    time: string;
    place: string;
    remotePlaces: string;
    format: string;
    theme: string;
    framework: string;
    partOf: string;
    organizers: string;
    chair: string;
    coChairs: string;
    secretary: string;
    total: string;
  };
  format: { in_person: string; online: string; hybrid: string };
  city: (city: string) => string;
  headings: {
    participants: string;
    present: string;
    inAttendance: string;
    apologies: string;
    otherParticipants: string;
    agenda: string;
    proceedings: string;
    actions: string;
    agreements: string;
    nextMeeting: string;
  };
  heard: string;
  spoke: string;
  proposed: string;
  decided: string;
  note: string;
  presenter: string;
  postponed: string;
  speakerNotNamed: string;
  /** Number of a proposal, with the proposer in brackets where known. */
  proposalNumber: (number: string) => string;
  decisionNumber: (number: string) => string;
  people: (count: number) => string;
  excused: string;
  absent: string;
  arrivedAt: (time: string) => string;
  leftAt: (time: string) => string;
  marks: Record<AttendanceMark, string>;
  table: { number: string; action: string; responsible: string; due: string; status: string };
  status: Record<ActionStatus, string>;
  atNextMeeting: string;
  notNamed: string;
  notWritten: string;
  agreementKind: Record<AgreementKind, string>;
  agreementsKind: Record<AgreementKind, string>;
  agreementParties: string;
  agreementSigned: (date: string) => string;
  /** «For the Chinese side»: only for countries whose adjective is known. */
  signatureSide: { CN: string; RU: string };
  side: (number: number) => string;
  /** Marks of a text that stands in: for a text, a short line, and a name by its script. */
  textIn: LocalizedText;
  lineIn: LocalizedText;
  nameIn: LocalizedText;
}

export type LabelsByLanguage = Record<Language, MinutesLabels>;
