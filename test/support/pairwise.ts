/** Values of one factor each, by its name. */
export type Choice = Readonly<Record<string, string>>;

function pairsOf(choice: Choice): string[] {
  const values = Object.entries(choice).map(([factor, value]) => `${factor}=${value}`);
  return values.flatMap((one, index) => values.slice(index + 1).map((other) => `${one} ${other}`));
}

/**
 * Few of the possible choices, so that each pair of values that occurs together in any of them occurs in one that is
 * answered. Greedy: the next one is that with most pairs not seen yet; the same input gives the same answer.
 */
export function selectPairwise<Chosen extends Choice>(possible: readonly Chosen[]): Chosen[] {
  const open = new Set(possible.flatMap(pairsOf));
  const selected: Chosen[] = [];
  while (open.size > 0) {
    let best: Chosen | undefined;
    let most = 0;
    for (const choice of possible) {
      const count = pairsOf(choice).filter((pair) => open.has(pair)).length;
      if (count > most) [best, most] = [choice, count];
    }
    if (best === undefined) break;
    for (const pair of pairsOf(best)) open.delete(pair);
    selected.push(best);
  }
  return selected;
}
