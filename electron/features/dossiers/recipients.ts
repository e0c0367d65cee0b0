import type { DossierSubject } from '#shared/contract/dossiers.ts';
import type { Person } from '#shared/contract/people.ts';
import { chooseText, type Language } from '#shared/domain/language.ts';
import { enteredNames } from '#shared/domain/minutes/lookup.ts';
import { keyOfSide } from '../actions/index.ts';
import type { Context } from '../../context.ts';
import { findPerson } from '../people/index.ts';
import { chooseReadingLanguage } from '../letters/index.ts';
import { findOrganization } from '../organizations/index.ts';
import { type LeadingMember, listLeadingMembers, listPeopleOf } from './repository.ts';

export interface ReportRecipient {
  personId: string;
  name: string;
  email: string;
  language: Language;
}

/** Who would get an action report, each once; nobody for what is about nobody in particular. */
export function listRecipients(context: Context, subject: DossierSubject): ReportRecipient[] {
  if (subject.kind !== 'action_report') return [];
  return findRecipients(context, subject).flatMap(({ personId, country }) => {
    const person = findPerson(context.connection, personId);
    if (person === undefined) return [];
    const language = chooseReadingLanguage(person.languages, [person.country, country]);
    return [{ personId, name: namePerson(person, language), email: person.email.trim(), language }];
  });
}

export const namePerson = (person: Person, language: Language): string =>
  chooseText(enteredNames(person), language).text;

interface Found {
  personId: string;
  /** Of their institute or side. */
  country: string;
}

function findRecipients(
  { connection }: Context,
  { ownerKey, sideKey, groupId, today }: Extract<DossierSubject, { kind: 'action_report' }>,
): Found[] {
  // A side that owns actions itself has the same key as one by which they are chosen.
  const key = ownerKey ?? sideKey;
  if (key === null) return [];
  if (ownerKey !== null) {
    if (findPerson(connection, ownerKey) !== undefined) return [{ personId: ownerKey, country: '' }];
    const organization = findOrganization(connection, ownerKey);
    if (organization !== undefined) {
      const people = listPeopleOf(connection, ownerKey, groupId, today);
      return people.map((personId) => ({ personId, country: organization.country }));
    }
  }
  const leading = listLeadingMembers(connection, groupId, today).filter((member) => keyOfSide(member) === key);
  return withoutDoubles(leading);
}

function withoutDoubles(members: readonly LeadingMember[]): Found[] {
  return [...new Map(members.map(({ personId, country }) => [personId, { personId, country }])).values()];
}
