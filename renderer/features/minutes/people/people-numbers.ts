import { useCallback, useSyncExternalStore } from 'react';
import type { Attendance } from '#shared/contract/attendance.ts';
import { type Live, useLive } from '../live/context.ts';
import type { MinutesSession, MinutesState } from '../model/types.ts';
import { lastSpoken, numberedPeople, peopleOrder } from './people-order.ts';

/** The order of the People pane as it stands: of which state and agenda item, and with what result. */
interface Standing {
  attendance: MinutesState['attendance'];
  entries: MinutesState['entries'];
  itemId: string;
  ids: readonly string[];
}

/** Per meeting and not per pane: Alt+1…9 mean the same people while the pane is closed. */
const standings = new WeakMap<MinutesSession, Standing>();

/** Ids of the attendance in the order of the People pane; see {@link peopleOrder}. Keeps its identity while nothing moves. */
export function readPeople({ session, view }: Live): readonly string[] {
  const { attendance, entries } = session.state.get();
  const { itemId } = view.get();
  const before = standings.get(session);
  const isSameItem = before?.itemId === itemId;
  if (isSameItem && before.attendance === attendance && before.entries === entries) return before.ids;
  const found = peopleOrder({
    attendance,
    spoken: lastSpoken(entries.values()),
    before: isSameItem ? before.ids : null,
  });
  const ids = before && isSameOrder(before.ids, found) ? before.ids : found;
  standings.set(session, { attendance, entries, itemId, ids });
  return ids;
}

/** Whom Alt+`number` (1…9) names as the speaker; undefined where there are not so many. */
export function personOfNumber(live: Live, number: number): Attendance | undefined {
  if (number < 1 || number > numberedPeople) return undefined;
  const id = readPeople(live)[number - 1];
  return live.session.state.get().attendance.find((row) => row.id === id);
}

/** Follows {@link readPeople}. */
export function usePeople(): readonly string[] {
  const live = useLive();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [live.session.state.subscribe(listener), live.view.subscribe(listener)];
      return () => stops.forEach((stop) => stop());
    },
    [live],
  );
  return useSyncExternalStore(subscribe, () => readPeople(live));
}

function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
