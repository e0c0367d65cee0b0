import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { isComposingKey } from '../../../app/composing-key.ts';
import type { Live } from '../live/context.ts';
import { focusText } from '../live/targets.ts';
import { captureField, commitCapture, setCaptureKind } from './capture.ts';
import { withCaretLines } from './caret-lines.ts';
import { startRow } from './fresh-rows.ts';
import { pressMentionKey } from './mention-keys.ts';
import { bufferOf, factsOf, flushField, revertPrefix, setKind, startTyping, writeText } from './typing.ts';
import type { RowField } from './row-field.ts';
import { focusRowPart } from './row-parts.ts';

/** Rows of the current item as the list shows them, without the one in the capture row. */
export function shownRows({ session, view }: Live): string[] {
  const { itemId, captureId } = view.get();
  return (session.state.get().rows.get(itemId) ?? []).filter((id) => id !== captureId);
}

/** Where ↑ and ↓ go from row to row, in pixels; forgotten at any other key. */
let column: number | null = null;

/** The keys of a row's text that are not commands (ux, section 4.3). Nothing of it while something is composed. */
export function pressTextKey(event: KeyboardEvent<HTMLTextAreaElement>, field: RowField): void {
  if (isComposingKey(event)) return;
  if (pressMentionKey(event)) return;
  const wasColumn = column;
  column = null;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isDone = act(event, field, wasColumn);
  if (isDone) event.preventDefault();
}

function act(event: KeyboardEvent<HTMLTextAreaElement>, field: RowField, wasColumn: number | null): boolean {
  const { area, live, rowId } = field;
  const isPlain = !event.shiftKey;
  const isCaret = area.selectionStart === area.selectionEnd;
  switch (event.key) {
    case 'Enter':
      if (!isPlain) return false;
      if (rowId === null) enterCapture(live);
      else enterRow(field, rowId);
      return true;
    case 'Backspace':
      if (revertPrefix(field)) return true;
      return isCaret && area.selectionStart === 0 && !event.repeat && backspaceAtStart(field);
    case 'Delete': {
      const isAtEnd = isPlain && isCaret && area.selectionStart === area.value.length;
      return isAtEnd && !event.repeat && rowId !== null && deleteAtEnd(live, rowId);
    }
    case 'ArrowUp':
    case 'ArrowDown':
      return isPlain && isCaret && leaveLine(field, event.key === 'ArrowUp' ? -1 : 1, wasColumn);
    case 'Tab':
      return tab(field, event.shiftKey);
    default:
      return false;
  }
}

function enterCapture(live: Live): void {
  const field = captureField();
  if (field === null) return;
  if (commitCapture(live)) startTyping(field);
  else if (live.view.get().captureKind !== 'speech') setCaptureKind(live, 'speech');
}

function enterRow(field: RowField, rowId: string): void {
  const { live, area } = field;
  const entry = live.session.state.get().entries.get(rowId);
  if (entry === undefined) return;
  if (area.value.trim() === '' && entry.kind !== 'speech') {
    live.session.setKind([rowId], 'speech');
    return;
  }
  if (area.selectionStart !== area.selectionEnd) {
    const { selectionStart, selectionEnd, value } = area;
    writeText(field, value.slice(0, selectionStart) + value.slice(selectionEnd), selectionStart);
  }
  flushField(field);
  const offset = area.selectionStart;
  // Drawn before the key press ends: what is typed next goes into the new row.
  const newId = flushSync(() =>
    offset < area.value.length
      ? live.session.split(rowId, offset)
      : live.session.addRow({
          agendaItemId: entry.agendaItemId,
          kind: entry.kind,
          speakerAttendanceId: entry.kind === 'speech' ? entry.speakerAttendanceId : null,
          sourceLanguage: entry.sourceLanguage,
          afterId: rowId,
        }),
  );
  startRow(newId);
  focusText({ rowId: newId, offset: 0 });
}

function backspaceAtStart(field: RowField): boolean {
  const { live, rowId } = field;
  if (factsOf(field).kind !== 'speech') {
    setKind(field, 'speech');
    return true;
  }
  if (rowId !== null) return mergeInto(live, rowId);
  // The capture row joins the last row above it, if there is something to join.
  const { captureId } = live.view.get();
  return captureId !== null && commitCapture(live) && mergeInto(live, captureId);
}

function mergeInto(live: Live, rowId: string): boolean {
  void bufferOf(live, rowId)?.flush();
  const merged = flushSync(() => live.session.merge(rowId));
  if (merged === null) return false;
  focusText({ rowId: merged.id, offset: merged.offset });
  return true;
}

function deleteAtEnd(live: Live, rowId: string): boolean {
  const rows = shownRows(live);
  const next = rows[rows.indexOf(rowId) + 1];
  return next !== undefined && mergeInto(live, next);
}

function leaveLine({ live, rowId, area }: RowField, step: 1 | -1, wasColumn: number | null): boolean {
  const offset = area.selectionStart;
  const left = withCaretLines(area, (lines) => {
    const isEdge = step === -1 ? lines.isFirstLine(offset) : lines.isLastLine(offset);
    return isEdge ? (wasColumn ?? lines.at(offset).left) : null;
  });
  if (left === null) return false;
  const rows = shownRows(live);
  const index = (rowId === null ? rows.length : rows.indexOf(rowId)) + step;
  const nextId = index === rows.length ? null : rows[index];
  // At the two ends of the list the arrow keeps its own meaning.
  if (nextId === undefined || (rowId === null && step === 1)) return false;
  focusText({ rowId: nextId });
  const next = document.activeElement;
  if (!(next instanceof HTMLTextAreaElement)) return true;
  const place = withCaretLines(next, (lines) => lines.nearest(step === -1 ? 'last' : 'first', left));
  next.setSelectionRange(place, place);
  column = left;
  return true;
}

/** Shift+Tab goes to the speaker, Tab in an action to its owner; everywhere else Tab keeps its order. */
function tab(field: RowField, isBack: boolean): boolean {
  if (isBack) return focusRowPart(field.rowId, 'speaker');
  return factsOf(field).kind === 'action' && focusRowPart(field.rowId, 'owner');
}
