import { useMemo } from 'react';
import type { SortDescriptor } from 'react-aria-components';
import { useFormat } from '../app/format.ts';
import type { TableColumn } from './table-column.ts';

/** Rows in ascending order, kept while both the list and the column are there: a list is sorted by one column more than once. */
const known = new WeakMap<readonly unknown[], WeakMap<object, readonly unknown[]>>();

/** The rows as the head of a column asks for them. 20,000 names are put in order once; turning them round costs nothing. */
export function useSortedRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: SortDescriptor | undefined,
): readonly Row[] {
  const format = useFormat();
  return useMemo(() => {
    const column = columns.find((candidate) => candidate.id === sort?.column);
    if (!column) return rows;
    const orders = known.get(rows) ?? new WeakMap<object, readonly unknown[]>();
    known.set(rows, orders);
    const ascending =
      (orders.get(column) as readonly Row[] | undefined) ?? putInOrder(rows, column, (a, b) => format.compare(a, b));
    orders.set(column, ascending);
    return sort?.direction === 'descending' ? ascending.toReversed() : ascending;
  }, [rows, columns, sort, format]);
}

function putInOrder<Row>(
  rows: readonly Row[],
  { sortText, compare }: TableColumn<Row>,
  compareTexts: (a: string, b: string) => number,
): readonly Row[] {
  if (sortText === undefined) return compare === undefined ? rows : rows.toSorted(compare);
  // Comparing by a collator is what costs: each text takes part once, however many rows have it.
  const texts = rows.map(sortText);
  const ranks = new Map([...new Set(texts)].sort(compareTexts).map((text, rank) => [text, rank]));
  return rows
    .map((row, index) => ({ row, rank: ranks.get(texts[index] ?? '') ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
}
