import { createStore, type Store } from '../../../app/store.ts';
import type { MinutesSession } from '../model/types.ts';
import type { LiveView } from './view.ts';

const tickMs = 1_000;
const tellMs = 30_000;
/** A tick that comes later than this was held up by a machine asleep: nobody discussed anything meanwhile. */
const asleepMs = 300_000;

/**
 * Measures how long the current agenda item has been discussed while the meeting is live, and tells the session.
 * Counts by the page's own monotonic time, so that a machine clock that is set has no effect.
 */
export class ItemClock {
  /** Whole seconds of the current item, those included which the back end does not know yet. */
  readonly seconds: Store<number> = createStore(0);
  private readonly session: MinutesSession;
  private readonly view: Store<LiveView>;
  private itemId: string;
  private lastTickMs = 0;
  /** Measured and not told yet. In a window that does not count nothing is owed. */
  private shownMs = 0;
  private owedMs = 0;
  /** Of the claim by which this window counts; null while another one does. */
  private claim: symbol | null = null;

  constructor(session: MinutesSession, view: Store<LiveView>) {
    this.session = session;
    this.view = view;
    this.itemId = view.get().itemId;
    this.refresh();
  }

  /** Runs until the answer is called, which tells what has been measured. */
  start(): () => void {
    this.lastTickMs = performance.now();
    const timer = setInterval(() => this.tick(), tickMs);
    const tell = () => {
      this.tick();
      this.tell();
    };
    const stops = [
      this.view.subscribe(() => this.follow()),
      this.session.state.subscribe(() => this.refresh()),
      this.count(),
    ];
    window.addEventListener('pagehide', tell);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', tell);
      tell();
      for (const stop of stops) stop();
    };
  }

  private tick(): void {
    const nowMs = performance.now();
    const passedMs = nowMs - this.lastTickMs;
    this.lastTickMs = nowMs;
    if (this.session.state.get().meeting.status !== 'live' || this.itemId === '' || passedMs > asleepMs) return;
    this.shownMs += passedMs;
    if (this.claim !== null) this.owedMs += passedMs;
    if (this.owedMs >= tellMs) this.tell();
    this.refresh();
  }

  private tell(): void {
    const seconds = Math.floor(this.owedMs / 1_000);
    if (seconds === 0) return;
    this.owedMs -= seconds * 1_000;
    this.shownMs -= seconds * 1_000;
    this.session.addTime(this.itemId, seconds);
  }

  private follow(): void {
    const { itemId } = this.view.get();
    if (itemId === this.itemId) return;
    this.tick();
    this.tell();
    this.itemId = itemId;
    this.shownMs = 0;
    this.owedMs = 0;
    this.refresh();
  }

  private refresh(): void {
    const known = this.session.state.get().spentSeconds[this.itemId] ?? 0;
    this.seconds.set(known + Math.floor(this.shownMs / 1_000));
  }

  /** Of several windows on one meeting only the one that was used last counts, or the time would be told twice. */
  private count(): () => void {
    const name = `minutes-time ${this.session.meetingId}`;
    let letGo = (): void => undefined;
    let isStopped = false;
    const claim = () => {
      if (this.claim !== null || isStopped) return;
      const own = Symbol(name);
      navigator.locks
        .request(name, { steal: true }, () => {
          if (isStopped) return;
          this.claim = own;
          return new Promise<void>((resolve) => (letGo = resolve));
        })
        .catch(() => {
          // Taken over by another window, or by a later claim of this one, which stands.
          if (this.claim === own) this.claim = null;
        });
    };
    claim();
    window.addEventListener('focus', claim);
    return () => {
      isStopped = true;
      window.removeEventListener('focus', claim);
      this.claim = null;
      letGo();
    };
  }
}
