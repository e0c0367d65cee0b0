import type { Person, PersonName } from '#shared/contract/people.ts';
import { emptyText } from '#shared/domain/language.ts';

const emptyName = (): PersonName => ({
  family: '',
  given: '',
  patronymic: '',
  display: '',
  source: 'entered',
  sortKey: '',
});

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
