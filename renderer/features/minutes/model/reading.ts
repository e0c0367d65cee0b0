import type { MinutesDelta } from '#shared/contract/minutes.ts';
import { isRefusal } from './failures.ts';
import type { OpenedMinutes } from './minutes-state.ts';

/** What reading needs of the session. */
export interface ReadingSurroundings {
  open: () => Promise<OpenedMinutes & { position: number }>;
  since: (position: number) => Promise<MinutesDelta>;
  /** What is shown but waits for quiet is not known to the back end: its answer would take it away. */
  isAtRest: () => boolean;
  /** Grows with every change that is to be sent. */
  sent: () => number;
  /** The state says that the meeting is not there. */
  isGone: () => boolean;
  takeWhole: (opened: OpenedMinutes, isForced: boolean) => void;
  takeDelta: (delta: MinutesDelta, isForced: boolean) => void;
  /** There is no such meeting any more. */
  gone: () => void;
  /** State and back end agree. */
  onRead: () => void;
}

/** Brings what the back end knows into the state, whenever nothing is on its way there. */
export class Reading {
  /** Of the last change that the state has taken in. */
  position: number;
  private readonly around: ReadingSurroundings;
  private isReading = false;
  /** Something happened that is not read yet. */
  private isStale = false;
  /** What was shown was refused: only a whole reading says how things stand. */
  private isWrong = false;
  /** The next reading goes into focused fields as well. */
  private isForced = false;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(around: ReadingSurroundings, position: number) {
    this.around = around;
    this.position = position;
  }

  /** Asks what has changed; the answer counts only if nothing was done meanwhile. */
  refresh(isForced = false): void {
    this.isStale = true;
    this.isForced ||= isForced;
    if (this.around.isAtRest()) void this.read();
  }

  /** What is shown may be wrong: the next reading is of everything. */
  distrust(isForced = false): void {
    this.isWrong = true;
    this.isForced ||= isForced;
  }

  /** Reads what could not be read while something was on its way. */
  catchUp(): void {
    if (this.isStale || this.isWrong) void this.read();
  }

  /** What has happened since, without taking it in. */
  since(): Promise<MinutesDelta> {
    return this.around.since(this.position);
  }

  private async read(): Promise<void> {
    if (this.isReading) return;
    this.isReading = true;
    clearTimeout(this.retry);
    try {
      while ((this.isStale || this.isWrong) && this.around.isAtRest()) await this.readOnce();
    } catch (error) {
      if (isRefusal(error, 'NOT_FOUND')) this.around.gone();
      // Whoever brings the connection back asks as well; this is for a back end that was only slow.
      else this.retry = setTimeout(() => this.refresh(), 2_000);
    } finally {
      this.isReading = false;
    }
  }

  private async readOnce(): Promise<void> {
    const { around, isForced } = this;
    const sent = around.sent();
    const isWhole = this.isWrong || around.isGone();
    this.isStale = false;
    let take: () => void;
    try {
      if (isWhole) {
        const opened = await around.open();
        take = () => {
          around.takeWhole(opened, isForced);
          this.position = opened.position;
        };
      } else {
        const delta = await this.since();
        take = () => {
          around.takeDelta(delta, isForced);
          this.position = delta.position;
        };
      }
    } catch (error) {
      this.isStale = !isRefusal(error, 'NOT_FOUND');
      if (!this.isStale) this.isWrong = false;
      throw error;
    }
    if (sent !== around.sent() || !around.isAtRest()) {
      this.isStale = true;
      return;
    }
    take();
    if (isWhole) this.isWrong = false;
    this.isForced = false;
    around.onRead();
  }
}
