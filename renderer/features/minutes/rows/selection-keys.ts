import type { KeyboardEvent } from 'react';
import { isComposingKey } from '../../../app/composing-key.ts';
import { matchesChord } from '../../../app/shortcuts.ts';
import { kindsByDigit } from '../entry-kinds.ts';
import type { Live } from '../live/context.ts';
import { focusText } from '../live/targets.ts';
import { shownRows } from './row-keys.ts';
import { doToRows } from './row-operations.ts';
import { range } from './row-range.ts';
import { endSelection, selectRows } from './selection.ts';

/** Keys while a row itself has the focus. Single letters act only here, on the selected rows (WCAG 2.1.4). */
export function pressSelectionKey(event: KeyboardEvent<HTMLElement>, live: Live): void {
  const { selection } = live.view.get();
  const isOnRow = event.target instanceof HTMLElement && event.target.dataset.row !== undefined;
  if (selection === null || !isOnRow || isComposingKey(event)) return;
  const rows = shownRows(live);
  if (matchesChord(event.nativeEvent, 'Mod+A')) selectRows(live, rows, selection.focusId);
  else if (event.ctrlKey || event.metaKey || event.altKey || !act(event, live, rows, selection)) return;
  event.preventDefault();
}

function act(
  event: KeyboardEvent,
  live: Live,
  rows: readonly string[],
  selection: { ids: readonly string[]; focusId: string },
): boolean {
  const index = rows.indexOf(selection.focusId);
  const place = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: rows.length - 1 }[event.key];
  if (place !== undefined) {
    const to = Math.max(0, Math.min(place, rows.length - 1));
    const next = rows[to];
    if (next === undefined) return false;
    selectRows(live, event.shiftKey ? range(rows, anchorOf(rows, selection), to) : [next], next);
    return true;
  }
  if (event.key === 'Enter') {
    endSelection(live);
    focusText({ rowId: selection.focusId });
    return true;
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    doToRows(live, selection.ids, 'remove');
    return true;
  }
  const kind = kindsByDigit[Number(/^(?:Digit|Numpad)([1-5])$/u.exec(event.code)?.[1]) - 1];
  if (kind === undefined || event.shiftKey) return false;
  live.session.setKind(selection.ids, kind);
  return true;
}

/** The end of the selection that stays where it is while the other one is moved. */
function anchorOf(rows: readonly string[], { ids, focusId }: { ids: readonly string[]; focusId: string }): number {
  const places = ids.map((id) => rows.indexOf(id));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return rows[last] === focusId ? first : last;
}
