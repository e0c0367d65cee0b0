import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { TimelineInput } from '#shared/contract/timeline.ts';
import { api, query } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { gather, type TimelineData } from './events.ts';

const timelineQuery = (input: TimelineInput) =>
  queryOptions({
    queryKey: query.timeline.list.key({ input }),
    queryFn: async ({ signal }) => gather(await api.timeline.list(input, { signal })),
    structuralSharing: false,
  });

/** Asks while the page itself is still being loaded. */
export function readAhead(input: TimelineInput): void {
  // The page itself says what went wrong.
  queryClient.query(timelineQuery(input)).catch(() => undefined);
}

/** What the filter leaves; while another one is read, what the one before left. */
export function useTimeline(input: TimelineInput): TimelineData | undefined {
  const { data, error } = useQuery({ ...timelineQuery(input), placeholderData: keepPreviousData });
  if (error) throw error;
  return data;
}
