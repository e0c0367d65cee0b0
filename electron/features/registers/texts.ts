import type { Connection } from '../../db/connection.ts';
import { foldForSearch } from '../../search-index/segment.ts';
import { startSlices } from '../../slices.ts';
import type { Followed, Follower } from './follower.ts';

/** Folded texts that many rows have in common (a meeting's title, an owner's name), under keys of their own. */
export interface SharedTexts<Entry> {
  keysOf(entry: Entry): readonly string[];
  readonly revision: number;
  bringUpToDate(): Promise<void>;
  /** Each key with its text, folded by {@link foldTexts}. */
  list(): Iterable<readonly [key: string, folded: string]>;
}

/** Several texts as one in which words can be looked for; no word is found across two of them. */
export const foldTexts = (texts: readonly string[]): string =>
  foldForSearch(texts.filter((text) => text !== '').join('\n'));

/** The words of a filter, folded; each must be found. */
export const wordsOf = (text: string): string[] => foldForSearch(text).split(/\s+/u).filter(Boolean);

const batch = 200;

/** What the text filter looks through, by id: read when it is first needed, read again when its record has changed. */
export class FoldedTexts {
  readonly #connection: Connection;
  readonly #load: (connection: Connection, ids: readonly string[]) => ReadonlyMap<string, readonly string[]>;
  readonly #texts = new Map<string, string>();
  #running: Promise<void> | undefined;

  constructor(
    connection: Connection,
    load: (connection: Connection, ids: readonly string[]) => ReadonlyMap<string, readonly string[]>,
  ) {
    this.#connection = connection;
    this.#load = load;
  }

  /** Empty for what has not been read. */
  get(id: string): string {
    return this.#texts.get(id) ?? '';
  }

  forget(id: string): void {
    this.#texts.delete(id);
  }

  /** Resolves when the text of every entry has been read. */
  async complete<Entry extends Followed>(follower: Follower<Entry>): Promise<void> {
    // What was read already may have been forgotten while the rest was.
    while (this.#texts.size < follower.size) {
      this.#running ??= this.#read(follower).finally(() => {
        this.#running = undefined;
      });
      await this.#running;
    }
  }

  /** As {@link complete}, without waiting: by the time somebody types, the texts are there. */
  completeSoon<Entry extends Followed>(follower: Follower<Entry>): void {
    // What fails here (the folder was closed) fails again for whoever waits for it.
    this.complete(follower).catch(() => undefined);
  }

  async #read<Entry extends Followed>(follower: Follower<Entry>): Promise<void> {
    const slices = startSlices();
    const missing: string[] = [];
    for (const { id } of follower.values()) if (!this.#texts.has(id)) missing.push(id);
    for (let start = 0; start < missing.length; start += batch) {
      if (slices.areDue()) await slices.pause();
      const ids = missing.slice(start, start + batch).filter((id) => follower.get(id) !== undefined);
      const loaded = this.#load(this.#connection, ids);
      for (const id of ids) this.#texts.set(id, foldTexts(loaded.get(id) ?? []));
    }
  }
}
