import type { Anchor, Body, Mark } from './body.ts';

/** Answers the bookmark that a comment is about; undefined if it hangs on none. */
export type FindTarget = (anchor: Anchor) => Mark | undefined;

/**
 * Every program moves the ends of bookmarks a little: before or behind the number, to the start of the paragraph, into
 * the next one. So the paragraph in which the comment starts decides first, by any bookmark that starts in it; then
 * one that reaches here from before (a paragraph that somebody cut in two), then the row of a table, then the first
 * one among the words commented on.
 */
export function targetFinder({ marks, rows }: Body): FindTarget {
  const byParagraph = Map.groupBy(marks, ({ paragraph }) => paragraph);
  const byRow = Map.groupBy(
    marks.flatMap((mark) => (rows.get(mark.paragraph) ?? []).map((row) => ({ row, mark }))),
    ({ row }) => row,
  );
  return (anchor) => {
    const { start, end, paragraph } = anchor;
    const own = byParagraph.get(paragraph) ?? [];
    const covers = (mark: Mark): boolean => mark.start <= start && start < mark.end;
    const inRow = (rows.get(paragraph) ?? []).flatMap((row) => byRow.get(row)?.slice(0, 1) ?? []);
    return (
      own.findLast(covers) ??
      own.findLast((mark) => mark.start <= start) ??
      own[0] ??
      marks.findLast(covers) ??
      inRow[0]?.mark ??
      marks.find((mark) => mark.start > start && mark.start < end)
    );
  };
}
