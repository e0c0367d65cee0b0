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
  const places: Place[] = [];
  // What went over into an item stands there behind (or before) what goes over next.
  const edges = new Map<string, Place>();
  for (const [index, item] of state.agenda.entries()) {
    const under = rowsUnder(state, item.id);
    for (const run of runsOf(under, moving)) {
      const first = under[run.start];
      const last = under[run.end - 1];
      if (first === undefined || last === undefined) continue;
      const passed = step === -1 ? under[run.start - 1] : under[run.end];
      const beyond = step === -1 ? under[run.start - 2] : under[run.end + 1];
      if (passed !== undefined) {
        const [before, after] = step === -1 ? [beyond, passed] : [passed, beyond];
        const stays = (row: Entry | undefined) => row === undefined || !moving.has(row.id);
        const keys = keysBetween(
          stays(before) ? before : passed,
          stays(after) ? after : undefined,
          run.end - run.start,
        );
        places.push(...keys.map((orderKey, at) => placeOf(under[run.start + at], item.id, orderKey)));
        continue;
      }
      const neighbour = state.agenda[index + step];
      if (neighbour === undefined) continue;
      const others = rowsUnder(state, neighbour.id);
      const edge = edges.get(neighbour.id);
      const [before, after] = step === -1 ? [edge ?? others.at(-1), undefined] : [undefined, others[0]];
      const keys = keysBetween(before, after, run.end - run.start);
      const moved = keys.map((orderKey, at) => placeOf(under[run.start + at], neighbour.id, orderKey));
      places.push(...moved);
      const end = moved.at(-1);
      if (end !== undefined) edges.set(neighbour.id, end);
    }
  }
  return places;
}

function placeOf(row: Entry | undefined, agendaItemId: string, orderKey: string): Place {
  if (row === undefined) throw new Error('a run of rows has no holes');
  return { id: row.id, agendaItemId, orderKey };
}

/** Runs of rows that stand together and move, as half-open ranges. */
function runsOf(under: readonly Entry[], moving: ReadonlySet<string>): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  under.forEach((row, index) => {
    if (!moving.has(row.id)) return;
    const run = runs.at(-1);
    if (run?.end === index) run.end = index + 1;
    else runs.push({ start: index, end: index + 1 });
  });
  return runs;
}
