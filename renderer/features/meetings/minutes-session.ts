import { v7 as newId } from 'uuid';
import type { Action, Entry, EntryKind } from '#shared/contract/entries.ts';
import type { Language } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { addSaver, refreshSaving } from '../../app/saving.ts';
import { createStore, type Store } from '../../app/store.ts';
import { createTextBuffer, type TextBuffer } from './text-buffer.ts';

/** A change that is shown before the back end has answered, and for as long as what was read is older than the answer. */
interface Operation {
  apply: (entries: Entry[]) => Entry[];
  answeredAtMs: number | null;
}

/** Only while the meeting goes on does a row carry the time of day at which it was taken down. */
type NewEntry = Pick<Entry, 'agendaItemId' | 'kind' | 'speakerAttendanceId' | 'sourceLanguage' | 'orderKey'> & {
  isLive: boolean;
};

type EntryPatch = Partial<Omit<Entry, 'id' | 'meetingId' | 'texts'>>;

interface WaitingChange {
  patch: EntryPatch;
  shown: Operation;
  send: () => Promise<void>;
  timer: ReturnType<typeof setTimeout>;
}

const quietMs = 600;

const patching = (id: string, patch: EntryPatch) => (entries: Entry[]) =>
  entries.map((entry) => (entry.id === id ? { ...entry, ...patch } : entry));

const unwritten = { text: '', revision: 0, baseRevision: null, status: 'draft' } as const;
export const emptyAction: Action = { owners: [], due: null, dueAtNextMeeting: false, status: 'open' };

/**
 * The minutes of one meeting while they are edited. Lives as long as the page, so that a text that could not be saved
 * yet is still there when the user comes back to the tab.
 */
export class MinutesSession {
  readonly operations: Store<readonly Operation[]> = createStore<readonly Operation[]>([]);
  private readonly buffers = new Map<string, TextBuffer>();
  private readonly storing = new Map<string, Promise<unknown>>();
  private readonly waiting = new Map<string, WaitingChange>();
  private wantedFocus: { entryId: string; language: Language } | null = null;
  private readonly meetingId: string;

  constructor(meetingId: string) {
    this.meetingId = meetingId;
    addSaver({
      state: () => {
        const states = [...this.buffers.values()].map((buffer) => buffer.status());
        return {
          unsaved: this.waiting.size > 0 || states.some((state) => state.unsaved),
          saving: states.some((state) => state.saving),
          failed: states.some((state) => state.failed),
        };
      },
      flush: async () => {
        await Promise.all([
          ...[...this.buffers.values()].map((buffer) => buffer.flush()),
          ...[...this.waiting.values()].map((change) => change.send()),
        ]);
      },
    });
  }

  /** Forgets what the back end's own answer shows by now. */
  settle(readAtMs: number): void {
    const open = this.operations.get().filter(({ answeredAtMs }) => answeredAtMs === null || answeredAtMs >= readAtMs);
    if (open.length < this.operations.get().length) this.operations.set(open);
  }

  buffer(entry: Entry, language: Language): TextBuffer {
    const key = `${entry.id}/${language}`;
    const known = this.buffers.get(key);
    if (known) return known;
    const { text, revision } = entry.texts[language];
    const made = createTextBuffer({
      entryId: entry.id,
      language,
      text,
      revision,
      whenStored: async () => {
        await this.storing.get(entry.id);
      },
      readServer: async () => {
        const { entries } = await api.meetings.get({ id: this.meetingId });
        return entries.find((candidate) => candidate.id === entry.id)?.texts[language] ?? { text: '', revision: 0 };
      },
    });
    this.buffers.set(key, made);
    return made;
  }

  async add({ isLive, ...place }: NewEntry): Promise<void> {
    const entry: Entry = {
      id: newId(),
      meetingId: this.meetingId,
      ...place,
      atMs: isLive ? Date.now() : null,
      texts: { en: unwritten, ru: unwritten, zh: unwritten },
      action: place.kind === 'action' ? emptyAction : null,
    };
    this.wantedFocus = { entryId: entry.id, language: entry.sourceLanguage };
    const call = api.entries.add(entry);
    this.storing.set(entry.id, call);
    await this.run((entries) => (entries.some(({ id }) => id === entry.id) ? entries : [...entries, entry]), call);
  }

  async update(entry: Entry, patch: EntryPatch): Promise<void> {
    const before = this.stopWaiting(entry.id);
    const merged = { ...before, ...patch };
    const send = async (): Promise<void> => {
      await this.storing.get(entry.id);
      await api.entries.update({ id: entry.id, ...merged });
    };
    await this.run(patching(entry.id, merged), send());
  }

  /** For fields that report every keystroke, e.g. the year of a date: shown at once, saved when it has been quiet. */
  updateSoon(entry: Entry, patch: EntryPatch): void {
    const merged = { ...this.stopWaiting(entry.id), ...patch };
    const shown: Operation = { apply: patching(entry.id, merged), answeredAtMs: null };
    const send = (): Promise<void> => this.update(entry, {});
    this.operations.set([...this.operations.get(), shown]);
    this.waiting.set(entry.id, { patch: merged, shown, send, timer: setTimeout(() => void send(), quietMs) });
    refreshSaving();
  }

  /** Takes a change back that has not been sent, and answers it, so that the next one carries it along. */
  private stopWaiting(entryId: string): EntryPatch | undefined {
    const change = this.waiting.get(entryId);
    if (!change) return undefined;
    clearTimeout(change.timer);
    this.waiting.delete(entryId);
    this.operations.set(this.operations.get().filter((operation) => operation !== change.shown));
    return change.patch;
  }

  setKind(entry: Entry, kind: EntryKind): Promise<void> {
    if (kind === entry.kind) return Promise.resolve();
    return this.update(entry, { kind, ...(kind === 'action' && entry.action === null && { action: emptyAction }) });
  }

  async remove(entry: Entry, words: { removed: string; undo: string }): Promise<void> {
    await this.storing.get(entry.id);
    await Promise.all((['en', 'ru', 'zh'] as const).map((language) => this.buffer(entry, language).flush()));
    const isDone = await this.run(
      (entries) => entries.filter(({ id }) => id !== entry.id),
      api.entries.remove({ id: entry.id }),
    );
    if (isDone) notify(words.removed, { label: words.undo, run: () => void undo() });
  }

  wantFocus(entryId: string, language: Language): void {
    this.wantedFocus = { entryId, language };
  }

  /** Whether this field is the one that shall have the focus now; answers yes once. */
  takeFocus(entryId: string, language: Language): boolean {
    const wanted = this.wantedFocus;
    if (wanted?.entryId !== entryId || wanted.language !== language) return false;
    this.wantedFocus = null;
    return true;
  }

  private async run(apply: Operation['apply'], call: Promise<unknown>): Promise<boolean> {
    const operation: Operation = { apply, answeredAtMs: null };
    this.operations.set([...this.operations.get(), operation]);
    const others = () => this.operations.get().filter((other) => other !== operation);
    try {
      await call;
      const answered = { apply, answeredAtMs: performance.now() };
      this.operations.set(this.operations.get().map((other) => (other === operation ? answered : other)));
      refreshSaving(Date.now());
      return true;
    } catch (error) {
      this.operations.set(others());
      notifyError(error);
      return false;
    }
  }
}

/** The entries as the user shall see them now, from what was read and what was done since. */
export function applyOperations(operations: readonly Operation[], entries: Entry[], readAtMs: number): Entry[] {
  return operations
    .filter(({ answeredAtMs }) => answeredAtMs === null || answeredAtMs >= readAtMs)
    .reduce((before, operation) => operation.apply(before), entries);
}

const sessions = new Map<string, MinutesSession>();

export function minutesSession(meetingId: string): MinutesSession {
  const known = sessions.get(meetingId) ?? new MinutesSession(meetingId);
  sessions.set(meetingId, known);
  return known;
}
