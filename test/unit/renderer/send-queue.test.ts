import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { type Sending, SendQueue } from '../../../renderer/features/minutes/model/send-queue.ts';

const makeQueue = (): SendQueue => new SendQueue({ onChange: () => undefined, onIdle: () => undefined });

/** A call that ends when the test says so. */
function makeSending(): Sending & { call: PromiseWithResolvers<null>; wasRefused: boolean } {
  const call = Promise.withResolvers<null>();
  const sending = {
    call,
    wasRefused: false,
    records: [],
    send: async () => {
      await call.promise;
    },
    refuse: () => {
      sending.wasRefused = true;
    },
  };
  return sending;
}

test.each(['drained', 'settled'] as const)(
  'has not %s while a call waits, even if the last one was dropped',
  async (ask) => {
    const queue = makeQueue();
    const [first, second, last] = [makeSending(), makeSending(), makeSending()];
    for (const sending of [first, second, last]) void queue.add(sending);
    let isDone = false;
    const done = queue[ask]().then(() => (isDone = true));
    queue.drop((sending) => sending === last);
    first.call.reject(new ORPCError('NOT_FOUND'));
    await expect.poll(() => queue.unattempted).toEqual([]);
    expect([first.wasRefused, isDone]).toEqual([true, false]);
    second.call.resolve(null);
    await done;
    expect(queue.isIdle).toBe(true);
  },
);
