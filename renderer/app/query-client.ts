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
