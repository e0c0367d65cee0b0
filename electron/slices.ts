import { setImmediate } from 'node:timers/promises';

/** Longest stretch of work before other calls are answered, in ms: half a frame of the screen. */
const sliceMs = 8;

/** Cuts long work into slices: `if (slices.areDue()) await slices.pause()`. */
export interface Slices {
  areDue(): boolean;
  pause(): Promise<void>;
}

export function startSlices(): Slices {
  let startedMs = performance.now();
  return {
    areDue: () => performance.now() - startedMs >= sliceMs,
    async pause() {
      await setImmediate();
      startedMs = performance.now();
    },
  };
}
