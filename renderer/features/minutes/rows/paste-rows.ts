import { flushSync } from 'react-dom';
import { limits } from '#shared/contract/fields.ts';
import { focusText } from '../live/targets.ts';
import type { NewRow } from '../model/types.ts';
import { commitCapture, emptyCapture } from './capture.ts';
import { cleanPasted, type Pasted, readPaste } from './paste.ts';
import { rowLanguage } from './row-language.ts';
import { factsOf, flushField, type RowField, typed } from './typing.ts';

/**
 * Puts a pasted text in the place of the selection. One line goes into the row; more become rows: what stands before
 * the caret keeps the first of them, what stands behind it follows the last.
 */
export function pasteInto(field: RowField, text: string): Pasted {
  const { area } = field;
  const clean = cleanPasted(text);
  if (!/[\n\t]/u.test(clean) && clean.length <= limits.text) {
    insert(field, clean);
    return { rows: [clean] };
  }
  const pasted = readPaste(text);
  if ('refused' in pasted || pasted.rows.length === 0) return pasted;
  const [first = '', ...others] = pasted.rows;
  const last = others.at(-1);
  if (last === undefined) {
    insert(field, first);
    return pasted;
  }
  const behind = area.value.slice(area.selectionEnd);
  area.setSelectionRange(area.selectionStart, area.value.length);
  const isRoom = last.length + behind.length <= limits.text;
  const rest = isRoom ? [...others.slice(0, -1), last + behind] : [...others, behind];
  if (field.rowId === null) addToCapture(field, first, rest);
  else addBelow(field, field.rowId, first, rest, isRoom ? last.length : 0);
  return pasted;
}

/** As typing does, with prefixes and all. */
function insert(field: RowField, text: string): void {
  const { area } = field;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  typed(field, true);
}

function addToCapture(field: RowField, first: string, rest: readonly string[]): void {
  const { live, area } = field;
  const isEmpty = area.value.slice(0, area.selectionStart).trim() === '';
  if (isEmpty) emptyCapture(live);
  else {
    insert(field, first);
    commitCapture(live);
  }
  const { itemId, captureKind, captureSpeakerId, captureLanguage } = live.view.get();
  const row = (text: string): NewRow => ({
    agendaItemId: itemId,
    kind: captureKind,
    speakerAttendanceId: captureSpeakerId,
    sourceLanguage: rowLanguage(text, captureLanguage),
    text,
  });
  live.session.addRows((isEmpty ? [first, ...rest] : rest).map(row));
}

function addBelow(field: RowField, rowId: string, first: string, rest: readonly string[], offset: number): void {
  const { live } = field;
  const entry = live.session.state.get().entries.get(rowId);
  if (entry === undefined) return;
  insert(field, first);
  flushField(field);
  const { kind, speakerId } = factsOf(field);
  const ids = flushSync(() =>
    live.session.addRows(
      rest.map((text, index) => ({
        agendaItemId: entry.agendaItemId,
        kind,
        speakerAttendanceId: speakerId,
        sourceLanguage: rowLanguage(text, entry.sourceLanguage),
        // The others follow the first one.
        ...(index === 0 && { afterId: rowId }),
        text,
      })),
    ),
  );
  const lastId = ids.at(-1);
  if (lastId !== undefined) focusText({ rowId: lastId, offset });
}
