import { failureKind } from './failures.ts';

/** One call that waits for its turn. */
export interface Sending {
  /** Makes the call. It may have landed already when an earlier attempt had no answer. */
  send: () => Promise<void>;
  /** The back end will never take it. */
  refuse: (error: unknown) => void;
  /** Whether a refusal of a call that was sent again says that the first attempt has landed. */
  hasLanded?: (error: unknown) => boolean;
  /** Rows and headings that it changes, by their keys (text-kinds.ts); null for other parts of the meeting. */
  records: readonly string[] | null;
  /** Steps of Undo go around the other savers, which must not wait for them. */
  isBarrier?: boolean;
}

const retryDelaysMs = [500, 1_000, 2_000, 5_000, 10_000];
const faultAttempts = 3;

export interface SendQueueOptions {
  /** Something waits, is sent, fails or has landed. */
  onChange: () => void;
  onIdle: () => void;
}

interface Waiting extends Sending {
  isAttempted: boolean;
  isUncertain: boolean;
  faults: number;
  done: PromiseWithResolvers<null>;
}

/** Calls in order, one after the other; one without an answer stays at the head and is sent again until it has one. */
export class SendQueue {
  private waiting: Waiting[] = [];
  private isRunning = false;
  private failures = 0;
  private lastError: unknown = null;
  /** Between two attempts. */
  private isPausing = false;
  private wake: (() => void) | null = null;
  private watchers = new Set<() => void>();
  /** Counts what was ever put in, so that a reading can tell whether something was meanwhile. */
  added = 0;
  private readonly options: SendQueueOptions;

  constructor(options: SendQueueOptions) {
    this.options = options;
  }

  get isIdle(): boolean {
    return this.waiting.length === 0;
  }

  /** What keeps the head from landing; null while nothing does. */
  get failure(): unknown {
    return this.lastError;
  }

  get isSending(): boolean {
    return this.waiting.length > 0 && this.lastError === null;
  }

  /** What waits behind the call that is being made. */
  get behindHead(): readonly Sending[] {
    return this.waiting.slice(1);
  }

  /** What no attempt was made for yet, newest last. */
  get unattempted(): readonly Sending[] {
    return this.waiting.filter((sending) => !sending.isAttempted);
  }

  /** Puts a call in; resolves when it has landed or was refused. */
  add(sending: Sending): Promise<unknown> {
    const done = Promise.withResolvers<null>();
    this.added += 1;
    this.waiting.push(Object.assign(sending, { isAttempted: false, isUncertain: false, faults: 0, done }));
    this.changed();
    void this.run();
    return done.promise;
  }

  /** Puts a call before everything but the head. */
  addNext(sending: Sending): void {
    const done = Promise.withResolvers<null>();
    this.added += 1;
    this.waiting.splice(1, 0, Object.assign(sending, { isAttempted: false, isUncertain: false, faults: 0, done }));
  }

  /** Takes out what was never sent. */
  drop(isDropped: (sending: Sending) => boolean): void {
    const dropped = this.waiting.filter((sending) => !sending.isAttempted && isDropped(sending));
    if (dropped.length === 0) return;
    this.waiting = this.waiting.filter((sending) => !dropped.includes(sending));
    for (const sending of dropped) sending.done.resolve(null);
    this.changed();
  }

  /** Sends a failed head again at once. */
  retryNow(): void {
    this.wake?.();
  }

  /** Resolves when all that waits now has landed or was refused. */
  async drained(): Promise<void> {
    // All of it: the last one may be dropped before those ahead of it have landed.
    await Promise.all(this.waiting.map(({ done }) => done.promise));
  }

  /** As {@link drained}, but false as soon as the head cannot be sent, or a step of Undo is under way. */
  settled(): Promise<boolean> {
    const asked = new Set(this.waiting);
    if (asked.size === 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      const watch = (): void => {
        const isDone = !this.waiting.some((sending) => asked.has(sending));
        const [head] = this.waiting;
        if (!isDone && !this.isPausing && !(head?.isBarrier === true && head.isAttempted)) return;
        this.watchers.delete(watch);
        resolve(isDone);
      };
      this.watchers.add(watch);
      watch();
    });
  }

  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    for (let head = this.waiting[0]; head !== undefined; head = this.waiting[0]) {
      head.isAttempted = true;
      this.changed();
      if (await this.attempt(head)) {
        this.waiting = this.waiting.filter((sending) => sending !== head);
        head.done.resolve(null);
        this.changed();
      }
    }
    this.isRunning = false;
    this.options.onIdle();
  }

  /** Whether the call is done with. */
  private async attempt(head: Waiting): Promise<boolean> {
    try {
      await head.send();
    } catch (error) {
      const kind = failureKind(error);
      head.faults += kind === 'fault' ? 1 : 0;
      if (kind === 'passing' || (kind === 'fault' && head.faults < faultAttempts)) {
        head.isUncertain = true;
        await this.pause(error);
        return false;
      }
      if (!(head.isUncertain && head.hasLanded?.(error) === true)) head.refuse(error);
    }
    this.failures = 0;
    this.lastError = null;
    return true;
  }

  private async pause(error: unknown): Promise<void> {
    const delayMs = retryDelaysMs[Math.min(this.failures, retryDelaysMs.length - 1)] ?? 0;
    this.failures += 1;
    this.lastError = error;
    this.isPausing = true;
    this.changed();
    await new Promise<void>((resolve) => {
      this.wake = () => {
        clearTimeout(timer);
        // At once: whoever waits from now on shall hear how the next attempt went, not how the last one did.
        this.isPausing = false;
        this.wake = null;
        resolve();
      };
      const timer = setTimeout(this.wake, delayMs);
    });
  }

  private changed(): void {
    for (const watch of [...this.watchers]) watch();
    this.options.onChange();
  }
}

/** Some calls answer the instant of their commit. */
export function savedAt(answer: unknown): number | null {
  const hasInstant = typeof answer === 'object' && answer !== null && 'savedAtMs' in answer;
  return hasInstant && typeof answer.savedAtMs === 'number' ? answer.savedAtMs : null;
}
