import { type ChangePosition, lastChange, listChangesAfter } from '../../db/change-log.ts';
import type { Connection } from '../../db/connection.ts';
import type { RecordTable } from '../../db/schema.ts';
import { startSlices } from '../../slices.ts';

export interface Followed {
  id: string;
}

/** A column of a changed row, and which entries its values lead to. */
export interface Leading {
  column: string;
  toIds: (connection: Connection, values: readonly string[]) => readonly string[];
}

type Way = string | Leading;

/** How entries are read from the records, and what changes them. */
export interface FollowedKind<Entry extends Followed> {
  /**
   * Ids of all entries behind one (empty: from the beginning), about `limit` of them, none when there are no more. An id
   * that `load` leaves out is no entry.
   */
  idsAfter(connection: Connection, id: string, limit: number): string[];
  /** Tables whose rows make up an entry: the column that holds its id, one that leads to it, or several. */
  affecting: Partial<Record<RecordTable, Way | readonly Way[]>>;
  /** The entries of these ids; whatever is not there, or does not belong here, is left out. */
  load(connection: Connection, ids: readonly string[]): Entry[];
  /** How many `load` is given at once, so that it takes a few ms at most. Default 200. */
  batch?: number;
}

const defaultBatch = 200;
const changeBatch = 200;

/**
 * Entries made from records, all of them in memory: read in slices when first asked for, then kept current by the place
 * up to which the changes have been seen. An entry is never changed, a newer one takes its place.
 */
export class Follower<Entry extends Followed> {
  readonly #connection: Connection;
  readonly #kind: FollowedKind<Entry>;
  readonly #batch: number;
  readonly #tables: RecordTable[];
  readonly #entries = new Map<string, Entry>();
  readonly #onReload: (id: string, before: Entry | undefined, after: Entry | undefined) => void;
  #position: ChangePosition | undefined;
  #running: Promise<void> | undefined;
  #revision = 0;

  /** `onReload` hears each id that came, changed or went. */
  constructor(
    connection: Connection,
    kind: FollowedKind<Entry>,
    onReload: (id: string, before: Entry | undefined, after: Entry | undefined) => void = () => undefined,
  ) {
    this.#connection = connection;
    this.#kind = kind;
    this.#batch = kind.batch ?? defaultBatch;
    this.#tables = Object.keys(kind.affecting) as RecordTable[];
    this.#onReload = onReload;
  }

  /** Rises whenever an entry came, changed or went. */
  get revision(): number {
    return this.#revision;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** All, in no order. */
  values(): Iterable<Entry> {
    return this.#entries.values();
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
      for (let start = 0; start < ids.length; start += this.#batch) {
        this.#reload(ids.slice(start, start + this.#batch));
        if (slices.areDue()) await slices.pause();
      }
    }
  }

  #idsAfter(id: string): string[] {
    return this.#kind.idsAfter(this.#connection, id, this.#batch);
  }

  /** Ids that the next changed rows belong to; undefined when there are no further changes. */
  #nextChanged(): string[] | undefined {
    if (this.#position === undefined) return undefined;
    const end = lastChange(this.#connection);
    if (end.seq === this.#position.seq && end.position === this.#position.position) return undefined;
    const changes = listChangesAfter(this.#connection, this.#position, changeBatch, this.#tables);
    const last = changes.length < changeBatch ? end : changes.at(-1);
    this.#position = last === undefined ? end : { seq: last.seq, position: last.position };
    const values = new Map<Way, Set<string>>();
    for (const { table, before, after } of changes) {
      for (const way of [this.#kind.affecting[table] ?? []].flat()) {
        const column = typeof way === 'string' ? way : way.column;
        let known = values.get(way);
        if (known === undefined) values.set(way, (known = new Set()));
        for (const value of [before?.[column], after?.[column]]) if (typeof value === 'string') known.add(value);
      }
    }
    const ids = new Set<string>();
    for (const [way, found] of values) {
      for (const id of typeof way === 'string' ? found : way.toIds(this.#connection, [...found])) ids.add(id);
    }
    return [...ids];
  }

  #reload(ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.#revision += 1;
    const loaded = new Map(this.#kind.load(this.#connection, ids).map((entry) => [entry.id, entry]));
    for (const id of ids) {
      const before = this.#entries.get(id);
      const after = loaded.get(id);
      if (after !== undefined) this.#entries.set(id, after);
      else this.#entries.delete(id);
      this.#onReload(id, before, after);
    }
  }
}

/** One of a kind for each open data folder, made when it is first asked for. */
export function perConnection<Made>(make: (connection: Connection) => Made): (connection: Connection) => Made {
  const made = new WeakMap<Connection, Made>();
  return (connection) => {
    let one = made.get(connection);
    if (one === undefined) made.set(connection, (one = make(connection)));
    return one;
  };
}

/** Makes equal texts one and the same, so that ids which stand in many entries take little room and compare at once. */
export function createInterner(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, text);
    return text;
  };
}
