/** What an empty element of a run prints (ECMA-376, part 1, 17.3.3); a `w:tab` of a tab stop prints nothing. */
export function runText(name: string, parents: readonly string[]): string {
  if (parents.at(-1) !== 'w:r') return '';
  if (name === 'w:tab') return '\t';
  if (name === 'w:br' || name === 'w:cr') return '\n';
  return name === 'w:noBreakHyphen' ? '\u2011' : '';
}
