import { limits } from '#shared/contract/fields.ts';
import type { Language } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { isComposing, afterComposition } from '../../app/composition.ts';
import { errorCode } from '../../app/errors.ts';
import { refreshSaving } from '../../app/saving.ts';
import { createStore, type Store } from '../../app/store.ts';

const quietMs = 600;
const retryDelaysMs = [2_000, 5_000, 10_000, 30_000];

/** What the screen shows of a text besides its letters; changes rarely, so that typing draws nothing anew. */
export interface TextState {
  isBlank: boolean;
  isTooLong: boolean;
  /** Somebody else's newer text; both are kept until the user has chosen. */
  conflict: { text: string; revision: number } | null;
}

interface ServerText {
  text: string;
  revision: number;
  readAtMs: number;
}

/**
 * One text of one entry while it is on screen. The textarea owns the letters; this holds a copy of what was typed and
 * the revision it started from. Nothing here ever writes into a focused field (ux, section 2.1).
 */
export interface TextBuffer {
  readonly state: Store<TextState>;
  text(): string;
  status(): { unsaved: boolean; saving: boolean; failed: boolean };
  attach(element: HTMLTextAreaElement | null): void;
  /** The user typed. */
  input(text: string): void;
  /** The back end's text, if nothing newer is being typed or saved. */
  accept(server: ServerText): void;
  flush(): Promise<void>;
  /** Puts another text in place, e.g. an older one from the history, and saves it. */
  replace(text: string): Promise<void>;
  keepMine(): Promise<void>;
  takeTheirs(): void;
}

export interface TextBufferOptions {
  entryId: string;
  language: Language;
  text: string;
  revision: number;
  /** Resolves when the entry itself is stored. */
  whenStored: () => Promise<void>;
  /** Reads the newest text of the back end. */
  readServer: () => Promise<{ text: string; revision: number }>;
}

export function createTextBuffer(options: TextBufferOptions): TextBuffer {
  let text = options.text;
  let savedText = options.text;
  let revision = options.revision;
  let element: HTMLTextAreaElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;
  let answeredAtMs = 0;
  let latest: ServerText | null = null;
  const state = createStore<TextState>({ isBlank: text.trim() === '', isTooLong: false, conflict: null });

  const setState = (change: Partial<TextState>): void => {
    const next = { ...state.get(), ...change };
    const before = state.get();
    if (next.isBlank === before.isBlank && next.isTooLong === before.isTooLong && next.conflict === before.conflict)
      return;
    state.set(next);
  };
  const setText = (next: string): void => {
    text = next;
    setState({ isBlank: next.trim() === '', isTooLong: next.length > limits.text });
    if (element && element.value !== next) element.value = next;
  };
  const isFocused = (): boolean => element !== null && document.activeElement === element;
  const canSave = (): boolean => text !== savedText && !state.get().isTooLong && state.get().conflict === null;

  const acceptLatest = (): void => {
    if (!latest || latest.readAtMs < answeredAtMs || running || text !== savedText || isFocused()) return;
    revision = latest.revision;
    savedText = latest.text;
    setText(latest.text);
  };

  const save = async (): Promise<void> => {
    const sent = text;
    try {
      await options.whenStored();
      const answer = await api.entries.saveText({
        entryId: options.entryId,
        language: options.language,
        text: sent,
        revision,
      });
      revision = answer.revision;
      savedText = sent;
      failures = 0;
      answeredAtMs = performance.now();
      refreshSaving(answer.savedAtMs);
    } catch (error) {
      answeredAtMs = performance.now();
      if (errorCode(error) === 'CONFLICT') {
        setState({ conflict: await options.readServer().catch(() => null) });
        return;
      }
      failures += 1;
      // An entry that is gone cannot be saved by trying again; its text stays on screen.
      if (errorCode(error) === null) schedule(retryDelaysMs[Math.min(failures, retryDelaysMs.length) - 1] ?? quietMs);
    }
  };

  const schedule = (delayMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => afterComposition(() => void buffer.flush()), delayMs);
  };

  const buffer: TextBuffer = {
    state,
    text: () => text,
    status: () => ({ unsaved: text !== savedText, saving: running !== undefined, failed: failures > 0 }),
    attach(next) {
      element = next;
      // A row that comes back shows what was typed, not what it was first drawn with.
      if (next && next.value !== text) next.value = text;
    },
    input(next) {
      text = next;
      setState({ isBlank: next.trim() === '', isTooLong: next.length > limits.text });
      refreshSaving();
      schedule(quietMs);
    },
    accept(server) {
      latest = server;
      acceptLatest();
    },
    async flush() {
      clearTimeout(timer);
      // Half a syllable is not a text; what waits for the end of the composition saves it then.
      if (isComposing() && isFocused()) {
        schedule(quietMs);
        return;
      }
      while (running) await running;
      if (canSave()) {
        running = save().finally(() => {
          running = undefined;
          refreshSaving();
        });
        refreshSaving();
        await running;
      }
      acceptLatest();
    },
    async replace(next) {
      setText(next);
      await buffer.flush();
    },
    async keepMine() {
      const { conflict } = state.get();
      if (!conflict) return;
      revision = conflict.revision;
      setState({ conflict: null });
      await buffer.flush();
    },
    takeTheirs() {
      const { conflict } = state.get();
      if (!conflict) return;
      revision = conflict.revision;
      savedText = conflict.text;
      setText(conflict.text);
      setState({ conflict: null });
      refreshSaving();
    },
  };
  return buffer;
}
