import { QueryClient } from '@tanstack/react-query';

/*
 * The data is on this machine: «offline» must not pause anything, and only the change stream makes it stale (ux, section 3).
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/**
 * Reads again what is on screen, after a change. What is being read for the very first time is read once more: TanStack
 * Query lets such a reading go on and takes its answer for fresh (query.ts, `fetch`), though it may be from before.
 */
export async function readAnew(client: QueryClient = queryClient): Promise<void> {
  const begun = client
    .getQueryCache()
    .findAll({ fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined });
  const stale = client.invalidateQueries();
  if (begun.length > 0) {
    await Promise.allSettled(begun.flatMap(({ promise }) => promise ?? []));
    await client.invalidateQueries({ predicate: (query) => begun.includes(query) });
  }
  await stale;
}
