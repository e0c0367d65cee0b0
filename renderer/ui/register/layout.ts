/** What stands at a place of the table: the heading of a group, or a row; `offset`: which row of the register it is. */
export type Place =
  { kind: 'heading'; groupId: string; count: number; first: number } | { kind: 'row'; offset: number };

/** Headings and rows of a grouped register, one after the other. */
export interface Layout {
  /** Headings and rows together. */
  count: number;
  at: (index: number) => Place | undefined;
}

/** @param groups row counts of the groups, in order; a group without rows has no place */
export function layOut(groups: readonly { id: string; count: number }[]): Layout {
  const shown = groups.filter(({ count }) => count > 0);
  /** Which row of the register is the first of each group. */
  const firsts: number[] = [];
  let rows = 0;
  for (const { count } of shown) {
    firsts.push(rows);
    rows += count;
  }
  const count = rows + shown.length;
  return {
    count,
    at: (index) => {
      if (index < 0 || index >= count) return undefined;
      const place = lastThat(firsts.length, (group) => (firsts[group] ?? 0) + group <= index);
      const group = shown[place];
      const first = firsts[place] ?? 0;
      if (group && index === first + place) return { kind: 'heading', groupId: group.id, count: group.count, first };
      return { kind: 'row', offset: index - place - 1 };
    },
  };
}

/** The last of `count` numbers that fits, where every smaller one fits as well; the first always does. */
function lastThat(count: number, fits: (index: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
