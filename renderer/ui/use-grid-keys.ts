import { type KeyboardEvent, useRef } from 'react';
import { isComposingKey } from '../app/composing-key.ts';
import { foldText } from '../app/fold-text.ts';

const typeAheadMs = 1_000;

export interface GridKeysOptions {
  /** Index of the row that has the focus. */
  active: number;
  count: number;
  /** How many rows PageUp and PageDown go. */
  pageRows: () => number;
  /** What a row is found by when its first letters are typed: one name, or several. */
  nameOf: (index: number) => string | readonly string[];
  moveTo: (index: number) => void;
}

/** The keys of a grid whose rows carry `data-index` (ARIA Authoring Practices, grid pattern, moving by rows). */
export function useGridKeys(options: GridKeysOptions): (event: KeyboardEvent<HTMLElement>) => void {
  const typed = useRef({ text: '', atMs: 0 });
  return (event) => {
    if (isComposingKey(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    const isDone =
      target.role === 'columnheader'
        ? moveInHeads(event.key, target, options)
        : target.role === 'row'
          ? moveInRows(event.key, target, options) || typeAhead(event.key, typed.current, options)
          : leaveCell(event.key, target);
    if (isDone) event.preventDefault();
  };
}

function moveInHeads(key: string, head: HTMLElement, { active, moveTo }: GridKeysOptions): boolean {
  if (key === 'Enter' || key === ' ') head.click();
  else if (key === 'ArrowDown') moveTo(active);
  else if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const heads = [...(head.parentElement?.querySelectorAll<HTMLElement>('[role="columnheader"][tabindex]') ?? [])];
    heads[heads.indexOf(head) + (key === 'ArrowRight' ? 1 : -1)]?.focus();
  } else return false;
  return true;
}

function moveInRows(key: string, row: HTMLElement, { active, count, pageRows, moveTo }: GridKeysOptions): boolean {
  const grid = row.closest<HTMLElement>('[role="grid"]');
  if (key === 'ArrowUp' && active === 0) {
    grid?.querySelector<HTMLElement>('[role="columnheader"][tabindex]')?.focus();
    return true;
  }
  const steps: Partial<Record<string, number>> = {
    ArrowUp: active - 1,
    ArrowDown: active + 1,
    Home: 0,
    End: count - 1,
    PageUp: active - pageRows(),
    PageDown: active + pageRows(),
  };
  const step = steps[key];
  if (step !== undefined) moveTo(Math.min(count - 1, Math.max(0, step)));
  else if (key === 'Enter') row.querySelector('a')?.click();
  else if (key === 'ArrowRight') row.querySelector<HTMLElement>('button, input, a[tabindex="0"]')?.focus();
  else return false;
  return true;
}

/** From a control inside a row back to the row. */
function leaveCell(key: string, control: HTMLElement): boolean {
  if (key !== 'Escape' && key !== 'ArrowLeft') return false;
  control.closest<HTMLElement>('[role="row"]')?.focus();
  return true;
}

function typeAhead(key: string, typed: { text: string; atMs: number }, options: GridKeysOptions): boolean {
  if (Array.from(key).length !== 1 || (key === ' ' && typed.text === '')) return false;
  const now = Date.now();
  const isFirst = now - typed.atMs > typeAheadMs;
  typed.text = foldText(isFirst ? key : typed.text + key);
  typed.atMs = now;
  // A first letter goes on to the next such row, as in lists of the system; further letters narrow down from this one.
  for (let step = isFirst ? 1 : 0; step <= options.count; step++) {
    const index = (options.active + step) % options.count;
    const names = [options.nameOf(index)].flat();
    if (!names.some((name) => foldText(name).startsWith(typed.text))) continue;
    options.moveTo(index);
    break;
  }
  return true;
}
