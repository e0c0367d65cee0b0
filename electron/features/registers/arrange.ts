/** Rows by group, in the order of the groups. A row of several groups stands in each. */
export interface Arranged<Entry> {
  groups: { id: string; entries: Entry[] }[];
  shown: number;
  /** Brings the entries of a group into their order; absent: they are. */
  compare: ((a: Entry, b: Entry) => number) | undefined;
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
      if (arranged.compare !== undefined && !arranged.ordered.has(group.id)) {
        group.entries.sort(arranged.compare);
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
