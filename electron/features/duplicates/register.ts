import { type ChangePosition, lastChange, listChangesAfter } from '../../db/change-log.ts';
import type { Connection } from '../../db/connection.ts';
import type { RecordTable } from '../../db/schema.ts';
import { type BlockKeys, Blocks } from './blocks.ts';
import { startSlices } from '../../slices.ts';

interface Keyed {
  id: string;
  keys: BlockKeys;
}

/** How the records of one kind are read. */
export interface RegisterKind<Entry extends Keyed> {
  table: RecordTable;
  /** Tables whose rows make up an entry, and the column that holds its id. */
  owners: Partial<Record<RecordTable, string>>;
  /** See {@link Blocks}. */
  largestBlock: number;
  load(connection: Connection, ids: readonly string[]): Entry[];
}

/** Read in one go: on a slow machine still less than half the 50 ms in which nobody notices a pause. */
const loadBatch = 40;
const changeBatch = 200;

/** The records of one kind in memory, by block. Read in slices, then kept current by the position in the change sets. */
export class Register<Entry extends Keyed> {
  readonly #connection: Connection;
  readonly #kind: RegisterKind<Entry>;
  readonly #entries = new Map<string, Entry>();
  readonly #blocks: Blocks;
  readonly #onChange: (id: string) => void;
  #position: ChangePosition | undefined;
  #running: Promise<void> | undefined;

  /** `onChange` hears each id that came, changed or went. */
  constructor(connection: Connection, kind: RegisterKind<Entry>, onChange: (id: string) => void) {
    this.#connection = connection;
    this.#kind = kind;
    this.#blocks = new Blocks(kind.largestBlock);
    this.#onChange = onChange;
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** The records that share a key with this one, which may be one that is only being typed. */
  neighbours(entry: Entry): Entry[] {
    return [...this.#blocks.find(entry.keys)].flatMap((id) => (id === entry.id ? [] : (this.#entries.get(id) ?? [])));
  }

  /** Resolves when everything written so far is in; nothing can come in between before the caller's next await. */
  async bringUpToDate(): Promise<void> {
    this.#running ??= this.#catchUp().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
  }

  async #catchUp(): Promise<void> {
    const slices = startSlices();
    if (this.#position === undefined) {
      const position = lastChange(this.#connection);
      for (let ids = this.#idsAfter(''); ids.length > 0; ids = this.#idsAfter(ids.at(-1) ?? '')) {
        this.#reload(ids);
        if (slices.areDue()) await slices.pause();
      }
      this.#position = position;
    }
    for (let ids = this.#nextChanged(); ids !== undefined; ids = this.#nextChanged()) {
      for (let start = 0; start < ids.length; start += loadBatch) {
        this.#reload(ids.slice(start, start + loadBatch));
        if (slices.areDue()) await slices.pause();
      }
    }
  }

  #idsAfter(id: string): string[] {
    return this.#connection
      .sql<{ id: string }>(`SELECT id FROM ${this.#kind.table} WHERE id > ? ORDER BY id LIMIT ?`, id, loadBatch)
      .map((row) => row.id);
  }

  /** Ids that the next changed rows belong to; undefined when there are no further changes. */
  #nextChanged(): string[] | undefined {
    const changes = this.#position && listChangesAfter(this.#connection, this.#position, changeBatch);
    const last = changes?.at(-1);
    if (changes === undefined || last === undefined) return undefined;
    this.#position = { seq: last.seq, position: last.position };
    const ids = new Set<string>();
    for (const { table, before, after } of changes) {
      const column = this.#kind.owners[table];
      if (column === undefined) continue;
      for (const image of [before, after]) if (image !== null) ids.add(String(image[column]));
    }
    return [...ids];
  }

  #reload(ids: readonly string[]): void {
    const loaded = new Map(this.#kind.load(this.#connection, ids).map((entry) => [entry.id, entry]));
    for (const id of ids) {
      const known = this.#entries.get(id);
      if (known !== undefined) this.#blocks.remove(id, known.keys);
      const entry = loaded.get(id);
      if (entry === undefined) {
        this.#entries.delete(id);
      } else {
        this.#entries.set(id, entry);
        this.#blocks.add(id, entry.keys);
      }
      this.#onChange(id);
    }
  }
}
