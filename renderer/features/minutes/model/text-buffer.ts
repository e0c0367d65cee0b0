import type { TextPlace } from '#shared/contract/translations.ts';
import { createStore, type Store } from '../../../app/store.ts';
import { longestText } from './text-kinds.ts';
import { changedStretch, continuesStep, type LastTyped, lastTyped } from './typing-groups.ts';

/** What the screen shows of a text besides its letters; changes rarely, so that typing draws nothing anew. */
export interface TextState {
  isBlank: boolean;
  isTooLong: boolean;
  /** Somebody else's newer text; both are kept until the user has chosen. */
  conflict: { text: string; revision: number } | null;
}

/**
 * One text of a row or a heading. While it is on screen the textarea owns the letters, and this holds a copy of what was typed.
 * Nothing writes into a focused field but the user's own undo, redo and replace (ux, section 2.1).
 *
 * A field is put on it with `attach` (uncontrolled, `defaultValue={buffer.text()}`), tells it every `input` event and
 * flushes it on blur and on Enter.
 */
export interface TextBuffer {
  readonly place: TextPlace;
  readonly state: Store<TextState>;
  /** What was typed; without the letters of a composition that is going on. */
  text(): string;
  /** Makes this the field of the text; the answer takes it away again, as does null. A React ref as it stands. */
  attach(element: HTMLTextAreaElement | null): () => void;
  /** The user typed; the whole value of the field. Also while composing: it is kept back until that has ended. */
  input(text: string): void;
  /** Hands over at once what was typed; resolves when it is on disk. */
  flush(): Promise<void>;
  /** Puts another text in place, e.g. an older one from the history, and saves it. Also into a focused field. */
  replace(text: string): Promise<void>;
  /** In a conflict: saves the own text over the other one. */
  keepMine(): Promise<void>;
  takeTheirs(): void;
}

/** Whether an input method is composing; see renderer/app/composition.ts. */
export interface Composition {
  isComposing: () => boolean;
  /** Runs at once, or when the composition that is going on has ended. */
  afterComposition: (run: () => void) => void;
}

export interface ServerText {
  text: string;
  revision: number;
}

/** What a buffer needs of its session. */
export interface BufferOwner {
  composition: Composition;
  /** Takes a text over for sending; calls with the same group become one undo step. */
  send: (buffer: SessionBuffer, text: string, group: string) => void;
  /** Whether it must be kept, has letters that are not handed over, or was refused: any of these changed. */
  onStatus: (buffer: SessionBuffer) => void;
  /** Resolves when everything that was handed over is on disk. */
  whenSaved: () => Promise<void>;
  newGroup: () => string;
  clock: () => number;
}

const quietMs = 400;
const longestMs = 800;
const isBlank = (text: string): boolean => text.trim() === '';

export class SessionBuffer implements TextBuffer {
  readonly place: TextPlace;
  readonly state: Store<TextState>;
  /** The one that what is typed is based on. */
  revision: number;
  private readonly owner: BufferOwner;
  private typed: string;
  /** What the session has been given, or has given; null when it did not get through. */
  private handed: string | null;
  private composed: string | null = null;
  private element: HTMLTextAreaElement | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private unsentSinceMs: number | null = null;
  private last: LastTyped | null = null;
  private group = '';
  /** A newer text that waits until the field has lost the focus. */
  private latest: ServerText | null = null;
  private wasRefused = false;
  /** Refused because its row was gone. */
  private isOrphan = false;
  /** A newer text is there; it is shown as soon as it has been read. */
  private isContested = false;

  constructor(place: TextPlace, server: ServerText, owner: BufferOwner) {
    this.place = place;
    this.owner = owner;
    this.revision = server.revision;
    this.typed = server.text;
    this.handed = server.text;
    this.state = createStore<TextState>({ isBlank: isBlank(server.text), isTooLong: false, conflict: null });
  }

  text(): string {
    return this.typed;
  }

  /** Letters that the session does not have yet. */
  get isUnsent(): boolean {
    return this.typed !== this.handed || this.composed !== null || this.isContested;
  }

  get isFailed(): boolean {
    return this.wasRefused && this.typed !== this.handed;
  }

  /** Whether something would be lost if this object were. */
  get isNeeded(): boolean {
    return this.isUnsent || this.element !== null;
  }

  /** The user is in it, or it has letters that are not saved: it must not be taken from the screen. */
  get isHeld(): boolean {
    return this.isUnsent || this.isFocused();
  }

  /** A saving was refused, and the user has to do something about it. */
  get isStuck(): boolean {
    return this.isContested || this.wasRefused;
  }

  attach(element: HTMLTextAreaElement | null): () => void {
    this.element = element;
    // A row that comes back shows what was typed, not what it was first drawn with.
    if (element !== null) this.write();
    else this.acceptLatest(false);
    this.owner.onStatus(this);
    return () => {
      if (element !== null && this.element === element) this.attach(null);
    };
  }

  input(next: string): void {
    if (this.owner.composition.isComposing()) this.compose(next);
    // The input event that some browsers send behind compositionend.
    else if (this.composed !== null) this.commit(next);
    else this.type(next, false);
  }

  flush(): Promise<void> {
    this.hand();
    this.acceptLatest(false);
    return this.owner.whenSaved();
  }

  async replace(text: string): Promise<void> {
    await new Promise<void>((resolve) => this.owner.composition.afterComposition(resolve));
    this.hand();
    this.last = null;
    this.setTyped(text);
    this.write();
    this.group = this.owner.newGroup();
    await this.flush();
  }

  async keepMine(): Promise<void> {
    const { conflict } = this.state.get();
    if (conflict === null) return;
    this.resolve(conflict);
    this.handed = conflict.text;
    this.group = this.owner.newGroup();
    await this.flush();
  }

  takeTheirs(): void {
    const { conflict } = this.state.get();
    if (conflict === null) return;
    this.resolve(conflict);
    this.put(conflict.text, conflict.revision);
  }

  private resolve(theirs: ServerText): void {
    this.isContested = false;
    this.revision = theirs.revision;
    this.setState({ conflict: null });
    this.owner.onStatus(this);
  }

  /** The row was made with its first letters: what is typed on belongs to the step that made it. */
  begin(group: string): void {
    this.group = group;
    this.last = lastTyped({ start: 0, removed: '', inserted: this.typed }, this.owner.clock(), false);
  }

  /** Something is done to the text as it is now: what is typed next is a step of its own. */
  endStep(): void {
    this.last = null;
  }

  /** The session changed the text by another way than typing: split, merge, replace, Undo. */
  put(text: string, revision: number = this.revision): void {
    clearTimeout(this.timer);
    this.unsentSinceMs = null;
    this.last = null;
    this.latest = null;
    this.wasRefused = false;
    this.isOrphan = false;
    this.handed = text;
    this.revision = revision;
    this.setTyped(text);
    this.write();
    this.owner.onStatus(this);
  }

  /** The back end's text. Into a focused field only when forced; never over letters that are not saved. */
  accept(server: ServerText, isForced: boolean): void {
    this.latest = server;
    this.acceptLatest(isForced);
  }

  acceptLatest(isForced: boolean): void {
    const { latest } = this;
    if (latest === null) return;
    if (this.isContested) {
      this.contest(latest);
      return;
    }
    if (this.wasRefused) {
      this.handed = latest.text;
      this.revision = latest.revision;
      // The row is there again: what was typed into it goes after it.
      if (this.isOrphan) {
        this.isOrphan = false;
        this.hand();
        if (this.latest === null) return;
      }
    }
    if (isForced && this.composed !== null) {
      this.owner.composition.afterComposition(() => this.acceptLatest(true));
      return;
    }
    if (this.isUnsent) {
      // The user's own step back, and a letter typed meanwhile: the letter stands, on the ground of the older text.
      if (isForced) this.revision = latest.revision;
      return;
    }
    if (latest.text === this.typed) {
      this.revision = latest.revision;
      this.latest = null;
    } else if (isForced || !this.isFocused()) {
      this.put(latest.text, latest.revision);
    }
  }

  /** A saving has landed. */
  answered(revision: number): void {
    this.revision = revision;
    this.latest = null;
    this.wasRefused = false;
    this.isOrphan = false;
  }

  /** The row has this revision now, and what is typed stays as it is: it goes on the ground of that one. */
  goOn(revision: number): void {
    this.revision = revision;
    this.latest = null;
    if (!this.isOrphan) return;
    this.wasRefused = false;
    this.isOrphan = false;
    this.hand();
  }

  /** Somebody wrote a newer text, which is being read: nothing is sent until the user has chosen. */
  conflicted(): void {
    clearTimeout(this.timer);
    this.latest = null;
    this.isContested = true;
    this.owner.onStatus(this);
  }

  private contest(theirs: ServerText): void {
    this.latest = null;
    if (theirs.text === this.typed) {
      this.resolve(theirs);
      this.handed = theirs.text;
    } else {
      this.setState({ conflict: theirs });
    }
    this.owner.onStatus(this);
  }

  /** It was not taken; what was typed stays, and is tried again with the next letter or flush, or when its row is back. */
  refused(isRowGone: boolean): void {
    this.wasRefused = true;
    this.isOrphan = isRowGone;
    this.handed = null;
    this.owner.onStatus(this);
  }

  /** Hands what was typed to the session. */
  hand(): void {
    clearTimeout(this.timer);
    this.unsentSinceMs = null;
    if (this.typed === this.handed || this.isContested || this.state.get().isTooLong) return;
    this.handed = this.typed;
    this.latest = null;
    this.owner.send(this, this.typed, this.group);
    this.owner.onStatus(this);
  }

  private compose(next: string): void {
    const isBeginning = this.composed === null;
    this.composed = next;
    this.setState({ isBlank: isBlank(next) });
    if (!isBeginning) return;
    this.owner.onStatus(this);
    this.owner.composition.afterComposition(() => {
      if (this.composed !== null) this.commit(this.element?.value ?? this.composed);
    });
  }

  /** A composition has ended: a step of its own, saved at once. */
  private commit(next: string): void {
    this.composed = null;
    this.type(next, true);
    this.hand();
    this.setState({ isBlank: isBlank(this.typed) });
    this.owner.onStatus(this);
  }

  private type(next: string, isComposed: boolean): void {
    if (next === this.typed) return;
    const nowMs = this.owner.clock();
    const change = changedStretch(this.typed, next);
    if (!continuesStep(this.last, change, nowMs, isComposed)) {
      // What is not saved yet belongs to the step before.
      this.hand();
      this.group = this.owner.newGroup();
    }
    this.last = lastTyped(change, nowMs, isComposed);
    this.setTyped(next);
    this.unsentSinceMs ??= nowMs;
    this.handSoon(Math.min(quietMs, this.unsentSinceMs + longestMs - nowMs));
    this.owner.onStatus(this);
  }

  private handSoon(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        // Half a character of an input method that sends it in two; the other half comes at once.
        if (this.typed.isWellFormed()) this.hand();
        else this.handSoon(quietMs);
      },
      Math.max(0, delayMs),
    );
  }

  private setTyped(next: string): void {
    this.typed = next;
    this.setState({ isBlank: isBlank(next), isTooLong: next.length > longestText(this.place.kind) });
  }

  private setState(change: Partial<TextState>): void {
    const before = this.state.get();
    const next = { ...before, ...change };
    const isSame =
      next.isBlank === before.isBlank && next.isTooLong === before.isTooLong && next.conflict === before.conflict;
    if (!isSame) this.state.set(next);
  }

  /** Shows the text in the field; a caret in it stands behind what has changed. */
  private write(): void {
    const { element, typed } = this;
    if (element === null || element.value === typed) return;
    const { start, inserted } = changedStretch(element.value, typed);
    element.value = typed;
    if (this.isFocused()) element.setSelectionRange(start + inserted.length, start + inserted.length);
  }

  private isFocused(): boolean {
    return this.element !== null && this.element.ownerDocument.activeElement === this.element;
  }
}
