/** By code units: the same in every language of the screens. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of what has no order of its own. */
export const inOrder = <Of extends { id: string }>(list: readonly Of[]): Of[] =>
  [...list].sort((a, b) => compare(a.id, b.id));
