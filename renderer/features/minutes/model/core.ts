import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/contract.ts';
import type { Entry } from '#shared/contract/entries.ts';
import type { MinutesDelta } from '#shared/contract/minutes.ts';
import { cleanText } from '#shared/domain/clean-text.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import type { Saver } from '../../../app/saving.ts';
import { createStore, type Store } from '../../../app/store.ts';
import { isRefusal } from './failures.ts';
import { firstState, type OpenedMinutes, withDelta, withEntries, withText, withWhole } from './minutes-state.ts';
import { Reading } from './reading.ts';
import { type Sending, SendQueue, savedAt } from './send-queue.ts';
import type { Composition, SessionBuffer } from './text-buffer.ts';
import { TextBuffers } from './text-buffers.ts';
import type { MinutesState } from './types.ts';

/** What a session needs of the page around it, or of a test. */
export interface SessionSurroundings {
  api: ContractRouterClient<Contract>;
  open?: ContractRouterClient<Contract>['minutes']['open'];
  composition: Composition;
  /** Hears of every write of the back end, and when the page has found it again. */
  onChange: (listener: () => void) => () => void;
  /** Hears when calls can be expected to get through again. */
  onConnected: (listener: () => void) => () => void;
  saving: {
    add: (saver: Saver) => void;
    refresh: (savedAtMs?: number) => void;
  };
  /** Undo and redo of the product; they say what they did, and never reject. */
  history: { undo: () => Promise<void>; redo: () => Promise<void> };
  say: {
    error: (error: unknown) => void;
    removed: (count: number, undo: () => void) => void;
  };
  newId: () => string;
  clock: () => number;
}

export interface SendOptions extends Omit<Sending, 'refuse' | 'send'> {
  send: () => Promise<unknown>;
  /** Instead of saying the error; the state is read anew in either case. */
  refuse?: (error: unknown) => void;
}

interface TextSending extends Sending {
  buffer: SessionBuffer;
  group: string;
  text: string;
}

/** State, queue and buffers of one meeting, and how they stay in step with the back end. */
export class SessionCore {
  readonly meetingId: string;
  readonly state: Store<MinutesState>;
  readonly around: SessionSurroundings;
  readonly queue: SendQueue;
  readonly buffers: TextBuffers;
  private readonly reading: Reading;
  private readonly later = new Map<string, { run: () => void; timer: ReturnType<typeof setTimeout> }>();
  private hasSaidRefusal = false;
  /** Rows that a step of Undo has changed under calls that wait. */
  private readonly stepped = new Set<string>();

  static async open(meetingId: string, around: SessionSurroundings): Promise<SessionCore> {
    return new SessionCore(meetingId, around, await (around.open ?? around.api.minutes.open)({ meetingId }));
  }

  private constructor(meetingId: string, around: SessionSurroundings, opened: OpenedMinutes & { position: number }) {
    this.meetingId = meetingId;
    this.around = around;
    this.state = createStore(firstState(opened));
    this.queue = new SendQueue({
      onChange: () => around.saving.refresh(),
      onIdle: () => this.reading.catchUp(),
    });
    const { minutes } = around.api;
    this.reading = new Reading(
      {
        open: () => minutes.open({ meetingId }),
        since: (position) => minutes.since({ meetingId, position }),
        isAtRest: () => this.queue.isIdle && this.later.size === 0,
        sent: () => this.queue.added,
        isGone: () => this.state.get().isGone,
        takeWhole: (whole, isForced) => this.takeWhole(whole, isForced),
        takeDelta: (delta, isForced) => this.takeDelta(delta, isForced),
        gone: () => this.gone(),
        onRead: () => {
          this.stepped.clear();
          this.hasSaidRefusal = false;
        },
      },
      opened.position,
    );
    this.buffers = new TextBuffers(
      {
        composition: around.composition,
        send: (buffer, text, group) => this.sendText(buffer, text, group),
        whenSaved: () => this.queue.drained(),
        newGroup: around.newId,
        clock: around.clock,
      },
      () => around.saving.refresh(),
    );
    around.saving.add({
      state: () => ({
        unsaved: !this.queue.isIdle || this.later.size > 0 || this.buffers.unsent,
        saving: this.queue.isSending,
        failed: this.queue.failure !== null || this.buffers.failed,
      }),
      flush: async () => {
        await this.settle();
      },
    });
  }

  /** Follows the changes of the back end until the answer is called. */
  follow(): () => void {
    const stops = [
      this.around.onChange(() => this.refresh()),
      this.around.onConnected(() => {
        this.queue.retryNow();
        this.refresh();
      }),
    ];
    this.refresh();
    return () => stops.forEach((stop) => stop());
  }

  /** Shows a change at once. */
  change(change: (state: MinutesState) => MinutesState): void {
    this.state.set(change(this.state.get()));
  }

  changeEntries(changed: readonly Entry[], removedIds: readonly string[] = []): void {
    this.change((state) => withEntries(state, changed, removedIds));
  }

  /** Sends a change that is shown already; resolves when it has landed or was refused. */
  send({ send, refuse, ...options }: SendOptions): Promise<unknown> {
    return this.queue.add({
      ...options,
      send: async () => {
        const answer = await send();
        this.around.saving.refresh(savedAt(answer) ?? this.around.clock());
      },
      refuse: (error) => {
        if (refuse) refuse(error);
        else this.takeBack(error);
      },
    });
  }

  /** A change that was shown was refused: says so, and shows how things stand. */
  takeBack(error: unknown): void {
    this.readAnew();
    void this.sayRefusal(error);
  }

  /** Shows how things stand, also in focused fields. */
  readAnew(): void {
    this.reading.distrust(true);
  }

  /** Runs when it has been quiet for a while, or before anything else of the row is sent. */
  soon(key: string, quietMs: number, send: () => void): void {
    clearTimeout(this.later.get(key)?.timer);
    const run = (): void => {
      clearTimeout(this.later.get(key)?.timer);
      this.later.delete(key);
      send();
    };
    this.later.set(key, { run, timer: setTimeout(run, quietMs) });
    this.around.saving.refresh();
  }

  /** Sends at once what waits for quiet: of these rows, or everything. */
  hand(entryIds?: readonly string[]): void {
    for (const [key, { run }] of [...this.later]) if (entryIds?.includes(key) !== false) run();
    this.buffers.hand(entryIds && new Set(entryIds));
  }

  /** Whether all of it has landed; false as soon as the back end cannot take it now. */
  async settle(): Promise<boolean> {
    this.hand();
    this.queue.retryNow();
    return (await this.queue.settled()) && !this.buffers.unsent;
  }

  text(entryId: string, language: Language): SessionBuffer {
    const stored = this.state.get().entries.get(entryId)?.texts[language];
    return this.buffers.get(entryId, language, stored ?? { text: '', revision: 0 });
  }

  /** The revision that the text on screen is based on. */
  revisionOf(entryId: string, language: Language): number {
    const buffer = this.buffers.find(entryId, language);
    return buffer?.revision ?? this.state.get().entries.get(entryId)?.texts[language].revision ?? 0;
  }

  /** A text was written: by this session, so that field and state know its revision. */
  setRevision(entryId: string, language: Language, revision: number): void {
    this.buffers.find(entryId, language)?.answered(revision);
    const entry = this.state.get().entries.get(entryId);
    if (entry === undefined) return;
    const baseRevision =
      entry.sourceLanguage === language || entry.texts[entry.sourceLanguage].revision === 0
        ? entry.texts[language].baseRevision
        : entry.texts[entry.sourceLanguage].revision;
    this.changeEntries([withText(entry, language, { revision, baseRevision })]);
  }

  /** Asks what has changed; the answer counts only if nothing was done meanwhile. */
  refresh(isForced = false): void {
    this.reading.refresh(isForced);
  }

  /** Brings in what a step of Undo has changed, while the rows that wait to be sent stay as they are. */
  async readAfterStep(): Promise<void> {
    const delta = await this.reading.since();
    const waiting = this.queue.behindHead;
    const busy = new Set(waiting.flatMap(({ entryIds }) => entryIds ?? []));
    const isMeetingBusy = waiting.some(({ entryIds }) => entryIds === null);
    const lists = isMeetingBusy ? { meeting: null, agenda: null, attendance: null } : {};
    const entries = delta.entries.filter(({ id }) => !busy.has(id));
    this.takeDelta({
      ...delta,
      ...lists,
      entries,
      removedEntryIds: delta.removedEntryIds.filter((id) => !busy.has(id)),
    });
    // What is being typed just now goes on the ground of what the step left.
    for (const entry of delta.entries) {
      if (!busy.has(entry.id)) continue;
      this.stepped.add(entry.id);
      for (const language of languages) {
        this.buffers.find(entry.id, language)?.goOn(entry.texts[language].revision);
      }
    }
    if (waiting.length === 0) this.reading.position = delta.position;
    else this.refresh(true);
  }

  /** Reads what the back end made of a row, so that what is typed into it next is based on that. */
  async learn(entryId: string, expected: Record<Language, string>): Promise<void> {
    const delta = await this.reading.since();
    const entry = delta.entries.find(({ id }) => id === entryId);
    if (entry === undefined) return;
    for (const language of languages) {
      const { text, revision } = entry.texts[language];
      if (text === cleanText(expected[language]) || this.stepped.has(entryId))
        this.setRevision(entryId, language, revision);
    }
  }

  private sendText(buffer: SessionBuffer, text: string, group: string): void {
    const { entryId, language } = buffer;
    this.hand([entryId]);
    // Read after it: another text of the row may have been handed over on the way.
    const entry = this.state.get().entries.get(entryId);
    if (entry === undefined) return;
    this.changeEntries([withText(entry, language, { text: cleanText(text), status: 'draft' })]);
    const isSame = (sending: Sending): sending is TextSending =>
      'buffer' in sending && sending.buffer === buffer && 'group' in sending && sending.group === group;
    const waiting = this.queue.unattempted.findLast(isSame);
    if (waiting !== undefined) {
      waiting.text = text;
      return;
    }
    const sending: TextSending = {
      buffer,
      group,
      text,
      entryIds: [entryId],
      send: async () => {
        const { revision, savedAtMs } = await this.around.api.entries.saveText({
          entryId,
          language,
          text: sending.text,
          revision: buffer.revision,
          group,
        });
        this.setRevision(entryId, language, revision);
        this.around.saving.refresh(savedAtMs);
      },
      refuse: (error) => {
        if (isRefusal(error, 'CONFLICT')) this.conflict(buffer);
        else this.refuseText(buffer, error);
      },
    };
    void this.queue.add(sending);
  }

  /** Somebody wrote a newer text: what waits of this one is kept in its field, and the user chooses. */
  conflict(buffer: SessionBuffer): void {
    buffer.conflicted();
    this.queue.drop((sending) => 'buffer' in sending && sending.buffer === buffer);
    this.reading.distrust();
    this.refresh();
  }

  private refuseText(buffer: SessionBuffer, error: unknown): void {
    this.queue.drop((sending) => 'buffer' in sending && sending.buffer === buffer);
    // A row that was removed here as well has nobody to whom its letters could be shown.
    if (this.state.get().entries.has(buffer.entryId)) buffer.refused(isRefusal(error, 'NOT_FOUND'));
    this.reading.distrust();
    void this.sayRefusal(error);
  }

  /** Says one refusal for all that follow from it; a meeting that is gone says it itself. */
  private async sayRefusal(error: unknown): Promise<void> {
    if (this.hasSaidRefusal) return;
    this.hasSaidRefusal = true;
    if (isRefusal(error, 'NOT_FOUND') && (await this.isGone())) return;
    this.around.say.error(error);
  }

  private async isGone(): Promise<boolean> {
    try {
      await this.reading.since();
    } catch (error) {
      if (!isRefusal(error, 'NOT_FOUND')) return false;
      this.gone();
      return true;
    }
    return false;
  }

  private gone(): void {
    this.queue.drop(() => true);
    this.change((state) => (state.isGone ? state : { ...state, isGone: true }));
  }

  private takeWhole(opened: OpenedMinutes, isForced: boolean): void {
    this.change((state) => withWhole(state, opened));
    const { entries } = this.state.get();
    this.buffers.forget(this.buffers.entryIds.filter((id) => !entries.has(id)));
    this.buffers.accept(entries.values(), isForced);
  }

  private takeDelta(delta: MinutesDelta, isForced = true): void {
    this.change((state) => withDelta(state, delta));
    this.buffers.forget(delta.removedEntryIds);
    this.buffers.accept(delta.entries, isForced);
  }
}
