import { connection } from './connection.ts';
import { endSaving, flushAll } from './saving.ts';

/** In a tab's own store: the next load of the page says what has happened. */
const noteKey = 'trilogue-restored';

/** What the page that begins anew says; `undoName`: the backup that takes the restore back, where this page knows it. */
export interface RestoredNote {
  undoName: string | null;
}

let gate: Promise<undefined> | null = null;
/** Heard while this page restores, before its own answer. */
let wasReplaced = false;
let isOver = false;

/** The one call that gets through while this page restores. */
const restoring = 'backups.restore';

/**
 * Whether a call has to wait: while this page restores, and for ever when another data file has taken the place of the
 * one that the page holds. Nothing of the old file may be written into the new one.
 */
export function heldBack(name: string): Promise<undefined> | null {
  if (isOver) return new Promise(() => undefined);
  return name === restoring ? null : gate;
}

/**
 * Saves what is typed, lets `restore` replace the data file, and begins anew; what could not be saved before goes with
 * the old file. A restore that fails leaves the page as it was.
 */
export async function restoreAndBeginAnew(restore: () => Promise<RestoredNote>): Promise<void> {
  await flushAll();
  const held = Promise.withResolvers<undefined>();
  gate = held.promise;
  try {
    beginAnewWith(await restore());
  } catch (error) {
    // The answer may be lost after the restore was made.
    if (wasReplaced) {
      beginAnewWith({ undoName: null });
      return;
    }
    gate = null;
    held.resolve(undefined);
    throw error;
  }
}

/** Another page, or the terminal, has replaced the data file. A page that restores itself waits for its own answer. */
export function dataReplaced(): void {
  if (gate === null) beginAnewWith({ undoName: null });
  else wasReplaced = true;
}

function beginAnewWith(note: RestoredNote): void {
  if (isOver) return;
  isOver = true;
  endSaving();
  sessionStorage.setItem(noteKey, JSON.stringify(note));
  void connection.then(({ desktop }) => desktop.beginAnew());
}

/** What the load before this one left to be said; once. */
export function takeRestoredNote(): RestoredNote | null {
  const note = sessionStorage.getItem(noteKey);
  sessionStorage.removeItem(noteKey);
  return note === null ? null : (JSON.parse(note) as RestoredNote);
}
