import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TimelineInput } from '#shared/contract/timeline.ts';
import { api, query } from '../../app/api.ts';
import { gather, type TimelineData } from './events.ts';

/** What the filter leaves; while another one is read, what the one before left. */
export function useTimeline(input: TimelineInput): TimelineData | undefined {
  const { data, error } = useQuery({
    queryKey: query.timeline.list.key({ input }),
    queryFn: async ({ signal }) => gather(await api.timeline.list(input, { signal })),
    placeholderData: keepPreviousData,
    structuralSharing: false,
  });
  if (error) throw error;
  return data;
}
