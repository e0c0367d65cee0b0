import type { Connection } from '../../db/connection.ts';
import { startSlices } from '../../slices.ts';
import { type Arranged, cutPage, type PageOfEntries, type SortBy, sortByKey } from './arrange.ts';
import { type Followed, type FollowedKind, Follower } from './follower.ts';
import { FoldedTexts, type SharedTexts, wordsOf } from './texts.ts';

export interface RegisterKind<Entry extends Followed> extends FollowedKind<Entry> {
  /** The order of rows where nothing else decides; total, and from the entries alone. */
  compare(a: Entry, b: Entry): number;
  /** The texts of the records themselves, in every language, by id. */
  loadTexts(connection: Connection, ids: readonly string[]): ReadonlyMap<string, readonly string[]>;
  /** What the text filter looks through besides. */
  shared?: readonly SharedTexts<Entry>[];
}

/** Which part of a register is wanted, in which groups and order. */
export interface RegisterView<Entry> {
  /** Names everything below but text and place: equal keys, equal views. `JSON.stringify` of the input does. */
  key: string;
  /** See `pageInput` of the contract. */
  text: string;
  keep(entry: Entry): boolean;
  /** Ids of the groups in which a row stands, at least one. */
  groupsOf(entry: Entry): readonly string[];
  /** Absent: groups come in the order of their first rows. */
  compareGroups?: (a: string, b: string) => number;
  /** Inside the groups; what is equal, and everything without it, stays in the order of the register. */
  compare?: (a: Entry, b: Entry) => number;
  /** Instead of it, where entries are compared by a text: much faster in long groups. */
  sortBy?: SortBy<Entry>;
  offset: number;
  limit: number;
}

export interface RegisterCut<Entry> extends PageOfEntries<Entry> {
  all: number;
}

/** So many views are kept as they were arranged: scrolling through one does not arrange it again. */
const keptViews = 12;
/** So many entries are gone through before the clock is looked at. */
const stride = 500;
/** Entries that are sorted in one go; the runs are then joined. */
const sortedRun = 2_000;

/** What the text filter found among all entries. */
interface Found<Entry> {
  revision: string;
  words: readonly string[];
  entries: readonly Entry[];
}

/** Goes through a list, letting others take their turns. */
async function eachOf<Entry>(entries: readonly Entry[], take: (entry: Entry) => void): Promise<void> {
  const slices = startSlices();
  for (let start = 0; start < entries.length; start += stride) {
    if (slices.areDue()) await slices.pause();
    takeEach(entries, start, Math.min(start + stride, entries.length), take);
  }
}

/** By index, and apart from what can pause: the engine makes the most of such a loop. */
function takeEach<Entry>(entries: readonly Entry[], start: number, end: number, take: (entry: Entry) => void): void {
  for (let index = start; index < end; index++) {
    const entry = entries[index];
    if (entry !== undefined) take(entry);
  }
}

function keepNewest<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size > keptViews) kept.delete(oldest);
}

/** The records of one register, in memory, see {@link Follower}: filters, groups, orders and cuts the page. */
export class Register<Entry extends Followed> {
  readonly #kind: RegisterKind<Entry>;
  readonly #follower: Follower<Entry>;
  readonly #texts: FoldedTexts;
  readonly #views = new Map<string, Arranged<Entry>>();
  readonly #found = new Map<string, Found<Entry>>();
  /** In order; undefined: not sorted yet. Taken as a whole, never changed. */
  #sorted: readonly Entry[] | undefined;
  #sorting: Promise<void> | undefined;
  /** Came, changed or went since the last time. */
  readonly #changed = new Set<string>();

  constructor(connection: Connection, kind: RegisterKind<Entry>) {
    this.#kind = kind;
    this.#texts = new FoldedTexts(connection, (source, ids) => kind.loadTexts(source, ids));
    this.#follower = new Follower(connection, kind, (id) => {
      this.#changed.add(id);
      this.#texts.forget(id);
    });
  }

  /** Rises with every change of what pages would show, the texts of rows aside. */
  get revision(): string {
    return [this.#follower, ...(this.#kind.shared ?? [])].map(({ revision }) => revision).join('/');
  }

  /** After {@link bringUpToDate}. */
  get(id: string): Entry | undefined {
    return this.#follower.get(id);
  }

  /** Resolves when everything written so far is in; nothing can come in between before the caller's next await. */
  async bringUpToDate(): Promise<void> {
    for (const shared of this.#kind.shared ?? []) await shared.bringUpToDate();
    await this.#follower.bringUpToDate();
  }

  /** All entries, in order; up to date. */
  async list(): Promise<readonly Entry[]> {
    await this.bringUpToDate();
    return await this.#inOrder();
  }

  async page(view: RegisterView<Entry>): Promise<RegisterCut<Entry>> {
    await this.bringUpToDate();
    const all = this.#follower.size;
    const arranged = await this.#arrange(view);
    this.#texts.completeSoon(this.#follower);
    return { all, ...cutPage(arranged, view.offset, view.limit) };
  }

  async #arrange(view: RegisterView<Entry>): Promise<Arranged<Entry>> {
    const words = wordsOf(view.text);
    if (words.length > 0) await this.#texts.complete(this.#follower);
    const key = JSON.stringify([this.revision, view.key, words]);
    const known = this.#views.get(key);
    if (known !== undefined) {
      this.#views.delete(key);
      this.#views.set(key, known);
      return known;
    }
    const entries = words.length === 0 ? await this.#inOrder() : await this.#withWords(words);
    const groups = new Map<string, Entry[]>();
    let shown = 0;
    const put = (entry: Entry): void => {
      if (!view.keep(entry)) return;
      for (const groupId of view.groupsOf(entry)) {
        const group = groups.get(groupId);
        if (group === undefined) groups.set(groupId, [entry]);
        else group.push(entry);
        shown += 1;
      }
    };
    await eachOf(entries, put);
    const list = [...groups].map(([id, found]) => ({ id, entries: found }));
    const { compareGroups, compare, sortBy } = view;
    if (compareGroups !== undefined) list.sort((a, b) => compareGroups(a.id, b.id));
    const sort =
      sortBy !== undefined
        ? (found: readonly Entry[]) => sortByKey(found, sortBy)
        : compare && ((found: readonly Entry[]) => found.toSorted(compare));
    const arranged = { groups: list, shown, sort, ordered: new Set<string>() };
    keepNewest(this.#views, key, arranged);
    return arranged;
  }

  /**
   * The entries in which every word stands, in order. Letters that are typed after others can only leave fewer, so that
   * no more than those are looked at again.
   */
  async #withWords(words: readonly string[]): Promise<readonly Entry[]> {
    const { revision } = this;
    const earlier = [...this.#found.values()].filter(
      (found) => found.revision === revision && found.words.every((old) => words.some((word) => word.includes(old))),
    );
    const same = earlier.find(
      (found) => found.words.length === words.length && words.every((word) => found.words.includes(word)),
    );
    if (same !== undefined) return same.entries;
    const narrowest = earlier.reduce<Found<Entry> | undefined>(
      (best, found) => (best === undefined || found.entries.length < best.entries.length ? found : best),
      undefined,
    );
    const entries: Entry[] = [];
    const hasWords = this.#matcher(words);
    await eachOf(narrowest?.entries ?? (await this.#inOrder()), (entry) => {
      if (hasWords(entry)) entries.push(entry);
    });
    keepNewest(this.#found, words.join(' '), { revision, words, entries });
    return entries;
  }

  /** Each word stands in the record's own texts or in one that it shares. */
  #matcher(words: readonly string[]): (entry: Entry) => boolean {
    const shared = this.#kind.shared ?? [];
    const wanted = words.map((word) => ({
      word,
      keys: shared.map((texts) => {
        const found = new Set<string>();
        for (const [key, folded] of texts.list()) if (folded.includes(word)) found.add(key);
        return found;
      }),
    }));
    const isShared = (entry: Entry, keys: readonly Set<string>[]): boolean =>
      keys.some(
        (found, index) => found.size > 0 && shared[index]?.keysOf(entry).some((key) => found.has(key)) === true,
      );
    return (entry) => {
      let own: string | undefined;
      for (const { word, keys } of wanted) {
        // A look at a key costs less than one through the text.
        if (isShared(entry, keys)) continue;
        own ??= this.#texts.get(entry.id);
        if (!own.includes(word)) return false;
      }
      return true;
    };
  }

  async #inOrder(): Promise<readonly Entry[]> {
    if (this.#sorted === undefined) {
      this.#sorting ??= this.#sortAll().finally(() => {
        this.#sorting = undefined;
      });
      await this.#sorting;
    }
    if (this.#changed.size === 0) return this.#sorted ?? [];
    const fresh = [...this.#changed].flatMap((id) => this.#follower.get(id) ?? []);
    const kept = (this.#sorted ?? []).filter(({ id }) => !this.#changed.has(id));
    this.#changed.clear();
    fresh.sort((a, b) => this.#kind.compare(a, b));
    // Two runs that are in order: the engine's sort only joins them.
    this.#sorted = [...kept, ...fresh].sort((a, b) => this.#kind.compare(a, b));
    return this.#sorted;
  }

  async #sortAll(): Promise<void> {
    const slices = startSlices();
    this.#changed.clear();
    const entries = [...this.#follower.values()];
    const runs: Entry[] = [];
    for (let start = 0; start < entries.length; start += sortedRun) {
      if (slices.areDue()) await slices.pause();
      runs.push(...entries.slice(start, start + sortedRun).sort((a, b) => this.#kind.compare(a, b)));
    }
    this.#sorted = runs.sort((a, b) => this.#kind.compare(a, b));
  }
}
