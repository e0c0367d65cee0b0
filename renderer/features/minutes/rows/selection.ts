import type { Live } from '../live/context.ts';
import { focusText } from '../live/targets.ts';
import { type LiveView, patchView } from '../live/view.ts';
import { rowElement } from './row-parts.ts';

type Selection = NonNullable<LiveView['selection']>;

const sets = new WeakMap<Selection, ReadonlySet<string>>();

/** Asked by every row whenever the view changes. */
export function isSelected({ selection }: LiveView, id: string): boolean {
  if (selection === null) return false;
  let set = sets.get(selection);
  if (set === undefined) {
    set = new Set(selection.ids);
    sets.set(selection, set);
  }
  return set.has(id);
}

/** Row-select mode: the row itself has the focus. */
export function selectRows({ view }: Live, ids: readonly string[], focusId: string): void {
  patchView(view, { selection: { ids, focusId } });
  const row = rowElement(focusId);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

export function endSelection({ view }: Live): void {
  if (view.get().selection !== null) patchView(view, { selection: null });
}

export function backToCapture(live: Live): void {
  endSelection(live);
  focusText({ rowId: null });
}
