import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { readAnew } from '../../../renderer/app/query-client.ts';

test('what was read for the first time while it changed is read once more', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  let stored = 'before';
  let reads = 0;
  let answer = (): void => undefined;
  const observer = new QueryObserver(client, {
    queryKey: ['check'],
    queryFn: async () => {
      const read = stored;
      reads += 1;
      // The first answer is slow: the change comes in between.
      if (reads === 1) await new Promise<void>((resolve) => (answer = resolve));
      return read;
    },
  });
  const stop = observer.subscribe(() => undefined);
  await expect.poll(() => reads).toBe(1);
  stored = 'after';
  const done = readAnew(client);
  answer();
  await done;
  expect(observer.getCurrentResult().data).toBe('after');
  stop();
});

test('what was read before is read again once', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  let reads = 0;
  const observer = new QueryObserver(client, { queryKey: ['list'], queryFn: () => Promise.resolve((reads += 1)) });
  const stop = observer.subscribe(() => undefined);
  await expect.poll(() => observer.getCurrentResult().data).toBe(1);
  await readAnew(client);
  expect(reads).toBe(2);
  stop();
});
