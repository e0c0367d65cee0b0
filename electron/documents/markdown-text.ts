/**
 * Characters that are markup wherever they stand: of CommonMark, of GFM (`~`, `|`) and of common extensions (`$` formulas,
 * `^` and `=` marks). All may be escaped with a backslash (CommonMark, 2.4).
 */
const markup = /[\\`*_{}[\]<>|~&$^=#]/gu;

/** GFM makes links of bare addresses (6.9); with the sign escaped they stay text. */
const addresses: [RegExp, string][] = [
  [/(?<=\b(?:https?|ftp)):(?=\/\/)/giu, '\\:'],
  [/(?<=\bwww)\./giu, '\\.'],
  [/(?<=[\p{L}\p{N}._+-])@(?=[\p{L}\p{N}])/gu, '\\@'],
];

/** A text on one line that reads back as itself. */
export function escapeInline(text: string): string {
  // A paragraph is one line; a line break in it could begin a block.
  const onOneLine = text.replace(/[\r\n\v\f\u0085\u2028\u2029\t]+/gu, ' ');
  const escaped = onOneLine.replace(markup, '\\$&');
  return addresses.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), escaped);
}

/** What would begin a list, a quotation, a heading or a rule at the start of a line. Of escaped text. */
export function escapeLineStart(text: string): string {
  return text.replace(/^(\d{1,9})([.)])/u, '$1\\$2').replace(/^[-+:]/u, '\\$&');
}
