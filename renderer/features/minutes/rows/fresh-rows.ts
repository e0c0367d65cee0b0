import type { Live } from '../live/context.ts';
import { rowOf } from './row-parts.ts';
import { bufferOf } from './typing.ts';

/** Rows that Enter has made and in which nothing has been written yet. */
const fresh = new Set<string>();

export const startRow = (rowId: string): void => void fresh.add(rowId);

/** The focus leaves a row: one that was only opened and left empty goes again, without a word. */
export function leaveRow(live: Live, rowId: string): void {
  if (!fresh.has(rowId)) return;
  setTimeout(() => {
    const { activeElement } = document;
    const isNear = rowOf(activeElement) === rowId || activeElement?.closest('[role="menu"], [role="dialog"]');
    if (isNear || !document.hasFocus()) return;
    fresh.delete(rowId);
    if (bufferOf(live, rowId)?.text().trim() === '') live.session.removeRows([rowId]);
  });
}
