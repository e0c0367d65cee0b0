import type { KeyboardEvent } from 'react';

const controls = ':is(a[href], button:not([disabled]), input:not([disabled]), [tabindex])';

const controlsOf = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>(controls)];

/** The table is one stop of the Tab key; its row is left for what stands inside with the arrow. */
export function takeFromTabOrder(row: Element): void {
  for (const control of controlsOf(row)) if (control.tabIndex !== -1) control.tabIndex = -1;
}

/** The arrows go from a row to what stands in it, from one to the next, and back; before a control takes them for its own. */
export function moveInsideRow(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget } = event;
  if ((key !== 'ArrowRight' && key !== 'ArrowLeft') || event.altKey || event.ctrlKey || event.metaKey) return;
  const target = event.target as HTMLElement;
  const row = target.closest<HTMLElement>('[role="row"][data-index]');
  // What a menu over the table does is its own.
  if (!row || !currentTarget.contains(row)) return;
  const stops = [row, ...controlsOf(row)];
  const next = stops[stops.indexOf(target) + (key === 'ArrowRight' ? 1 : -1)];
  next?.focus();
  event.preventDefault();
  event.stopPropagation();
}
