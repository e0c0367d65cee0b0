import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { DuplicateKind, DuplicatePair } from '#shared/contract/duplicates.ts';
import { query } from '../../app/api.ts';
import type { DuplicatesSearch } from './search.ts';

const route = getRouteApi('/contacts/duplicates');
const queueOptions = query.duplicates.list.queryOptions({ input: {} });

export interface Queue {
  /** Of the chosen kind, best first; undefined while the register is looked through for the first time. */
  pairs: DuplicatePair[] | undefined;
  /** How many there are of each kind. */
  counts: Record<DuplicateKind, number>;
  /** The register is looked through once more, the pairs are those of before. */
  isRefreshing: boolean;
  /** The pair that is compared; null for the two of the address when they are not proposed. */
  selected: DuplicatePair | null;
  /** The two records to compare; null where there is nothing to. */
  shown: { a: string; b: string } | null;
  kind: DuplicateKind | undefined;
  setKind: (kind: DuplicateKind | undefined) => void;
  select: (pair: DuplicatePair) => void;
  /** Goes on to the next pair and takes those out of sight that a decision has settled. */
  settle: (isSettled: (pair: DuplicatePair) => boolean) => void;
}

/** The proposed pairs and the one that is looked at, which the address knows: it survives a reload and can be linked to. */
export function useQueue(): Queue {
  const { a, b, kind }: DuplicatesSearch = route.useSearch();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data, error, isFetching } = useQuery(queueOptions);
  if (error) throw error;

  const pairs = data?.filter((pair) => kind === undefined || pair.kind === kind);
  const asked = a !== undefined && b !== undefined ? { a, b } : null;
  const selected = (asked ? pairs?.find((pair) => isPairOf(pair, asked)) : pairs?.[0]) ?? null;
  const show = (pair: DuplicatePair | undefined) =>
    void navigate({
      to: '/contacts/duplicates',
      search: { ...(pair && { a: pair.a.id, b: pair.b.id }), ...(kind && { kind }) },
      replace: true,
    });

  return {
    pairs,
    counts: { person: countOf(data, 'person'), organization: countOf(data, 'organization') },
    isRefreshing: isFetching && data !== undefined,
    selected,
    shown: selected ? { a: selected.a.id, b: selected.b.id } : asked,
    kind,
    setKind: (wanted) =>
      void navigate({ to: '/contacts/duplicates', search: wanted ? { kind: wanted } : {}, replace: true }),
    select: show,
    settle: (isSettled) => {
      const open = pairs?.filter((pair) => pair !== selected && !isSettled(pair)) ?? [];
      const place = selected ? (pairs?.indexOf(selected) ?? 0) : 0;
      const later = pairs?.slice(place).find((pair) => open.includes(pair));
      // The scan that follows every change says the same, only later.
      client.setQueryData(queueOptions.queryKey, (known) => known?.filter((pair) => !isSettled(pair)));
      show(later ?? open.at(-1));
    },
  };
}

function isPairOf(pair: DuplicatePair, { a, b }: { a: string; b: string }): boolean {
  return (pair.a.id === a && pair.b.id === b) || (pair.a.id === b && pair.b.id === a);
}

function countOf(pairs: DuplicatePair[] | undefined, kind: DuplicateKind): number {
  return pairs?.filter((pair) => pair.kind === kind).length ?? 0;
}
