import type { Person } from '#shared/contract/people.ts';
import { chooseName, composeName } from '#shared/domain/person-name.ts';
import { chooseText, scripts } from '#shared/domain/language.ts';
import { type AnalysedName, analyseName, blockingKeys, match } from '#shared/domain/names/index.ts';
import type { NameMatch } from '#shared/domain/name-match.ts';
import type { RegisterRow } from '../../exchange/register-row.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { insertPerson, loadPeople, updatePerson } from '../people/index.ts';
import { OrganizationFinder } from './organization-finder.ts';
import { applyPerson, emptyPerson, hasName, organizationOf } from './person-values.ts';
import type { Applied, Likeness, Register } from './register.ts';

interface Known {
  id: string;
  person: Person;
  names: AnalysedName[];
  /** Two rows that bring different ids are two people. */
  hasOwnId: boolean;
}

/** The people of the register and, as the plan goes on, those of the file. */
export class PeopleRegister implements Register<Person> {
  readonly stored: Map<string, Person>;
  readonly #organizations: OrganizationFinder;
  readonly #newId: () => string;
  readonly #byEmail = new Map<string, Known[]>();
  readonly #byKey = new Map<string, Known[]>();
  readonly #waiting: Person[];

  constructor(connection: Connection, newId: () => string) {
    this.stored = new Map(loadPeople(connection).map((person) => [person.id, person]));
    this.#organizations = new OrganizationFinder(connection, newId);
    this.#newId = newId;
    this.#waiting = [...this.stored.values()];
  }

  prepare(count: number): boolean {
    for (const person of this.#waiting.splice(-count)) this.add(person, true);
    return this.#waiting.length > 0;
  }

  apply(base: Person | null, id: string, row: RegisterRow): Applied<Person> {
    const organizationId = this.#organizations.find(organizationOf(row.values));
    const { person, changes } = applyPerson(base ?? emptyPerson(id), row.values, organizationId, this.#newId);
    return { record: person, changes };
  }

  isNamed(person: Person): boolean {
    return hasName(person);
  }

  label(person: Person): string {
    return chooseName(person.names, 'en').text;
  }

  findCertain(person: Person): Person | null {
    const names = namesOf(person);
    const alike = emailsOf(person)
      .flatMap((email) => this.#byEmail.get(email) ?? [])
      .find((known) => this.stored.has(known.id) && bestMatch(names, known.names)?.verdict === 'same');
    return alike?.person ?? null;
  }

  findAlike(person: Person, hasOwnId: boolean): Likeness<Person> | null {
    const names = namesOf(person);
    const candidates = new Set(names.flatMap(blockingKeys).flatMap((key) => this.#byKey.get(key) ?? []));
    let best: Likeness<Person> | null = null;
    for (const known of candidates) {
      if (hasOwnId && known.hasOwnId && !this.stored.has(known.id)) continue;
      const found = bestMatch(names, known.names);
      if (found === null || found.verdict === 'different' || (best !== null && best.match.score >= found.score))
        continue;
      best = { record: known.person, match: found };
    }
    return best;
  }

  add(person: Person, hasOwnId: boolean): void {
    const known = { id: person.id, person, names: namesOf(person), hasOwnId };
    for (const email of emailsOf(person)) push(this.#byEmail, email, known);
    for (const key of new Set(known.names.flatMap(blockingKeys))) push(this.#byKey, key, known);
  }

  newOrganizations(people: readonly Person[]): string[] {
    return this.#organizations.created(organizationIdsOf(people)).map(({ name }) => chooseText(name, 'en').text);
  }

  insert(write: Write, person: Person): void {
    insertPerson(write, person);
  }

  update(write: Write, stored: Person, next: Person): void {
    updatePerson(write, stored, next);
  }

  insertReferenced(write: Write, people: readonly Person[]): void {
    this.#organizations.insert(write, organizationIdsOf(people));
  }
}

const organizationIdsOf = (people: readonly Person[]): Set<string> =>
  new Set(people.flatMap(({ affiliations }) => affiliations.map(({ organizationId }) => organizationId)));

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

const emailsOf = ({ email }: Person): string[] =>
  email
    .toLowerCase()
    .split(/[,;\s]+/u)
    .filter((text) => text.includes('@'));

function namesOf({ names, aliases }: Person): AnalysedName[] {
  const forms = scripts.flatMap((script) =>
    composeName(names[script], script) === '' ? [] : [analyseName(names[script])],
  );
  return [...forms, ...aliases.map(({ text }) => analyseName(text))];
}

/** The match of the two most alike forms. */
function bestMatch(a: readonly AnalysedName[], b: readonly AnalysedName[]): NameMatch | null {
  let best: NameMatch | null = null;
  for (const one of a) {
    for (const other of b) {
      const found = match(one, other);
      if (best === null || found.score > best.score) best = found;
      if (best.score === 1) return best;
    }
  }
  return best;
}
