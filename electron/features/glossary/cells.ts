/**
 * Several terms in one cell stand between bars with a space on each side, or on lines of their own. A term may have a bar
 * in it, as «(a|b)*»; only one that stands alone would be taken for the separator, and gets a backslash, as does what
 * already looks so.
 */
export const joinTerms = (terms: readonly string[]): string =>
  terms.map((term) => term.replace(/(?<=^|\s)(?=\\*\|(?:\s|$))/gu, '\\')).join(' | ');

/** The terms of a cell, without empty ones. */
export const splitTerms = (cell: string): string[] =>
  cell
    .split(/\n|(?<=^|\s)\|(?=\s|$)/u)
    .map((term) => term.replace(/(?<=^|\s)\\(?=\\*\|(?:\s|$))/gu, '').trim())
    .filter((term) => term !== '');
