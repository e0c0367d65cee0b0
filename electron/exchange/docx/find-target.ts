import type { Anchor, Body, Mark } from './body.ts';

/** Answers the bookmark that a comment is about; undefined if it hangs on none. */
export type FindTarget = (anchor: Anchor) => Mark | undefined;

/** So many bookmarks before a place may reach over it: a row holds no more paragraphs than one cuts it into. */
const reach = 200;

/**
 * Every program moves the ends of bookmarks a little: before or behind the number, to the start of the paragraph, into
 * the next one. So the paragraph in which the comment starts decides first, by any bookmark that starts in it; then
 * one that reaches here from before (a paragraph that somebody cut in two), then the row of a table, then the first
 * one among the words commented on.
 */
export function targetFinder({ marks, rows }: Body): FindTarget {
  const byParagraph = Map.groupBy(marks, ({ paragraph }) => paragraph);
  const firstOfRow = new Map<number, Mark>();
  for (const mark of marks) {
    for (const row of rows.get(mark.paragraph) ?? []) firstOfRow.set(row, firstOfRow.get(row) ?? mark);
  }
  return (anchor) => {
    const { start, end, paragraph } = anchor;
    const own = byParagraph.get(paragraph) ?? [];
    const covers = (mark: Mark): boolean => mark.start <= start && start < mark.end;
    const after = countUpTo(marks, start);
    const next = marks[after];
    return (
      own.findLast(covers) ??
      own.findLast((mark) => mark.start <= start) ??
      own[0] ??
      marks.slice(Math.max(0, after - reach), after).findLast(covers) ??
      (rows.get(paragraph) ?? []).map((row) => firstOfRow.get(row)).find((mark) => mark !== undefined) ??
      (next !== undefined && next.start < end ? next : undefined)
    );
  };
}

/** How many marks start at the place or before it; they are in order. */
function countUpTo(marks: readonly Mark[], place: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((marks[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
