import type { Entry } from '#shared/contract/entries.ts';
import { keysBetween } from '../../../app/order-keys.ts';
import type { MinutesState } from './types.ts';

export type Place = Pick<Entry, 'id' | 'agendaItemId' | 'orderKey'>;

const rowsUnder = (state: MinutesState, itemId: string): Entry[] =>
  (state.rows.get(itemId) ?? []).flatMap((id) => state.entries.get(id) ?? []);

/** Keys for new rows below `afterId`; null: first under the item; undefined, or a row that is not there: last. */
export function keysBelow(
  state: MinutesState,
  itemId: string,
  afterId: string | null | undefined,
  count: number,
): string[] {
  const under = rowsUnder(state, itemId);
  const after = afterId === null ? -1 : under.findIndex(({ id }) => id === afterId);
  if (afterId !== null && after === -1) return keysBetween(under.at(-1), undefined, count);
  return keysBetween(under[after], under[after + 1], count);
}

/**
 * Where rows stand after moving one place up (-1) or down (1): rows that stand together stay together, and at the edge
 * of their agenda item they go over into the neighbouring one. Empty when none can move.
 */
export function placesAfterMove(state: MinutesState, ids: readonly string[], step: 1 | -1): Place[] {
  const moving = new Set(ids);
  const moved = new Set<string>();
  const arranged = state.agenda.map((): Entry[] => []);
  // Read from the side to which they move, so that both directions are one.
  const facing = <T>(list: readonly T[]): T[] => (step === -1 ? [...list] : list.toReversed());
  for (const index of facing([...state.agenda.keys()])) {
    const here = arranged[index] ?? [];
    const beyond = arranged[index + step];
    for (const row of facing(rowsUnder(state, state.agenda[index]?.id ?? ''))) {
      const last = here.at(-1);
      const isHeld = last === undefined ? beyond === undefined : moving.has(last.id);
      if (!moving.has(row.id) || isHeld) {
        here.push(row);
        continue;
      }
      moved.add(row.id);
      if (last === undefined) beyond?.push(row);
      else here.splice(-1, 0, row);
    }
  }
  return state.agenda.flatMap((item, index) => placesOf(item.id, facing(arranged[index] ?? []), moved));
}

/** Places between their neighbours for rows that were moved; the others keep theirs. */
function placesOf(agendaItemId: string, rows: readonly Entry[], moved: ReadonlySet<string>): Place[] {
  const places: Place[] = [];
  let start = 0;
  while (start < rows.length) {
    let end = start;
    while (moved.has(rows[end]?.id ?? '')) end++;
    const run = rows.slice(start, end);
    const keys = keysBetween(rows[start - 1], rows[end], run.length);
    places.push(...run.map(({ id }, index) => ({ id, agendaItemId, orderKey: keys[index] ?? '' })));
    start = end + 1;
  }
  return places;
}
