import type { HelperEntry, HelperProcess, StartHelper } from './helper-process.ts';
import { residentBytes } from './resident-bytes.ts';

/** `crash`: the helper ended by itself. */
export type HelperFailureReason = 'deadline' | 'memory' | 'crash';

/** The work was given up and the helper is gone; nothing came of it. */
export class HelperFailure extends Error {
  readonly reason: HelperFailureReason;

  constructor(reason: HelperFailureReason) {
    super(`a helper process was ended: ${reason}`);
    this.name = 'HelperFailure';
    this.reason = reason;
  }
}

export interface HelperLimits {
  deadlineMs: number;
  /** Resident memory; watched on Linux, elsewhere the heap limit of the process holds alone. */
  memoryBytes: number;
  signal?: AbortSignal | undefined;
}

const memoryPollMs = 50;

/** A helper process that does one thing after the other. */
export interface OpenHelper {
  /** Says something to the helper and waits for its next message. Rejects with {@link HelperFailure}; the helper is gone then. */
  ask(message: unknown): Promise<unknown>;
  /** Ends the helper. */
  close(): void;
}

/** Starts a helper that is ended where it exceeds `limits`; the deadline is that of each answer. */
export function openHelper(startHelper: StartHelper, entry: HelperEntry, limits: HelperLimits): OpenHelper {
  const { deadlineMs, memoryBytes, signal } = limits;
  const helper = startHelper(entry);
  let waiting: { resolve: (answer: unknown) => void; reject: (error: Error) => void } | null = null;
  let deadline: NodeJS.Timeout | undefined;
  let ended: Error | null = null;

  const end = (error: Error): void => {
    if (ended !== null) return;
    ended = error;
    clearTimeout(deadline);
    clearInterval(poll);
    signal?.removeEventListener('abort', abort);
    helper.kill();
    waiting?.reject(error);
  };
  const abort = (): void => {
    end(signal?.reason instanceof Error ? signal.reason : new HelperFailure('deadline'));
  };
  const poll = setInterval(() => void watchMemory(helper, memoryBytes, end), memoryPollMs);
  helper.onMessage((answer) => {
    clearTimeout(deadline);
    const asked = waiting;
    waiting = null;
    asked?.resolve(answer);
  });
  // V8 aborts when an allocation fails; 134 is that signal as an exit code.
  helper.onExit((code, killedBy) => {
    end(new HelperFailure(killedBy === 'SIGABRT' || code === 134 ? 'memory' : 'crash'));
  });
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted === true) abort();

  return {
    ask(message) {
      if (ended !== null) return Promise.reject(ended);
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        deadline = setTimeout(() => {
          end(new HelperFailure('deadline'));
        }, deadlineMs);
        helper.postMessage(message);
      });
    },
    close() {
      end(new HelperFailure('crash'));
    },
  };
}

/**
 * Has one job done by a helper process of its own, which ends with it. The helper answers one message; it must be a
 * structured clone. Rejects with {@link HelperFailure}.
 */
export async function callHelper(
  startHelper: StartHelper,
  entry: HelperEntry,
  job: unknown,
  limits: HelperLimits,
): Promise<unknown> {
  const helper = openHelper(startHelper, entry, limits);
  try {
    return await helper.ask(job);
  } finally {
    helper.close();
  }
}

async function watchMemory(
  helper: HelperProcess,
  limitBytes: number,
  end: (failure: HelperFailure) => void,
): Promise<void> {
  const held = await residentBytes(helper.pid);
  if (held !== null && held > limitBytes) end(new HelperFailure('memory'));
}
