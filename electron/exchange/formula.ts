/**
 * A spreadsheet evaluates what begins so, in full width too (OWASP, «CSV Injection»); apostrophes before it count
 * as well, so that taking one off again always gives the text back.
 */
const risky = /^'*[=+\-@\t\r\n\0＝＋－＠]/u;

/** Puts an apostrophe before a cell that a spreadsheet would take for a formula. */
export const protectFormula = (cell: string): string => (risky.test(cell) ? `'${cell}` : cell);

/** Takes off what {@link protectFormula} has put on. */
export const releaseFormula = (cell: string): string =>
  cell.startsWith("'") && risky.test(cell.slice(1)) ? cell.slice(1) : cell;
