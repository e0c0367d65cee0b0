import type { Person } from '#shared/contract/people.ts';
import { chooseText } from '#shared/domain/language.ts';
import { chooseName } from '#shared/domain/person-name.ts';
import { emptyPerson } from '#shared/domain/empty-records.ts';
import type { RegisterRow } from '../../exchange/register-row.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { comparePeople, noFacts, peopleNearby, type PersonEntry, readForms } from '../duplicates/index.ts';
import { insertPerson, updatePerson } from '../people/index.ts';
import { Likenesses } from './likenesses.ts';
import { OrganizationFinder } from './organization-finder.ts';
import { applyPerson, hasName, organizationOf } from './person-values.ts';
import type { Applied, Likeness, Register } from './register.ts';
import { listAddresses, StoredPeople } from './people-repository.ts';

/** The people of the register and, as the plan goes on, those of the file. */
export class PeopleRegister implements Register<Person> {
  readonly stored: StoredPeople;
  readonly #organizations: OrganizationFinder;
  readonly #newId: () => string;
  readonly #byEmail: Map<string, string[]>;
  readonly #likenesses: Likenesses<PersonEntry>;
  readonly #rows = new Map<string, Person>();
  readonly #withOwnId = new Set<string>();

  constructor(connection: Connection, newId: () => string) {
    const addresses = listAddresses(connection);
    this.stored = new StoredPeople(
      connection,
      addresses.map(({ id }) => id),
    );
    this.#organizations = new OrganizationFinder(connection, newId);
    this.#newId = newId;
    this.#likenesses = new Likenesses(peopleNearby(connection), comparePeople);
    this.#byEmail = new Map();
    for (const { id, email: field } of addresses)
      for (const email of readEmails(field)) this.#byEmail.set(email, [...(this.#byEmail.get(email) ?? []), id]);
  }

  prepare(): Promise<void> {
    return this.#likenesses.prepare();
  }

  forgetRows(): void {
    this.#likenesses.forgetAdded();
    this.#rows.clear();
    this.#withOwnId.clear();
  }

  async apply(base: Person | null, id: string, row: RegisterRow): Promise<Applied<Person>> {
    const organizationId = await this.#organizations.find(organizationOf(row.values));
    const { person, changes } = applyPerson(base ?? emptyPerson(id), row.values, organizationId, this.#newId);
    return { record: person, changes };
  }

  isNamed(person: Person): boolean {
    return hasName(person);
  }

  label(person: Person): string {
    return chooseName(person.names, 'en').text;
  }

  /** The same e-mail and, as far as can be told, the same name. */
  findCertain(person: Person): Person | null {
    const ids = readEmails(person.email).flatMap((email) => this.#byEmail.get(email) ?? []);
    const addressed = ids.flatMap((id) => this.stored.get(id) ?? []);
    return addressed.find((known) => comparePeople(entryOf(person), entryOf(known))?.verdict === 'same') ?? null;
  }

  async findAlike(person: Person, hasOwnId: boolean): Promise<Likeness<Person> | null> {
    const found = await this.#likenesses.find(entryOf(person), (id) => hasOwnId && this.#withOwnId.has(id));
    if (found === null) return null;
    const record = this.stored.get(found.id) ?? this.#rows.get(found.id);
    return record === undefined ? null : { record, match: found.match };
  }

  add(person: Person, hasOwnId: boolean): void {
    this.#likenesses.add(entryOf(person));
    this.#rows.set(person.id, person);
    if (hasOwnId) this.#withOwnId.add(person.id);
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

const readEmails = (field: string): string[] =>
  field
    .toLowerCase()
    .split(/[,;\s]+/u)
    .filter((text) => text.includes('@'));

const entries = new WeakMap<Person, PersonEntry>();

function entryOf(person: Person): PersonEntry {
  let entry = entries.get(person);
  if (entry === undefined) {
    const { id, names, aliases } = person;
    const forms = readForms(
      names,
      aliases.map(({ text }) => text),
    );
    entry = { id, ...forms, facts: noFacts };
    entries.set(person, entry);
  }
  return entry;
}
