/** Kinds that are cited by number; speech and notes are not. */
const numberedKinds: ReadonlySet<string> = new Set(['proposal', 'decision', 'action']);

interface OrderedRow {
  id: string;
  orderKey: string;
}

/** Order keys are compared as plain strings (fractional-indexing needs code-unit order); equal keys fall back to the id. */
export function compareByOrderKey(a: OrderedRow, b: OrderedRow): number {
  if (a.orderKey !== b.orderKey) return a.orderKey < b.orderKey ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * Numbers as printed: agenda item, dot, running number of that kind under the item, so that «Decision 3.1» and
 * «Action 3.1» may both exist. The same in every language. Speech and notes have none; rows of unknown items are left out.
 */
export function numberEntries(
  agenda: readonly { id: string; orderKey: string }[],
  entries: readonly { id: string; agendaItemId: string; kind: string; orderKey: string }[],
): Map<string, string> {
  const itemNumbers = new Map([...agenda].sort(compareByOrderKey).map((item, index) => [item.id, index + 1]));
  const counters = new Map<string, number>();
  const numbers = new Map<string, string>();
  for (const entry of [...entries].sort(compareByOrderKey)) {
    const itemNumber = itemNumbers.get(entry.agendaItemId);
    if (itemNumber === undefined || !numberedKinds.has(entry.kind)) continue;
    const counter = `${entry.kind} ${itemNumber}`;
    const next = (counters.get(counter) ?? 0) + 1;
    counters.set(counter, next);
    numbers.set(entry.id, `${itemNumber}.${next}`);
  }
  return numbers;
}
