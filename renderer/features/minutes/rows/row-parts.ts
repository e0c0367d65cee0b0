import { bringNear } from './nearness.ts';

/** The fields of a row besides its text, marked by `data-part`; the capture row's row is marked by an empty id. */
export type RowPart = 'kind' | 'speaker' | 'language' | 'owner' | 'due' | 'due-picks' | 'more';

export function rowElement(rowId: string | null): HTMLElement | null {
  return document.querySelector<HTMLElement>(rowId === null ? '[data-capture]' : `[data-row="${CSS.escape(rowId)}"]`);
}

/** The row that an element stands in: its id, null for the capture row, undefined outside of both. */
export function rowOf(element: Element | null): string | null | undefined {
  if (element?.closest('[data-capture]')) return null;
  return element?.closest<HTMLElement>('[data-row]')?.dataset.row;
}

/** Gives the focus to a field of a row; false when the row does not have it. */
export function focusRowPart(rowId: string | null, part: RowPart): boolean {
  const row = rowElement(rowId);
  if (row) bringNear(row);
  const element = row?.querySelector<HTMLElement>(`[data-part="${part}"]`);
  element?.focus();
  return element !== null && element !== undefined;
}
