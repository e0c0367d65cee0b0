import type { DuplicateKind, DuplicatePair } from '#shared/contract/duplicates.ts';
import { emptyText, languages, type LocalizedText } from '#shared/domain/language.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import type { Connection } from '../../db/connection.ts';
import { findOrganization } from '../organizations/index.ts';
import { findPerson } from '../people/index.ts';

export type Side = DuplicatePair['a'];

/** A record as one side of a pair: its name, and what tells it from a namesake; undefined when it is not there. */
export function describeSide(connection: Connection, kind: DuplicateKind, id: string): Side | undefined {
  return kind === 'person' ? describePerson(connection, id) : describeOrganization(connection, id);
}

function describePerson(connection: Connection, id: string): Side | undefined {
  const person = findPerson(connection, id);
  if (person === undefined) return undefined;
  const office = person.affiliations.find(({ to }) => to === null) ?? person.affiliations[0];
  const organization = office && findOrganization(connection, office.organizationId);
  const texts = office === undefined || organization === undefined ? [] : [office.position, organization.name];
  return { id, label: composedNames(person.names), detail: joinTexts(texts) };
}

function describeOrganization(connection: Connection, id: string): Side | undefined {
  const organization = findOrganization(connection, id);
  if (organization === undefined) return undefined;
  return { id, label: organization.name, detail: joinTexts([organization.abbreviation, organization.city]) };
}

function joinTexts(texts: readonly LocalizedText[]): LocalizedText {
  const joined = emptyText();
  for (const language of languages) {
    joined[language] = texts
      .map((text) => text[language])
      .filter(Boolean)
      .join(' · ');
  }
  return joined;
}
