export interface ChoicesInOrder {
  /** Whether a choice still waits for its answer, so that one more has to wait for it too. */
  isWaiting: () => boolean;
  /** Does `choose` with what is found, after everything that was added before. */
  add: <Found>(found: Promise<Found>, choose: (found: Found) => void) => void;
}

/**
 * Choices typed faster than they are looked up. An answer may overtake the one before it; the choices keep the order in
 * which they were typed. One whose answer fails is left out, the others follow.
 */
export function createChoicesInOrder(): ChoicesInOrder {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    isWaiting: () => waiting > 0,
    add(found, choose) {
      waiting += 1;
      last = Promise.allSettled([found, last]).then(([answer]) => {
        waiting -= 1;
        if (answer.status === 'fulfilled') choose(answer.value);
        else reportError(answer.reason);
      });
    },
  };
}
