import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FollowedKind, RecordReference } from '#shared/contract/follow-up.ts';
import { api } from '../../app/api.ts';
import { todayHere } from '../../app/today.ts';
import { useSettled } from '../../app/use-settled.ts';

/** More than that is no list to choose from: one types another word. */
const shownMost = 30;
const stillMs = 150;

/** One more than is shown tells whether there are more; what is excluded may be among the first. */
async function find(kind: FollowedKind, text: string, limit: number): Promise<RecordReference[]> {
  const window = { text, today: todayHere(), offset: 0, limit };
  switch (kind) {
    case 'action': {
      const { rows } = await api.actions.list({ ...window, sort: 'meeting', isDescending: true });
      return rows.map(({ row }) => ({ ...row, kind, id: row.entryId, state: row.status }));
    }
    case 'decision': {
      const { rows } = await api.decisions.list(window);
      return rows.map(({ row }) => ({ ...row, kind, id: row.entryId }));
    }
    case 'proposal': {
      const { rows } = await api.proposals.list(window);
      return rows.map(({ row }) => ({ ...row, kind, id: row.entryId, state: row.stage }));
    }
    case 'agreement': {
      const { rows } = await api.agreements.list(window);
      return rows.map(({ row }) => ({ ...row, kind, id: row.agreementId, text: row.title, state: row.standing }));
    }
  }
}

export interface FoundRecords {
  records: RecordReference[];
  isSearching: boolean;
  isMore: boolean;
}

/** The records of a register in which every typed word stands, newest meeting first; read only while `isWanted`. */
export function useFoundRecords(
  kind: FollowedKind,
  typed: string,
  isWanted: boolean,
  exclude: readonly string[],
): FoundRecords {
  const text = useSettled(typed, stillMs).trim();
  const limit = shownMost + 1 + exclude.length;
  const { data, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['records-for-picker', kind, text, limit],
    queryFn: () => find(kind, text, limit),
    enabled: isWanted,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return useMemo(() => {
    // A record stands under each of several partners; here it is offered once.
    const found = new Map(data?.map((record) => [record.id, record]));
    for (const id of exclude) found.delete(id);
    const records = [...found.values()].slice(0, shownMost);
    const isSearching = isFetching && (isPlaceholderData || data === undefined);
    return { records, isSearching, isMore: found.size > shownMost };
  }, [data, isFetching, isPlaceholderData, exclude]);
}
