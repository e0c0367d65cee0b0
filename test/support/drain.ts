/** Waits for the last of some events, whatever they say. */
export async function drain(events: PromiseLike<AsyncIterable<unknown>>): Promise<void> {
  const steps = (await events)[Symbol.asyncIterator]();
  while ((await steps.next()).done !== true);
}
