import type { Person } from '#shared/contract/people.ts';
import type { Connection } from '../../db/connection.ts';
import { queries } from '../../db/queries.ts';
import { findPerson } from '../people/index.ts';

export const listAddresses = (connection: Connection): { id: string; email: string }[] =>
  connection.all(queries.selectFrom('person').select(['id', 'email']));

/** The stored people, each read when it is first asked for: most of a register has nothing to do with a file. */
export class StoredPeople {
  readonly #connection: Connection;
  readonly #ids: ReadonlySet<string>;
  readonly #read = new Map<string, Person | undefined>();

  constructor(connection: Connection, ids: readonly string[]) {
    this.#connection = connection;
    this.#ids = new Set(ids);
  }

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  get(id: string): Person | undefined {
    if (this.#ids.has(id) && !this.#read.has(id)) this.#read.set(id, findPerson(this.#connection, id));
    return this.#read.get(id);
  }
}
