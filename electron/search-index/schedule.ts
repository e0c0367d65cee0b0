import type { Context } from '../context.ts';
import { memoryOf } from './memory.ts';
import { scrub } from './store.ts';

const delayMs = 1_000;

/**
 * Brings the index up to date within a second of each change, and once after the start. The index itself is loaded when
 * it is first needed, so start-up pays nothing.
 */
export function keepIndexCurrent(context: Context): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  const run = async (): Promise<void> => {
    try {
      const { bringUpToDate } = await import('./index.ts');
      await bringUpToDate(context);
    } catch (error) {
      context.log.bug(error);
    }
  };
  const schedule = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void run();
    }, delayMs).unref();
  };
  const unsubscribe = context.events.subscribe('change', schedule);
  schedule();
  return {
    /** Nothing is indexed any more; words of removed records leave the file. */
    async close() {
      const memory = memoryOf(context.connection);
      if (memory.isStopped) return;
      memory.isStopped = true;
      unsubscribe();
      clearTimeout(timer);
      await Promise.all([memory.running, memory.reading]);
      scrub(context.connection);
    },
  };
}
