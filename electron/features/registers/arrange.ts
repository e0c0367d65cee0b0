/** By texts that are compared as plain strings, e.g. dates; many entries have the same. */
export interface SortBy<Entry> {
  /** null: comes last, whichever way. */
  keyOf: (entry: Entry) => string | null;
  isDescending: boolean;
}

/** Rows by group, in the order of the groups. A row of several groups stands in each. */
export interface Arranged<Entry> {
  groups: { id: string; entries: Entry[] }[];
  shown: number;
  /** Brings the entries of a group into their order; absent: they are. */
  sort: ((entries: readonly Entry[]) => Entry[]) | undefined;
  /** Ids of groups whose entries are in order. */
  ordered: Set<string>;
}

/** What is asked for of a page, in terms of entries. */
export interface PageOfEntries<Entry> {
  shown: number;
  groups: { id: string; count: number }[];
  rows: { groupId: string; entry: Entry }[];
}

/** Cuts a page; only groups that it touches are brought into order. */
export function cutPage<Entry>(arranged: Arranged<Entry>, offset: number, limit: number): PageOfEntries<Entry> {
  const rows: { groupId: string; entry: Entry }[] = [];
  const end = offset + limit;
  let first = 0;
  for (const group of arranged.groups) {
    if (first >= end) break;
    const next = first + group.entries.length;
    if (next > offset) {
      if (arranged.sort !== undefined && !arranged.ordered.has(group.id)) {
        group.entries = arranged.sort(group.entries);
        arranged.ordered.add(group.id);
      }
      for (const entry of group.entries.slice(Math.max(0, offset - first), end - first)) {
        rows.push({ groupId: group.id, entry });
      }
    }
    first = next;
  }
  return {
    shown: arranged.shown,
    groups: arranged.groups.map(({ id, entries }) => ({ id, count: entries.length })),
    rows,
  };
}

/** Keeps the order of what is equal. Only the keys are compared, each once: a group may hold most of a register. */
export function sortByKey<Entry>(entries: readonly Entry[], { keyOf, isDescending }: SortBy<Entry>): Entry[] {
  const withKey = new Map<string, Entry[]>();
  const without: Entry[] = [];
  for (const entry of entries) {
    const key = keyOf(entry);
    const same = key === null ? without : withKey.get(key);
    if (same === undefined) withKey.set(key ?? '', [entry]);
    else same.push(entry);
  }
  const factor = isDescending ? -1 : 1;
  const keys = [...withKey.keys()].sort((a, b) => (a < b ? -factor : factor));
  return [...keys.flatMap((key) => withKey.get(key) ?? []), ...without];
}
