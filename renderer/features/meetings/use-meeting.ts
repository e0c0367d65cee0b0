import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { api } from '../../app/api.ts';

/** A meeting as read, and when the reading began: an editor must not take a text that was read before its own saving. */
export interface MeetingReading {
  readAtMs: number;
  detail: MeetingDetail;
}

export function meetingOptions(id: string) {
  return queryOptions({
    queryKey: ['meeting', id],
    queryFn: async (): Promise<MeetingReading> => {
      const readAtMs = performance.now();
      return { readAtMs, detail: await api.meetings.get({ id }) };
    },
  });
}

/** The meeting of the present route; undefined only until the page around the tabs has read it. */
export function useMeeting(): MeetingReading | undefined {
  const { meetingId }: { meetingId: string } = useParams({ from: '/meetings/$meetingId' });
  return useQuery(meetingOptions(meetingId)).data;
}
