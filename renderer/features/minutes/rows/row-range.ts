/** Rows from one place to another, both included, in order. */
export function range(rows: readonly string[], from: number, to: number): string[] {
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1);
}
