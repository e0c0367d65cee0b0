import type { Organization } from '../contract/organizations.ts';
import type { Person, PersonName } from '../contract/people.ts';
import { emptyText } from './language.ts';

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
