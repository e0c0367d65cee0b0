import { v7 as newId } from 'uuid';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { Entry } from '#shared/contract/entries.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import type { Organization } from '#shared/contract/organizations.ts';
import type { Person } from '#shared/contract/people.ts';
import { emptyText } from '#shared/domain/language.ts';

const emptyName = { family: '', given: '', patronymic: '', display: '', source: 'entered' as const, sortKey: '' };

export function makePerson(changes: Partial<Person> = {}): Person {
  return {
    id: newId(),
    names: {
      latin: { ...emptyName, family: 'Hu', given: 'Yidong' },
      cyrillic: { ...emptyName, family: 'Ху', given: 'Идун' },
      han: { ...emptyName },
    },
    aliases: [],
    gender: '',
    title: emptyText(),
    country: 'CN',
    email: '',
    phone: '',
    messenger: '',
    languages: '',
    note: '',
    affiliations: [],
    ...changes,
  };
}

export function makeOrganization(changes: Partial<Organization> = {}): Organization {
  return {
    id: newId(),
    name: { en: 'Institute of Applied Records', ru: 'Институт прикладных записей', zh: '应用记录研究所' },
    abbreviation: emptyText(),
    aliases: [],
    kind: 'institute',
    country: 'RU',
    city: emptyText(),
    note: '',
    relations: [],
    ...changes,
  };
}

export function makeMeeting(changes: Partial<Meeting> = {}): Meeting {
  return {
    id: newId(),
    groupId: null,
    number: '',
    kind: 'bilateral',
    format: 'online',
    status: 'draft',
    minutesKind: 'minutes',
    title: { en: 'Second meeting', ru: 'Второе заседание', zh: '第二次会议' },
    theme: emptyText(),
    framework: emptyText(),
    date: '2026-11-20',
    endDate: null,
    startTime: '10:00',
    endTime: null,
    zone: 'Asia/Shanghai',
    workingLanguages: ['en'],
    headCount: null,
    partOf: emptyText(),
    sides: [],
    venues: [],
    organizers: [],
    nextMeetingDate: null,
    nextMeetingNote: emptyText(),
    note: emptyText(),
    ...changes,
  };
}

export function makeAttendance(meetingId: string, changes: Partial<Attendance> = {}): Attendance {
  return {
    id: newId(),
    meetingId,
    personId: null,
    organizationId: null,
    headCount: null,
    sideId: null,
    roles: ['participant'],
    category: 'participant',
    mode: 'online',
    response: 'none',
    presence: 'present',
    arrivedAt: null,
    leftAt: null,
    name: emptyText(),
    position: emptyText(),
    organization: emptyText(),
    orderKey: 'a0',
    ...changes,
  };
}

export function makeAgendaItem(meetingId: string, orderKey = 'a0') {
  return {
    id: newId(),
    meetingId,
    title: { en: 'Opening', ru: 'Об открытии', zh: '开幕' },
    presenterAttendanceId: null,
    plannedMinutes: null,
    state: 'open' as const,
    orderKey,
  };
}

export function makeEntry(meetingId: string, agendaItemId: string, changes: Partial<Entry> = {}): Entry {
  const unwritten = { text: '', revision: 0, baseRevision: null, status: 'draft' as const };
  return {
    id: newId(),
    meetingId,
    agendaItemId,
    kind: 'speech',
    speakerAttendanceId: null,
    sourceLanguage: 'ru',
    atMs: null,
    orderKey: 'a0',
    texts: { en: { ...unwritten }, ru: { ...unwritten }, zh: { ...unwritten } },
    action: null,
    ...changes,
  };
}
