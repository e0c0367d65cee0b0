import { flushSync } from 'react-dom';
import type { Live } from '../live/context.ts';
import { focusText } from '../live/targets.ts';
import { patchView } from '../live/view.ts';
import { shownRows } from './row-keys.ts';
import { rowElement, rowOf } from './row-parts.ts';
import { selectRows } from './selection.ts';

/** Moves or removes rows and keeps the caret near. */
export function doToRows(live: Live, ids: readonly string[], operation: 'up' | 'down' | 'remove'): void {
  if (operation === 'remove') removeRows(live, ids);
  else moveRows(live, ids, operation === 'up' ? -1 : 1);
}

function moveRows(live: Live, ids: readonly string[], step: 1 | -1): void {
  const { session, view, goTo } = live;
  const focused = document.activeElement;
  const area = focused instanceof HTMLTextAreaElement ? focused : null;
  const caret = area && ([area.selectionStart, area.selectionEnd] as const);
  if (!flushSync(() => session.moveRows(ids, step))) return;
  const [first = ''] = ids;
  const itemId = session.state.get().entries.get(first)?.agendaItemId;
  // Over the edge of an agenda item: the screen goes along.
  if (itemId !== undefined && itemId !== view.get().itemId) {
    const { selection } = view.get();
    if (selection === null) goTo({ rowId: first, ...(caret && { offset: caret[0] }) });
    else {
      flushSync(() => patchView(view, { itemId }));
      selectRows(live, selection.ids, selection.focusId);
    }
    return;
  }
  // A row that was put elsewhere in the page has lost the focus.
  if (focused instanceof HTMLElement && focused.isConnected && document.activeElement !== focused) {
    focused.focus({ preventScroll: true });
    if (area && caret) area.setSelectionRange(...caret);
  }
  rowElement(first)?.scrollIntoView({ block: 'nearest' });
}

function removeRows(live: Live, ids: readonly string[]): void {
  const rows = shownRows(live);
  const gone = new Set(ids);
  const hadFocus = gone.has(rowOf(document.activeElement) ?? '');
  const last = rows.findLastIndex((id) => gone.has(id));
  const next = rows.slice(last + 1).find((id) => !gone.has(id)) ?? null;
  const isSelecting = live.view.get().selection !== null;
  live.session.removeRows(ids);
  if (isSelecting && next !== null) selectRows(live, [next], next);
  else if (hadFocus || isSelecting) {
    patchView(live.view, { selection: null });
    focusText({ rowId: next, offset: 0 });
  }
}
