import { flushSync } from 'react-dom';
import type { TextPlace } from '#shared/contract/translations.ts';
import { bringNear } from '../../minutes/index.ts';
import { keyOf, placeKey } from '../model/lines.ts';
import type { Review } from '../model/review.ts';

/** Marks the field of a text, so that a jump finds it. */
export const textMark = (place: TextPlace): { 'data-review-text': string } => ({ 'data-review-text': placeKey(place) });
/** Marks the line of a text, also while it has no fields. */
export const lineMark = (key: string): { 'data-review-line': string } => ({ 'data-review-line': key });

export const findLine = (key: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-review-line="${CSS.escape(key)}"]`);

export const findText = (place: TextPlace): HTMLTextAreaElement | null =>
  document.querySelector<HTMLTextAreaElement>(`[data-review-text="${CSS.escape(placeKey(place))}"]`);

export const isInTexts = (element: Element | null = document.activeElement): boolean =>
  element instanceof HTMLTextAreaElement && element.dataset.reviewText !== undefined;

/** UTF-16 units; `end`: behind the last letter; `kept`: where it was, at the end of a text that had none yet. */
export type Caret = { start: number; end: number } | 'start' | 'end' | 'kept';

/** Puts the caret into a text, whatever is filtered or far away; answers its field, null when the text is gone. */
export function focusText(review: Review, place: TextPlace, caret: Caret = 'end'): HTMLTextAreaElement | null {
  // Drawn at once: what is typed next goes there.
  if (!flushSync(() => review.reveal(place))) return null;
  const line = findLine(keyOf(place));
  if (line !== null) bringNear(line);
  const area = findText(place);
  if (area === null) return null;
  // The browser's own scrolling knows nothing of what covers the edges.
  area.focus({ preventScroll: true });
  setCaret(area, caret);
  // The whole line where it fits: one translates by looking at the source.
  const show = (): void => {
    if (document.activeElement !== area) return;
    line?.scrollIntoView({ block: 'nearest' });
    area.scrollIntoView({ block: 'nearest' });
  };
  show();
  // The lines above, drawn now that they are near, may have pushed it down.
  requestAnimationFrame(show);
  return area;
}

function setCaret(area: HTMLTextAreaElement, caret: Caret): void {
  const { length } = area.value;
  if (caret === 'kept') return;
  if (caret === 'start') area.setSelectionRange(0, 0);
  else if (caret === 'end') area.setSelectionRange(length, length);
  else area.setSelectionRange(Math.min(caret.start, length), Math.min(caret.end, length));
}
