import type { Context } from '../../context.ts';
import { type ChangePosition, lastChange } from '../../db/change-log.ts';
import type { Connection } from '../../db/connection.ts';
import { bringUpToDate, keysOfPerson, listPersonKeysAfter } from '../../search-index/index.ts';
import { startSlices } from '../../slices.ts';
import { keysOfForms } from './name-keys.ts';
import { NameIndex } from './name-index.ts';
import { listAliases, listChanged, listNames } from './repository.ts';

/** People read at once: about a millisecond. */
const pageSize = 50;
/** More changed people than these, as after an import, are cheaper to read again as a whole. */
const mostChanged = 500;
const mostWaste = 0.3;

/** The names of the whole register, read when they are first needed and kept current by the changes of the file. */
export class RegisterNames {
  readonly #context: Pick<Context, 'connection' | 'events'>;
  #names = new NameIndex();
  #position: ChangePosition | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(context: Pick<Context, 'connection' | 'events'>) {
    this.#context = context;
  }

  get names(): NameIndex {
    return this.#names;
  }

  /** One call after the other: what one reads the next need not read. */
  bringUpToDate(): Promise<void> {
    const turn = this.#turn.then(() => this.#catchUp());
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #catchUp(): Promise<void> {
    const { connection } = this.#context;
    for (;;) {
      const position = lastChange(connection);
      if (this.#position?.seq === position.seq && this.#position.position === position.position) return;
      const changed = this.#position && listChanged(connection, this.#position).people;
      if (changed === undefined || changed.size > mostChanged || this.#names.waste > mostWaste) {
        await this.#readAll();
        continue;
      }
      await this.#readPeople(connection, [...changed]);
      this.#position = position;
    }
  }

  /** The keys stand in the search index, which is brought up to date before; what changes meanwhile is caught up with. */
  async #readAll(): Promise<void> {
    const { connection } = this.#context;
    await bringUpToDate(this.#context);
    const position = lastChange(connection);
    const names = new NameIndex();
    const slices = startSlices();
    let after: number | null = null;
    for (;;) {
      const page = listPersonKeysAfter(connection, after, pageSize);
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.row;
      const forms = listNames(
        connection,
        page.map(({ id }) => id),
      );
      for (const { id, keys } of page) {
        names.put(id, keysOfForms(forms.get(id) ?? [], keys.split(' ')));
        if (slices.areDue()) await slices.pause();
      }
    }
    this.#names = names;
    this.#position = position;
  }

  async #readPeople(connection: Connection, ids: readonly string[]): Promise<void> {
    const slices = startSlices();
    for (let at = 0; at < ids.length; at += pageSize) {
      const page = ids.slice(at, at + pageSize);
      const names = listNames(connection, page);
      const aliases = listAliases(connection, page);
      for (const id of page) {
        const forms = names.get(id);
        if (forms === undefined) this.#names.remove(id);
        else this.#names.put(id, keysOfForms(forms, keysOfPerson(forms, aliases.get(id) ?? [])));
        if (slices.areDue()) await slices.pause();
      }
    }
  }
}
