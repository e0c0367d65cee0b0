/** A line of two texts, side by side. Before or after undefined: it was not there. */
export interface AlignedLine<Line> {
  before: Line | undefined;
  after: Line | undefined;
  /** It stands elsewhere among the lines that are in both, or under something else. */
  isMoved: boolean;
}

interface Placed {
  id: string;
  /** What it stands under. */
  under: string;
}

/** By id, in the order of the newer text; what was removed stands after the line that it followed. */
export function alignLines<Line extends Placed>(before: readonly Line[], after: readonly Line[]): AlignedLine<Line>[] {
  const older = new Map(before.map((line, index) => [line.id, { line, index }]));
  const newerIds = new Set(after.map(({ id }) => id));
  const kept = after.flatMap(({ id }) => older.get(id)?.index ?? []);
  const unmoved = longestRise(kept);
  /** Removed lines by the kept line that they followed; '' for those at the beginning. */
  const removed = new Map<string, Line[]>();
  let anchor = '';
  for (const line of before) {
    if (newerIds.has(line.id)) anchor = line.id;
    else removed.set(anchor, [...(removed.get(anchor) ?? []), line]);
  }
  const gone = (id: string): AlignedLine<Line>[] =>
    (removed.get(id) ?? []).map((line) => ({ before: line, after: undefined, isMoved: false }));
  return [
    ...gone(''),
    ...after.flatMap((line): AlignedLine<Line>[] => {
      const known = older.get(line.id);
      const isMoved = known !== undefined && (known.line.under !== line.under || !unmoved.has(known.index));
      return [{ before: known?.line, after: line, isMoved }, ...gone(line.id)];
    }),
  ];
}

/** The largest set of values that already stand in rising order: the others are those that moved. */
function longestRise(values: readonly number[]): Set<number> {
  /** By length of a rise, the position of the smallest value that ends one. */
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [position, value] of values.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[position] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = position;
  }
  const rise = new Set<number>();
  for (let position = ends.at(-1) ?? -1; position >= 0; position = previous[position] ?? -1) {
    rise.add(values[position] ?? 0);
  }
  return rise;
}
