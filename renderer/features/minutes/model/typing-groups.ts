/** Where two texts differ, in UTF-16 units; never inside a surrogate pair. */
export interface Stretch {
  start: number;
  removed: string;
  inserted: string;
}

export function changedStretch(before: string, after: string): Stretch {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (isHighSurrogate(before, start - 1)) start--;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same++;
  }
  if (isLowSurrogate(before, before.length - same)) same--;
  return {
    start,
    removed: before.slice(start, before.length - same),
    inserted: after.slice(start, after.length - same),
  };
}

const isHighSurrogate = (text: string, at: number): boolean => /^[\uD800-\uDBFF]/.test(text.charAt(at));
const isLowSurrogate = (text: string, at: number): boolean => /^[\uDC00-\uDFFF]/.test(text.charAt(at));

/** The nearest place at or before `offset` that is not inside a surrogate pair. */
export function wholeOffset(text: string, offset: number): number {
  const at = Math.max(0, Math.min(offset, text.length));
  return isLowSurrogate(text, at) && isHighSurrogate(text, at - 1) ? at - 1 : at;
}

/** What the next change is held against. */
export interface LastTyped {
  atMs: number;
  isDeleting: boolean;
  /** Where the change began and where it left the caret. */
  start: number;
  end: number;
  /** A composition, a paste: a step of its own. */
  isClosed: boolean;
  endsWord: boolean;
}

const pauseMs = 1_000;
const startsWord = /^[\p{L}\p{N}]/u;
const endsWord = /[^\p{L}\p{N}\p{M}'’-]$/u;

export function lastTyped(change: Stretch, atMs: number, isComposed: boolean): LastTyped {
  const isPasted = Array.from(change.inserted).length > 1;
  return {
    atMs,
    isDeleting: change.inserted === '',
    start: change.start,
    end: change.start + change.inserted.length,
    isClosed: isComposed || isPasted,
    endsWord: endsWord.test(change.inserted),
  };
}

/**
 * Whether a change belongs to the undo step of the one before. A step ends with a pause of a second, with a word (at
 * the first letter of the next), with a committed composition or a paste, when typing turns into deleting or back, and
 * when the caret has gone elsewhere.
 */
export function continuesStep(last: LastTyped | null, change: Stretch, atMs: number, isComposed: boolean): boolean {
  if (last === null || last.isClosed || isComposed || atMs - last.atMs >= pauseMs) return false;
  const next = lastTyped(change, atMs, isComposed);
  if (next.isClosed || next.isDeleting !== last.isDeleting) return false;
  // Backspace ends where the last change began, the delete key begins there.
  if (next.isDeleting) return change.start === last.start || change.start + change.removed.length === last.start;
  // The same letter twice cannot be told apart by place: the stretch is then taken to lie further on.
  if (change.removed !== '' || change.start !== last.end) return false;
  return !(last.endsWord && startsWord.test(change.inserted));
}
