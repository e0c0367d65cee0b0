import { appendFileSync } from 'node:fs';

/** The promises of README, by their numbers. */
export type PromiseId = `P${number}`;

/** How often the long trials repeat what the short ones do once; 1 in `npm test`. */
export const isFull = process.env.TRILOGUE_TRIALS === 'full';

/** So many trials in `npm test`, or so many where the long ones were asked for (`npm run promises`). */
export const trialCount = (short: number, full: number): number => (isFull ? full : short);

/**
 * Says how many trials a test has made for a promise, for the table of `npm run promises`. To be called when they have
 * been made, whether they passed or not; the test itself fails when one did. `note`: a figure worth a line, in English.
 */
export function reportTrials(promise: PromiseId, trials: number, note = ''): void {
  const path = process.env.TRILOGUE_TRIALS_FILE;
  if (path !== undefined) appendFileSync(path, `${JSON.stringify({ promise, trials, note })}\n`);
}
