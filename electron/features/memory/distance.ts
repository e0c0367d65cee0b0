/**
 * How many words must be put in, left out or replaced to make one text the other; null where more than `most`. Looks
 * only at the band in which such an answer can lie: `most` times the length.
 */
export function wordDistance(one: Int32Array, other: Int32Array, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null;
  let start = 0;
  let oneEnd = one.length;
  let otherEnd = other.length;
  while (start < oneEnd && start < otherEnd && one[start] === other[start]) start += 1;
  while (oneEnd > start && otherEnd > start && one[oneEnd - 1] === other[otherEnd - 1]) {
    oneEnd -= 1;
    otherEnd -= 1;
  }
  const rows = oneEnd - start;
  const columns = otherEnd - start;
  const beyond = most + 1;
  let before = new Int32Array(columns + 1);
  let row = new Int32Array(columns + 1);
  for (let column = 0; column <= columns; column++) before[column] = column;
  for (let at = 1; at <= rows; at++) {
    const from = Math.max(1, at - most);
    const to = Math.min(columns, at + most);
    row[from - 1] = from === 1 ? at : beyond;
    let least = row[from - 1] ?? beyond;
    const word = one[start + at - 1];
    for (let column = from; column <= to; column++) {
      const replaced = (before[column - 1] ?? 0) + (word === other[start + column - 1] ? 0 : 1);
      // Above the end of the band of the row before, nothing was written.
      const removed = column === at + most ? beyond : (before[column] ?? 0) + 1;
      const added = (row[column - 1] ?? 0) + 1;
      const cost = Math.min(replaced, removed, added);
      row[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return null;
    [before, row] = [row, before];
  }
  const distance = before[columns] ?? 0;
  return distance > most ? null : distance;
}
