import type { Agreement, AgreementTerms } from '../contract/agreements.ts';
import type { Attendance } from '../contract/attendance.ts';
import type { Organization } from '../contract/organizations.ts';
import type { Person, PersonName } from '../contract/people.ts';
import { emptyText, guessLanguage } from './language.ts';

const emptyName = (): PersonName => ({
  family: '',
  given: '',
  patronymic: '',
  display: '',
  source: 'entered',
  sortKey: '',
});

/** A person of whom nothing is known yet. */
export function emptyPerson(id: string): Person {
  return {
    id,
    names: { latin: emptyName(), cyrillic: emptyName(), han: emptyName() },
    aliases: [],
    gender: '',
    title: emptyText(),
    country: '',
    email: '',
    phone: '',
    messenger: '',
    languages: '',
    note: '',
    affiliations: [],
  };
}

/** An organisation of which nothing is known yet. */
export function emptyOrganization(id: string): Organization {
  return {
    id,
    name: emptyText(),
    abbreviation: emptyText(),
    aliases: [],
    kind: 'other',
    country: '',
    city: emptyText(),
    note: '',
    relations: [],
  };
}

/** Somebody at a meeting of whom nothing is known yet: expected, asked for nothing. The order key is still to be given. */
export function emptyAttendance(id: string, meetingId: string): Attendance {
  return {
    id,
    meetingId,
    personId: null,
    organizationId: null,
    headCount: null,
    sideId: null,
    roles: [],
    category: 'participant',
    mode: 'in_person',
    response: 'none',
    presence: 'expected',
    arrivedAt: null,
    leftAt: null,
    name: emptyText(),
    position: emptyText(),
    organization: emptyText(),
    orderKey: '',
  };
}

/** Whoever keeps this program keeps the minutes: the name from the first run, until somebody changes it. */
export function secretaryAttendance(id: string, meetingId: string, name: string): Attendance {
  return {
    ...emptyAttendance(id, meetingId),
    roles: ['secretary'],
    category: 'in_attendance',
    name: { ...emptyText(), [guessLanguage(name)]: name },
  };
}

/** A signed document of which nothing is known yet; `meetingId` null: of no meeting. The order key is still to be given. */
export function emptyAgreement(id: string, meetingId: string | null): Agreement {
  return {
    id,
    meetingId,
    kind: 'memorandum',
    title: emptyText(),
    signedOn: null,
    several: false,
    parties: [],
    orderKey: '',
  };
}

/** Terms of a signed document of which nothing is written yet. */
export const unsaidTerms: AgreementTerms = {
  number: '',
  place: emptyText(),
  languages: [],
  authenticity: 'unsaid',
  authenticLanguage: null,
  copies: [],
  validFrom: null,
  validTo: null,
  renewal: 'none',
  renewalMonths: null,
  noticeDays: null,
  note: '',
};
