import type { ReactElement } from 'react';
import { LongTable } from './long-table.tsx';
import { ShortTable } from './short-table.tsx';
import { useSortedRows } from './sort-rows.ts';
import type { DataTableProps } from './table-column.ts';

export type { DataTableProps, TableColumn } from './table-column.ts';

/** From here on only the rows on screen are drawn, one line each: 20,000 whole rows take minutes to mount (measured). */
const longTableRows = 60;

/** A table with arrow keys, type-ahead and sortable heads. For registers use ListFrame, which holds one. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  return <SortedTable {...props} rows={useSortedRows(props.rows, props.columns, props.sort)} />;
}

/** The same over rows that are in order already. */
export function SortedTable<Row>(props: DataTableProps<Row>): ReactElement {
  return props.rows.length > longTableRows ? <LongTable {...props} /> : <ShortTable {...props} />;
}
