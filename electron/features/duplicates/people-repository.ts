import { type Script, scripts } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { queries } from '../../db/queries.ts';
import type { PersonNameRow } from '../../db/schema.ts';
import { type PersonEntry, readForms } from './compare-people.ts';
import { readEmails, readPhones } from './evidence.ts';

const noName = { family: '', given: '', patronymic: '', display: '' };

/** The people of these ids as the search for duplicates sees them; whoever is not there is left out. */
export function loadPeople(connection: Connection, ids: readonly string[]): PersonEntry[] {
  const names = Map.groupBy(
    connection.all(queries.selectFrom('person_name').selectAll().where('person_id', 'in', ids)),
    (row) => row.person_id,
  );
  const aliases = Map.groupBy(
    connection.all(
      queries
        .selectFrom('person_alias')
        .select(['person_id', 'text'])
        .where('person_id', 'in', ids)
        .orderBy('order_index'),
    ),
    (row) => row.person_id,
  );
  const affiliations = Map.groupBy(
    connection.all(
      queries.selectFrom('affiliation').select(['person_id', 'organization_id']).where('person_id', 'in', ids),
    ),
    (row) => row.person_id,
  );
  const people = connection.all(
    queries.selectFrom('person').select(['id', 'email', 'phone', 'country']).where('id', 'in', ids),
  );
  return people.map((person) => ({
    id: person.id,
    ...readForms(
      byScript(names.get(person.id) ?? []),
      (aliases.get(person.id) ?? []).map(({ text }) => text),
    ),
    facts: {
      emails: readEmails(person.email),
      phones: readPhones(person.phone),
      organizationIds: (affiliations.get(person.id) ?? []).map((row) => row.organization_id),
      cities: [],
      country: person.country,
    },
  }));
}

function byScript(rows: readonly PersonNameRow[]): Record<Script, Pick<PersonNameRow, keyof typeof noName>> {
  const found = { latin: noName, cyrillic: noName, han: noName };
  for (const script of scripts) found[script] = rows.find((row) => row.script === script) ?? noName;
  return found;
}
