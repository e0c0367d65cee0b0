import type { AgreementStanding } from '../../contract/agreements.ts';
import type { Membership } from '../../contract/groups.ts';
import type { TimelineInput, TimelineKind } from '../../contract/timeline.ts';
import type { Language } from '../language.ts';

/** The words of dossiers in one language, from resources/locales/<language>/documents.json. Dates come formatted. */
export interface DossierWords {
  asOf: string;
  group: string;
  /** Stands where a list has nothing. */
  none: string;
  report: ReportWords;
  dossier: GroupWords;
  timeline: TimelineWords;
  letter: {
    subject: (name: string, date: string) => string;
    /** Of nobody in particular. */
    subjectAll: (date: string) => string;
    open: (count: number, date: string) => string;
    overdue: (count: number) => string;
    ask: string;
    enclosure: string;
  };
  fileName: { report: string; dossier: string; timeline: string };
}

export interface ReportWords {
  title: string;
  owner: string;
  side: string;
  open: string;
  closed: string;
  openHeading: string;
  closedHeading: string;
  overdueCount: (total: number, overdue: number) => string;
  overdue: (days: number) => string;
  /** Before what the minutes say, where it is no longer so. */
  agreed: (value: string) => string;
  nobody: string;
  noDate: string;
  leftOn: (date: string) => string;
  lastReport: string;
  noReport: string;
  reported: (date: string, name: string) => string;
  /** A meeting without a title. */
  meetingOf: (date: string) => string;
  titled: (title: string, date: string) => string;
}

export interface GroupWords {
  title: string;
  foundingDocument: string;
  mandate: string;
  aims: string;
  tasks: string;
  areas: string;
  sides: string;
  side: string;
  lead: string;
  coordinating: string;
  members: string;
  name: string;
  office: string;
  role: string;
  since: string;
  noSide: string;
  unknownSince: string;
  unknownOffice: string;
  pastCount: (count: number) => string;
  roles: Record<Membership['role'], string>;
  meetings: string;
  date: string;
  meeting: string;
  place: string;
  online: string;
  decisions: string;
  decision: string;
  actions: string;
  agreements: string;
  agreement: string;
  parties: string;
  signed: string;
  standing: string;
  until: (date: string) => string;
  noEnd: string;
  standings: Record<AgreementStanding, string>;
}

export interface TimelineWords {
  title: string;
  period: string;
  from: (date: string) => string;
  until: (date: string) => string;
  range: (from: string, to: string) => string;
  kinds: string;
  partners: string;
  areas: string;
  groups: string;
  number: string;
  date: string;
  event: string;
  what: string;
  kind: Record<TimelineKind, string>;
  kindPlural: Record<TimelineKind, string>;
  /** A mark that stands for several. */
  several: string;
  legend: string;
  table: string;
  noLane: Record<TimelineInput['lanes'], string>;
  empty: string;
  undated: (count: number) => string;
  /** What somebody is told who cannot see the drawing. */
  alt: (from: string, to: string) => string;
  count: (count: number) => string;
  /** Of a table that is too long to be set on pages. */
  tableInWord: (count: number) => string;
  untitled: string;
}

export type DossiersByLanguage = Record<Language, DossierWords>;
