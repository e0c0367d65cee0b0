import type { EntryKind } from '#shared/contract/entries.ts';
import { isComposing } from '../../../app/composition.ts';
import type { Live } from '../live/context.ts';
import { captureBuffer, captureInput, ensureCapture, setCaptureKind, setCaptureSpeaker } from './capture.ts';
import { followMention } from './mention.ts';
import { readPrefix } from './prefix.ts';
import type { RowField } from './row-field.ts';

export type { RowField };

/** A prefix that was taken as a command and can be taken back by one Backspace. */
interface Applied {
  typed: string;
  rest: string;
  kind: EntryKind;
  speakerId: string | null;
}

interface Typed {
  /** The text as it was after the last input. */
  seen: string;
  applied: Applied | null;
  /** The user has taken a prefix back: this row keeps what is typed. */
  isPlain: boolean;
}

const typedIn = new WeakMap<HTMLTextAreaElement, Typed>();
let arePrefixesOn = true;

/** Settings, «typed prefixes». */
export function switchPrefixes(isOn: boolean): void {
  arePrefixesOn = isOn;
}

/** A field takes the focus, or begins a new row: what stands in it now was not typed just now. */
export function startTyping(area: HTMLTextAreaElement): void {
  typedIn.set(area, { seen: area.value, applied: null, isPlain: false });
}

/** The value changed: by a key, an input method, or a paste. Never called while something is being composed. */
export function typed(field: RowField, isInsertion: boolean): void {
  const { area } = field;
  const known = typedIn.get(area) ?? { seen: '', applied: null, isPlain: false };
  typedIn.set(area, known);
  if (known.applied !== null && known.applied.rest === '' && area.value.trim() === '') {
    // «Решили: » – the space behind the colon belongs to the prefix.
    if (area.value !== '') writeText(field, '', 0);
    known.seen = area.value;
    return;
  }
  known.applied = null;
  // Emptied, the row begins anew.
  if (area.value === '') known.isPlain = false;
  if (!applyPrefix(field, known)) save(field);
  known.seen = area.value;
  followMention(field, isInsertion);
}

/** Keeps what is being composed as well; the buffer waits for the end of the composition. */
export function save({ live, rowId, area }: RowField): void {
  // Half a syllable makes no row.
  if (rowId === null && live.view.get().captureId === null && isComposing()) return;
  if (rowId === null) captureInput(live, area.value);
  else bufferOf(live, rowId)?.input(area.value);
}

/** Puts a text in place that the user asked for, e.g. without the prefix or with a name, and saves it. */
export function writeText(field: RowField, text: string, caret: number): void {
  field.area.value = text;
  field.area.setSelectionRange(caret, caret);
  save(field);
  const known = typedIn.get(field.area);
  if (known) known.seen = text;
}

export function bufferOf({ session }: Live, rowId: string): ReturnType<typeof session.text> | null {
  const entry = session.state.get().entries.get(rowId);
  return entry === undefined ? null : session.text(rowId, entry.sourceLanguage);
}

function applyPrefix(field: RowField, known: Typed): boolean {
  const { live, area } = field;
  if (!arePrefixesOn || known.isPlain) return false;
  const text = area.value;
  // Only the very beginning of a row that was empty otherwise: what was there before must be a part of the prefix.
  if (!/^[\p{L}+=*\-＋＝＊－]/u.test(text) || known.seen.length > 60) return false;
  const { attendance } = live.session.state.get();
  const prefix = readPrefix(
    text,
    attendance.filter(({ presence }) => presence === 'present'),
  );
  if (prefix === null || !prefix.typed.startsWith(known.seen) || prefix.typed === known.seen) return false;
  const rest = text.slice(prefix.typed.length).trimStart();
  known.applied = { typed: prefix.typed, rest, ...factsOf(field) };
  writeText(field, rest, rest.length);
  if (prefix.kind !== undefined) setKind(field, prefix.kind);
  if (prefix.speakerId !== undefined) setSpeaker(field, prefix.speakerId);
  return true;
}

/** Backspace right behind a prefix that was taken as a command: it was meant as text. True when that was so. */
export function revertPrefix(field: RowField): boolean {
  const known = typedIn.get(field.area);
  const applied = known?.applied ?? null;
  if (!known || applied === null || field.area.value !== applied.rest) return false;
  known.applied = null;
  known.isPlain = true;
  setKind(field, applied.kind);
  setSpeaker(field, applied.speakerId);
  writeText(field, applied.typed + applied.rest, applied.typed.length + applied.rest.length);
  return true;
}

/** Kind and speaker of the row now. */
export function factsOf({ live, rowId }: Pick<RowField, 'live' | 'rowId'>): Pick<Applied, 'kind' | 'speakerId'> {
  const { captureKind, captureSpeakerId } = live.view.get();
  const entry = rowId === null ? undefined : live.session.state.get().entries.get(rowId);
  return entry === undefined
    ? { kind: captureKind, speakerId: captureSpeakerId }
    : { kind: entry.kind, speakerId: entry.speakerAttendanceId };
}

export function setKind({ live, rowId }: Pick<RowField, 'live' | 'rowId'>, kind: EntryKind): void {
  if (rowId === null) setCaptureKind(live, kind);
  else if (factsOf({ live, rowId }).kind !== kind) live.session.setKind([rowId], kind);
}

export function setSpeaker({ live, rowId }: Pick<RowField, 'live' | 'rowId'>, speakerId: string | null): void {
  if (factsOf({ live, rowId }).speakerId === speakerId) return;
  if (rowId === null) setCaptureSpeaker(live, speakerId);
  else live.session.updateRows([rowId], { speakerAttendanceId: speakerId });
}

/** The entry behind a field, made for the capture row when it has none yet. */
export function entryIdOf({ live, rowId, area }: RowField): string {
  return rowId ?? ensureCapture(live, area.value);
}

export const flushField = ({ live, rowId }: Pick<RowField, 'live' | 'rowId'>): void =>
  void (rowId === null ? captureBuffer(live) : bufferOf(live, rowId))?.flush();
