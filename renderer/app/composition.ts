/*
 * Whether an input method is composing. Nothing may read or write a text then: it holds half a syllable. A browser may
 * leave out compositionend when a composition is deleted, so leaving the field ends it as well (ux, section 2.2).
 */
let composing = false;
const waiting = new Set<() => void>();

export const isComposing = (): boolean => composing;

/** Runs at once, or when the composition that is going on has ended. */
export function afterComposition(run: () => void): void {
  if (composing) waiting.add(run);
  else run();
}

function end(): void {
  if (!composing) return;
  composing = false;
  const runs = [...waiting];
  waiting.clear();
  // The field's own input event comes after compositionend; what waits shall see the committed text.
  setTimeout(() => runs.forEach((run) => run()));
}

document.addEventListener('compositionstart', () => (composing = true), { capture: true });
document.addEventListener('compositionend', end, { capture: true });
document.addEventListener('focusout', end, { capture: true });
