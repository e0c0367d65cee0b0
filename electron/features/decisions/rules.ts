/**
 * The chain that would lead back to where it began if `ids` were replaced by `replacementId`: from that one of them on,
 * and with it again at the end. Undefined when there is none. `replacementOf` answers what has replaced a decision so far.
 */
export function findCycle(
  ids: readonly string[],
  replacementId: string,
  replacementOf: (id: string) => string | null,
): string[] | undefined {
  const chosen = new Set(ids);
  const chain: string[] = [];
  for (let id: string | null = replacementId; id !== null && !chain.includes(id); id = replacementOf(id)) {
    chain.push(id);
    if (chosen.has(id)) return [id, ...chain];
  }
  return undefined;
}
