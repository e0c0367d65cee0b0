import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { type Layout, layOut } from './layout.ts';
import type { RegisterPage } from './register-props.ts';

/** So many rows are read at a time. */
export const pageRows = 100;
/** What was filtered by a letter of a word is not kept as long as other answers. */
const keptMs = 60_000;
/** Most that one call answers. */
const mostRows = 500;

/** The part of a register that has been read and is on screen. */
export interface ShownPages<Row, Head> {
  /** What chose the rows, see {@link usePages}. */
  list: string;
  all: number;
  shown: number;
  layout: Layout;
  pages: ReadonlyMap<number, RegisterPage<Row, Head>>;
}

export interface RegisterPages<Row, Head> {
  /** null: nothing has been read yet. May still be that of the list before, while another one is read. */
  shown: ShownPages<Row, Head> | null;
  /** Set when the last reading failed; what was read before stays. */
  error: Error | null;
  /** Rows `from` … `to`, both included, without those of which there are several; at most `most`. */
  read: (from: number, to: number, most: number) => Promise<Row[]>;
}

export interface PagesOptions<Row, Head> {
  queryKey: readonly unknown[];
  /** Names what chooses and orders the rows: while another list is read, the one before stays in sight. */
  list: string;
  load: (window: { offset: number; limit: number }) => Promise<RegisterPage<Row, Head>>;
  /** Numbers of the pages that are in sight or near it. */
  wanted: readonly number[];
}

/** Reads a register page by page, and again whatever of it is in sight when data changes. */
export function useRegisterPages<Row, Head>(options: PagesOptions<Row, Head>): RegisterPages<Row, Head> {
  const { queryKey, list, load, wanted } = options;
  const results = useQueries({
    queries: wanted.map((page) => ({
      queryKey: [...queryKey, 'register', list, page],
      queryFn: () => load({ offset: page * pageRows, limit: pageRows }),
      gcTime: keptMs,
    })),
  });
  const [before, setBefore] = useState<ShownPages<Row, Head> | null>(null);
  const shown = merge(before, list, wanted, results);
  if (shown !== before) setBefore(shown);
  const read = useCallback(
    async (from: number, to: number, most: number) => {
      const last = Math.min(to, from + most - 1);
      const rows: Row[] = [];
      for (let offset = from; offset <= last; offset += mostRows) {
        const limit = Math.min(mostRows, last - offset + 1);
        const page = await load({ offset, limit });
        rows.push(...page.rows.map(({ row }) => row));
      }
      return rows;
    },
    [load],
  );
  const error = results.find((result) => result.error !== null)?.error ?? null;
  return useMemo(() => ({ shown, error, read }), [shown, error, read]);
}

function merge<Row, Head>(
  before: ShownPages<Row, Head> | null,
  list: string,
  wanted: readonly number[],
  results: readonly UseQueryResult<RegisterPage<Row, Head>>[],
): ShownPages<Row, Head> | null {
  const isSame = before?.list === list;
  const pages = new Map<number, RegisterPage<Row, Head>>();
  let newest: UseQueryResult<RegisterPage<Row, Head>> | undefined;
  for (const [index, page] of wanted.entries()) {
    const result = results[index];
    const data = result?.data ?? (isSame ? before.pages.get(page) : undefined);
    if (data !== undefined) pages.set(page, data);
    if (result?.data !== undefined && (!newest || result.dataUpdatedAt > newest.dataUpdatedAt)) newest = result;
  }
  if (newest?.data === undefined) return before;
  if (isSame && pages.size === before.pages.size && [...pages].every(([page, data]) => before.pages.get(page) === data))
    return before;
  const { all, shown, groups } = newest.data;
  return { list, all, shown, layout: layOut(groups), pages };
}

export function rowAt<Row, Head>(shown: ShownPages<Row, Head>, offset: number): Row | undefined {
  return shown.pages.get(Math.floor(offset / pageRows))?.rows[offset % pageRows]?.row;
}

/** The heading of the group whose first row is `offset`. */
export function headOf<Row, Head>(shown: ShownPages<Row, Head>, groupId: string, offset: number): Head | undefined {
  const first = shown.pages.get(Math.floor(offset / pageRows))?.heads[groupId];
  if (first !== undefined) return first;
  for (const page of shown.pages.values()) if (page.heads[groupId] !== undefined) return page.heads[groupId];
  return undefined;
}
