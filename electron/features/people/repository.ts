import type { Affiliation, Person, PersonListItem, PersonName } from '#shared/contract/people.ts';
import type { NameScheme } from '#shared/domain/name-match.ts';
import { scripts, type Script } from '#shared/domain/language.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { replaceList } from '../../db/lists.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';
import { queries } from '../../db/queries.ts';
import type { AffiliationRow, PersonNameRow, PersonRow } from '../../db/schema.ts';
import { listErased } from './erased.ts';

const emptyName: PersonName = { family: '', given: '', patronymic: '', display: '', source: 'entered', sortKey: '' };

/** `keys` are what the search index finds each person by. */
export function listPeople(connection: Connection, keys: ReadonlyMap<string, string>): PersonListItem[] {
  const names = namesByPerson(connection.all(queries.selectFrom('person_name').selectAll()));
  const newest = new Map<string, AffiliationRow & { name_en: string; name_ru: string; name_zh: string }>();
  const affiliations = connection.all(
    queries
      .selectFrom('affiliation')
      .innerJoin('organization', 'organization.id', 'affiliation.organization_id')
      .selectAll('affiliation')
      .select(['organization.name_en', 'organization.name_ru', 'organization.name_zh'])
      .orderBy('affiliation.order_index'),
  );
  // The first one still held; else the first at all.
  for (const row of affiliations) {
    const known = newest.get(row.person_id);
    if (known === undefined || (known.to_date !== null && row.to_date === null)) newest.set(row.person_id, row);
  }
  const erased = listErased(connection);
  const people = connection.all(queries.selectFrom('person').select(['id', 'country', 'email']));
  return (erased.size === 0 ? people : people.filter(({ id }) => !erased.has(id))).map((row) => {
    const affiliation = newest.get(row.id);
    const name = names.get(row.id) ?? emptyNames();
    return {
      id: row.id,
      name: composedNames(name),
      sortKey: { en: name.latin.sortKey, ru: name.cyrillic.sortKey, zh: name.han.sortKey },
      position: affiliation === undefined ? { en: '', ru: '', zh: '' } : fromColumns(affiliation, 'position'),
      organizationId: affiliation?.organization_id ?? null,
      organization: affiliation === undefined ? { en: '', ru: '', zh: '' } : fromColumns(affiliation, 'name'),
      country: row.country,
      email: row.email,
      keys: keys.get(row.id) ?? '',
    };
  });
}

export function findPerson(connection: Connection, id: string): Person | undefined {
  const row = connection.first(queries.selectFrom('person').selectAll().where('id', '=', id));
  if (row === undefined) return undefined;
  const names = connection.all(queries.selectFrom('person_name').selectAll().where('person_id', '=', id));
  const aliases = connection.all(
    queries.selectFrom('person_alias').selectAll().where('person_id', '=', id).orderBy('order_index'),
  );
  const affiliations = connection.all(
    queries.selectFrom('affiliation').selectAll().where('person_id', '=', id).orderBy('order_index'),
  );
  return toPerson(row, namesByPerson(names).get(id), aliases, affiliations);
}

/** The names of people, by id; an entry for everybody who is there. */
export function findNames(connection: Connection, ids: readonly string[]): Map<string, Person['names']> {
  const wanted = JSON.stringify(ids);
  const here = connection.sql<{ id: string }>(
    'SELECT id FROM person WHERE id IN (SELECT value FROM json_each(?))',
    wanted,
  );
  const names = namesByPerson(
    connection.sql<PersonNameRow>(
      'SELECT * FROM person_name WHERE person_id IN (SELECT value FROM json_each(?))',
      wanted,
    ),
  );
  return new Map(here.map(({ id }) => [id, names.get(id) ?? emptyNames()]));
}

/** Every person, whole. */
export function loadPeople(connection: Connection): Person[] {
  const names = namesByPerson(connection.all(queries.selectFrom('person_name').selectAll()));
  const aliases = Map.groupBy(
    connection.all(queries.selectFrom('person_alias').selectAll().orderBy('order_index')),
    (row) => row.person_id,
  );
  const affiliations = Map.groupBy(
    connection.all(queries.selectFrom('affiliation').selectAll().orderBy('order_index')),
    (row) => row.person_id,
  );
  return connection
    .all(queries.selectFrom('person').selectAll())
    .map((row) => toPerson(row, names.get(row.id), aliases.get(row.id), affiliations.get(row.id)));
}

function toPerson(
  row: PersonRow,
  names: Person['names'] = emptyNames(),
  aliases: readonly { id: string; text: string }[] = [],
  affiliations: readonly AffiliationRow[] = [],
): Person {
  return {
    id: row.id,
    names,
    aliases: aliases.map(({ id, text }) => ({ id, text })),
    gender: row.gender,
    title: fromColumns(row, 'title'),
    country: row.country,
    email: row.email,
    phone: row.phone,
    messenger: row.messenger,
    languages: row.languages,
    note: row.note,
    affiliations: affiliations.map(toAffiliation),
  };
}

export function insertPerson(write: Write, person: Person): void {
  write.insert('person', personRow(person));
  writeNames(write, person.id, person.names);
  replaceList(write, 'person_alias', [], aliasRows(person));
  replaceList(write, 'affiliation', [], affiliationRows(person));
}

/** Brings the stored person to `next`, which differs from `stored` in whatever the patch changed. */
export function updatePerson(write: Write, stored: Person, next: Person): void {
  write.update('person', { id: next.id }, personRow(next));
  writeNames(write, next.id, next.names);
  replaceList(
    write,
    'person_alias',
    stored.aliases.map(({ id }) => id),
    aliasRows(next),
  );
  replaceList(
    write,
    'affiliation',
    stored.affiliations.map(({ id }) => id),
    affiliationRows(next),
  );
}

export function removePerson(connection: Connection, write: Write, stored: Person): void {
  const distinct = connection.sql<{ person_id: string; other_person_id: string }>(
    'SELECT person_id, other_person_id FROM person_distinct WHERE person_id = :id OR other_person_id = :id',
    { id: stored.id },
  );
  for (const pair of distinct) write.remove('person_distinct', pair);
  for (const { id } of stored.affiliations) write.remove('affiliation', { id });
  for (const { id } of stored.aliases) write.remove('person_alias', { id });
  for (const script of scripts) write.remove('person_name', { person_id: stored.id, script });
  write.remove('person', { id: stored.id });
}

/**
 * Where a person is referred to from outside the person's own record. Who reported something, or signed, may go: their
 * name stays in words where they did (db/follow-up.ts).
 */
export function countPersonUses(connection: Connection, id: string): { kind: string; count: number }[] {
  const uses = connection.sql<{ kind: string; count: number }>(
    `SELECT 'attendance' AS kind, count(*) AS count FROM attendance WHERE person_id = :id
     UNION ALL SELECT 'membership', count(*) FROM membership WHERE person_id = :id
     UNION ALL SELECT 'action', count(*) FROM (
       SELECT entry_id FROM action_owner WHERE person_id = :id
       UNION SELECT entry_id FROM action_assignee WHERE person_id = :id)
     UNION ALL SELECT 'mention', count(*) FROM entry_mention WHERE person_id = :id`,
    { id },
  );
  return uses.filter(({ count }) => count > 0);
}

function writeNames(write: Write, personId: string, names: Person['names']): void {
  for (const script of scripts) {
    const row = nameRow(personId, script, names[script]);
    const key = { person_id: personId, script };
    if (isEmptyName(names[script])) write.remove('person_name', key);
    else if (!write.update('person_name', key, row)) write.insert('person_name', row);
  }
}

function isEmptyName(name: PersonName): boolean {
  return (
    [name.family, name.given, name.patronymic, name.display, name.sortKey].every((part) => part === '') &&
    name.source === 'entered'
  );
}

function nameRow(personId: string, script: Script, name: PersonName): PersonNameRow {
  return {
    person_id: personId,
    script,
    family: name.family,
    given: name.given,
    patronymic: name.patronymic,
    display: name.display,
    source: name.source,
    scheme: name.scheme ?? '',
    sort_key: name.sortKey,
  };
}

function personRow(person: Person): PersonRow {
  return {
    id: person.id,
    gender: person.gender,
    ...toColumns('title', person.title),
    country: person.country,
    email: person.email,
    phone: person.phone,
    messenger: person.messenger,
    languages: person.languages,
    note: person.note,
  };
}

const aliasRows = (person: Person) =>
  person.aliases.map(({ id, text }, index) => ({ id, person_id: person.id, text, order_index: index }));

const affiliationRows = (person: Person): AffiliationRow[] =>
  person.affiliations.map((affiliation, index) => ({
    id: affiliation.id,
    person_id: person.id,
    organization_id: affiliation.organizationId,
    ...toColumns('position', affiliation.position),
    from_date: affiliation.from,
    to_date: affiliation.to,
    order_index: index,
  }));

function toAffiliation(row: AffiliationRow): Affiliation {
  return {
    id: row.id,
    organizationId: row.organization_id,
    position: fromColumns(row, 'position'),
    from: row.from_date,
    to: row.to_date,
  };
}

const emptyNames = (): Person['names'] => ({
  latin: { ...emptyName },
  cyrillic: { ...emptyName },
  han: { ...emptyName },
});

function namesByPerson(rows: PersonNameRow[]): Map<string, Person['names']> {
  const names = new Map<string, Person['names']>();
  for (const row of rows) {
    const known = names.get(row.person_id) ?? emptyNames();
    known[row.script] = {
      family: row.family,
      given: row.given,
      patronymic: row.patronymic,
      display: row.display,
      source: row.source,
      ...(row.scheme !== '' && { scheme: row.scheme as NameScheme }),
      sortKey: row.sort_key,
    };
    names.set(row.person_id, known);
  }
  return names;
}
