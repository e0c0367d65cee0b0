import type { FocusTarget } from './view.ts';

/** Marks the text field of a row, so that a jump finds it: `<textarea {...rowText(id)}>`. */
export const rowText = (id: string): { 'data-row-text': string } => ({ 'data-row-text': id });
/** Marks the text field of the capture row, where F6 into the minutes leads as well. */
export const captureText = { 'data-capture-text': true, 'data-pane-start': true } as const;

type TextElement = HTMLTextAreaElement | HTMLInputElement;

const findText = (rowId: string | null): TextElement | null =>
  document.querySelector<TextElement>(
    rowId === null ? '[data-capture-text]' : `[data-row-text="${CSS.escape(rowId)}"]`,
  );

/** What ends the waiting for a row that is not drawn yet: whoever goes on typing or clicking is not taken elsewhere. */
const goingOn = ['keydown', 'pointerdown'] as const;
let stopWaiting = (): void => undefined;

/** Puts the caret into a row's text, as soon as the row is there. A later jump takes the place of one that waits. */
export function focusText(target: FocusTarget): void {
  stopWaiting();
  const element = findText(target.rowId);
  if (element) {
    takeFocus(element, target.offset);
    return;
  }
  // Told before the next paint, so that no letter falls between the two.
  const observer = new MutationObserver(() => {
    const drawn = findText(target.rowId);
    if (!drawn) return;
    stopWaiting();
    takeFocus(drawn, target.offset);
  });
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-row-text'] });
  const end = (): void => stopWaiting();
  for (const type of goingOn) window.addEventListener(type, end, { capture: true });
  stopWaiting = () => {
    observer.disconnect();
    for (const type of goingOn) window.removeEventListener(type, end, { capture: true });
    stopWaiting = () => undefined;
  };
}

function takeFocus(element: TextElement, offset: number | undefined): void {
  // The browser's own scrolling knows nothing of what covers the edges.
  element.focus({ preventScroll: true });
  const caret = Math.min(offset ?? element.value.length, element.value.length);
  element.setSelectionRange(caret, caret);
  element.scrollIntoView({ block: 'nearest' });
}
