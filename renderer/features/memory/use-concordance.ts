import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MemoryUnit } from '#shared/contract/memory.ts';
import { query as calls } from '../../app/api.ts';

const firstUnits = 30;
const mostUnits = 200;

export interface Concordance {
  /** What is looked for; empty: nothing. */
  query: string;
  /** undefined while there is no answer yet. */
  units: readonly MemoryUnit[] | undefined;
  isMore: boolean;
  /** Why there is no answer. */
  error: unknown;
  ask: (query: string) => void;
  /** Shows more of them; null when that is all there is to see. */
  more: (() => void) | null;
}

/** Texts of the memory with certain words, as the user asks for them. */
export function useConcordance(first = ''): Concordance {
  const [{ query, limit }, setAsked] = useState({ query: first, limit: firstUnits });
  const { data, error } = useQuery(
    calls.memory.concordance.queryOptions({
      input: { query, limit },
      enabled: query !== '',
      placeholderData: keepPreviousData,
    }),
  );
  const isMore = query !== '' && data?.isMore === true;
  return {
    query,
    units: query === '' ? undefined : data?.units,
    isMore,
    error,
    ask: (wanted) => setAsked({ query: wanted, limit: firstUnits }),
    more: isMore && limit < mostUnits ? () => setAsked({ query, limit: mostUnits }) : null,
  };
}
