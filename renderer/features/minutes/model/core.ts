import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/contract.ts';
import type { Entry } from '#shared/contract/entries.ts';
import type { MinutesDelta } from '#shared/contract/minutes.ts';
import type { Heading } from '#shared/contract/translations.ts';
import { cleanText } from '#shared/domain/clean-text.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import type { Saver } from '../../../app/saving.ts';
import { createStore, type Store } from '../../../app/store.ts';
import { isRefusal } from './failures.ts';
import { firstState, type OpenedMinutes, withDelta, withEntries, withWhole } from './minutes-state.ts';
import { Reading } from './reading.ts';
import { type Sending, SendQueue, savedAt } from './send-queue.ts';
import { SessionTexts } from './session-texts.ts';
import type { Composition } from './text-buffer.ts';
import { TextBuffers } from './text-buffers.ts';
import { keyOf } from './text-kinds.ts';
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

/** State, queue and buffers of one meeting, and how they stay in step with the back end. */
export class SessionCore {
  readonly meetingId: string;
  readonly state: Store<MinutesState>;
  readonly around: SessionSurroundings;
  readonly queue: SendQueue;
  readonly buffers: TextBuffers;
  readonly texts: SessionTexts;
  private readonly reading: Reading;
  private readonly later = new Map<string, { run: () => void; timer: ReturnType<typeof setTimeout> }>();
  private hasSaidRefusal = false;
  /** Rows and headings, by key, that a step of Undo has changed under calls that wait. */
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
        send: (buffer, text, group) => this.texts.send(buffer, text, group),
        whenSaved: () => this.queue.drained(),
        newGroup: around.newId,
        clock: around.clock,
      },
      () => around.saving.refresh(),
    );
    this.texts = new SessionTexts({
      api: around.api,
      state: this.state,
      queue: this.queue,
      buffers: this.buffers,
      hand: (keys) => this.hand(keys),
      saved: (atMs) => around.saving.refresh(atMs),
      distrust: () => this.reading.distrust(),
      refresh: () => this.refresh(),
      sayRefusal: (error) => void this.sayRefusal(error),
    });
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

  /** Sends at once what waits for quiet: of these rows and headings, by key, or everything. */
  hand(keys?: readonly string[]): void {
    for (const [key, { run }] of [...this.later]) if (keys?.includes(key) !== false) run();
    this.buffers.hand(keys && new Set(keys));
  }

  /** Whether all of it has landed; false as soon as the back end cannot take it now. */
  async settle(): Promise<boolean> {
    this.hand();
    this.queue.retryNow();
    return (await this.queue.settled()) && !this.buffers.unsent;
  }

  /** Asks what has changed; the answer counts only if nothing was done meanwhile. */
  refresh(isForced = false): void {
    this.reading.refresh(isForced);
  }

  /** Brings in what a step of Undo has changed, while the texts that wait to be sent stay as they are. */
  async readAfterStep(): Promise<void> {
    const delta = await this.reading.since();
    const waiting = this.queue.behindHead;
    const busy = new Set(waiting.flatMap(({ records }) => records ?? []));
    const isMeetingBusy = waiting.some(({ records }) => records === null);
    const lists = isMeetingBusy ? { meeting: null, agenda: null, attendance: null } : {};
    const kept = new Map(this.state.get().headings.map((heading) => [keyOf(heading), heading]));
    const isBusy = (heading: Heading): boolean => busy.has(keyOf(heading));
    this.takeDelta({
      ...delta,
      ...lists,
      entries: delta.entries.filter(({ id }) => !busy.has(id)),
      removedEntryIds: delta.removedEntryIds.filter((id) => !busy.has(id)),
      headings: delta.headings?.map((read) => (isBusy(read) ? (kept.get(keyOf(read)) ?? read) : read)) ?? null,
    });
    // What is being typed just now goes on the ground of what the step left.
    for (const { id, texts } of delta.entries) if (busy.has(id)) this.goOn(id, texts);
    for (const heading of delta.headings ?? []) if (isBusy(heading)) this.goOn(keyOf(heading), heading.texts);
    if (waiting.length === 0) this.reading.position = delta.position;
    else this.refresh(true);
  }

  private goOn(key: string, texts: Entry['texts']): void {
    this.stepped.add(key);
    for (const language of languages) this.buffers.find(key, language)?.goOn(texts[language].revision);
  }

  /** Reads what the back end made of a row, so that what is typed into it next is based on that. */
  async learn(entryId: string, expected: Record<Language, string>): Promise<void> {
    const delta = await this.reading.since();
    const entry = delta.entries.find(({ id }) => id === entryId);
    if (entry === undefined) return;
    for (const language of languages) {
      const { text, revision } = entry.texts[language];
      if (text === cleanText(expected[language]) || this.stepped.has(entryId))
        this.texts.setRevision({ kind: 'entry', id: entryId, language }, revision);
    }
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
    const items = new Set(opened.detail.agenda.map(({ id }) => id));
    this.change((state) => withWhole(state, { ...opened, headings: this.texts.withHeld(opened.headings, items) }));
    this.texts.forgetGone();
    const { entries, headings } = this.state.get();
    this.texts.accept(entries.values(), headings, isForced);
  }

  private takeDelta(delta: MinutesDelta, isForced = true): void {
    const items = new Set((delta.agenda ?? this.state.get().agenda).map(({ id }) => id));
    const headings = delta.headings && this.texts.withHeld(delta.headings, items);
    this.change((state) => withDelta(state, { ...delta, headings: headings && [...headings] }));
    this.buffers.forget(delta.removedEntryIds);
    if (headings !== null) this.texts.forgetGone();
    this.texts.accept(delta.entries, headings ?? [], isForced);
  }
}
