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
  const helper = startHelper(entry);
  let poll: NodeJS.Timeout | undefined;
  let deadline: NodeJS.Timeout | undefined;
  let abort = (): void => undefined;
  try {
    return await new Promise<unknown>((resolve, reject) => {
      const giveUp = (reason: HelperFailureReason): void => {
        reject(new HelperFailure(reason));
      };
      helper.onMessage(resolve);
      // V8 aborts when an allocation fails; 134 is that signal as an exit code.
      helper.onExit((code, signal) => {
        giveUp(signal === 'SIGABRT' || code === 134 ? 'memory' : 'crash');
      });
      deadline = setTimeout(() => {
        giveUp('deadline');
      }, limits.deadlineMs);
      poll = setInterval(() => void watchMemory(helper, limits.memoryBytes, giveUp), memoryPollMs);
      abort = () => {
        reject(limits.signal?.reason instanceof Error ? limits.signal.reason : new HelperFailure('deadline'));
      };
      limits.signal?.addEventListener('abort', abort, { once: true });
      helper.postMessage(job);
    });
  } finally {
    clearTimeout(deadline);
    clearInterval(poll);
    limits.signal?.removeEventListener('abort', abort);
    helper.kill();
  }
}

async function watchMemory(
  helper: HelperProcess,
  limitBytes: number,
  giveUp: (reason: HelperFailureReason) => void,
): Promise<void> {
  const held = await residentBytes(helper.pid);
  if (held !== null && held > limitBytes) giveUp('memory');
}
