import type { Connection } from '../../db/connection.ts';
import type { RecordTable } from '../../db/schema.ts';
import { type Followed, Follower } from '../registers/index.ts';
import { type BlockKeys, Blocks } from './blocks.ts';

interface Keyed extends Followed {
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

/** The records of one kind in memory, by block; see {@link Follower}. */
export class Register<Entry extends Keyed> {
  readonly #follower: Follower<Entry>;
  readonly #blocks: Blocks;

  /** `onChange` hears each id that came, changed or went. */
  constructor(connection: Connection, kind: RegisterKind<Entry>, onChange: (id: string) => void) {
    this.#blocks = new Blocks(kind.largestBlock);
    this.#follower = new Follower<Entry>(
      connection,
      {
        idsAfter: (source, id, limit) =>
          source
            .sql<{ id: string }>(`SELECT id FROM ${kind.table} WHERE id > ? ORDER BY id LIMIT ?`, id, limit)
            .map((row) => row.id),
        affecting: kind.owners,
        load: (source, ids) => kind.load(source, ids),
        batch: loadBatch,
      },
      (id, before, after) => {
        if (before !== undefined) this.#blocks.remove(id, before.keys);
        if (after !== undefined) this.#blocks.add(id, after.keys);
        onChange(id);
      },
    );
  }

  get(id: string): Entry | undefined {
    return this.#follower.get(id);
  }

  /** The records that share a key with this one, which may be one that is only being typed. */
  neighbours(entry: Entry): Entry[] {
    return [...this.#blocks.find(entry.keys)].flatMap((id) => (id === entry.id ? [] : (this.#follower.get(id) ?? [])));
  }

  /** Resolves when everything written so far is in; nothing can come in between before the caller's next await. */
  async bringUpToDate(): Promise<void> {
    await this.#follower.bringUpToDate();
  }
}
