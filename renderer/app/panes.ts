/** Elements that Tab would reach inside a pane. */
const reachable =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])';

/**
 * Moves the focus to the next or previous pane (`data-pane`) that is on screen; notices are one. A pane takes the focus
 * back where it had it.
 */
export function cyclePanes(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.checkVisibility());
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const current = panes[here];
  if (current && document.activeElement instanceof HTMLElement) lastFocused.set(current, document.activeElement);
  const next = panes[(here + step + panes.length) % panes.length];
  if (!next) return;
  const last = lastFocused.get(next);
  const target = last?.isConnected ? last : (next.querySelector<HTMLElement>(reachable) ?? next);
  target.focus();
}

const lastFocused = new WeakMap<HTMLElement, HTMLElement>();
