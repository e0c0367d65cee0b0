/** Elements that Tab would reach inside a pane. */
const reachable =
  ':is(a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex]):not([tabindex="-1"])';

/**
 * Moves the focus to the next or previous pane (`data-pane`) that is on screen; notices are one. A pane takes the focus
 * back where it had it, else at its element with `data-pane-start`, else at its first one.
 */
export function cyclePanes(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.checkVisibility());
  // A pane may stand inside another; the inner one has the focus then.
  const here = panes.findLastIndex((pane) => pane.contains(document.activeElement));
  const current = panes[here];
  if (current && document.activeElement instanceof HTMLElement) lastFocused.set(current, document.activeElement);
  const next = panes[(here + step + panes.length) % panes.length];
  if (!next) return;
  const last = lastFocused.get(next);
  const target = last?.isConnected ? last : (startOf(next) ?? next);
  target.focus();
}

function startOf(pane: HTMLElement): HTMLElement | null {
  const own = (selector: string) =>
    [...pane.querySelectorAll<HTMLElement>(selector)].find((element) => element.closest('[data-pane]') === pane);
  return own('[data-pane-start]') ?? own(reachable) ?? null;
}

const lastFocused = new WeakMap<HTMLElement, HTMLElement>();
