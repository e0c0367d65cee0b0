import type { KeyboardEvent } from 'react';
import type { TextPlace } from '#shared/contract/translations.ts';
import { isComposingKey } from '../../../app/composing-key.ts';
import { isOfParagraphs, withCaretLines } from '../../minutes/index.ts';
import type { Review } from '../model/review.ts';
import { focusText } from './places.ts';

/** Where ↑ and ↓ go from line to line, in pixels; forgotten at any other key. */
let column: number | null = null;

/** The keys of a text that are not commands. Nothing of it while something is composed. */
export function pressCellKey(event: KeyboardEvent<HTMLTextAreaElement>, review: Review, place: TextPlace): void {
  if (isComposingKey(event)) return;
  const wasColumn = column;
  column = null;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (act(event, review, place, wasColumn)) event.preventDefault();
}

function act(
  event: KeyboardEvent<HTMLTextAreaElement>,
  review: Review,
  place: TextPlace,
  wasColumn: number | null,
): boolean {
  const area = event.currentTarget;
  switch (event.key) {
    case 'Tab':
      return across(review, place, event.shiftKey ? -1 : 1);
    case 'Enter':
      if (isOfParagraphs[place.kind]) return false;
      void review.buffer(place).flush();
      if (!event.shiftKey) down(review, place);
      return true;
    case 'ArrowUp':
    case 'ArrowDown':
      if (event.shiftKey || area.selectionStart !== area.selectionEnd) return false;
      return leaveLine(review, place, area, event.key === 'ArrowUp' ? -1 : 1, wasColumn);
    default:
      return false;
  }
}

/** The next language of the line, then the next line. Backwards from the first one the key keeps its own way. */
function across(review: Review, place: TextPlace, step: 1 | -1): boolean {
  const columns = review.columns.get();
  const language = columns[columns.indexOf(place.language) + step];
  if (language !== undefined) return focusText(review, { ...place, language }) !== null;
  if (step === -1) return false;
  const next = neighbour(review, place, 1);
  const [first] = columns;
  return next !== null && first !== undefined && focusText(review, { ...next, language: first }) !== null;
}

function down(review: Review, place: TextPlace): void {
  const next = neighbour(review, place, 1);
  if (next !== null) focusText(review, next);
}

function neighbour(review: Review, { kind, id, language }: TextPlace, step: 1 | -1): TextPlace | null {
  const lines = review.shown.get();
  const index = lines.findIndex(({ reference }) => reference.kind === kind && reference.id === id);
  const next = index < 0 ? undefined : lines[index + step];
  return next === undefined ? null : { ...next.reference, language };
}

function leaveLine(
  review: Review,
  place: TextPlace,
  area: HTMLTextAreaElement,
  step: 1 | -1,
  wasColumn: number | null,
): boolean {
  const offset = area.selectionStart;
  const left = withCaretLines(area, (lines) => {
    const isEdge = step === -1 ? lines.isFirstLine(offset) : lines.isLastLine(offset);
    return isEdge ? (wasColumn ?? lines.at(offset).left) : null;
  });
  const next = left === null ? null : neighbour(review, place, step);
  // At the two ends of the list the arrow keeps its own meaning.
  if (left === null || next === null) return false;
  const field = focusText(review, next, 'kept');
  if (field === null) return false;
  const caret = withCaretLines(field, (lines) => lines.nearest(step === -1 ? 'last' : 'first', left));
  field.setSelectionRange(caret, caret);
  column = left;
  return true;
}
