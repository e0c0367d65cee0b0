import type { ReactNode } from 'react';
import type { SortDescriptor } from 'react-aria-components';

export interface TableColumn<Row> {
  id: string;
  /** In the interface language. */
  title: string;
  cell: (row: Row) => ReactNode;
  /** Makes the column sortable by a text, in the order that readers of the interface language expect. */
  sortText?: (row: Row) => string;
  /** Makes the column sortable by anything else, e.g. numbers. */
  compare?: (a: Row, b: Row) => number;
  /** The column that names the row; exactly one. */
  isRowHeader?: boolean;
  isNumber?: boolean;
  /** Share of the width in long tables, whose columns cannot follow their contents. Default 1. */
  share?: number;
}

export interface DataTableProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly TableColumn<Row>[];
  rowId: (row: Row) => string;
  rowHref?: (row: Row) => string;
  sort?: SortDescriptor;
  onSort?: (sort: SortDescriptor) => void;
  /** What stands in place of rows. */
  empty: string;
  /** What the rows were chosen by: when it changes, a long table begins at its top again. */
  view?: string;
}

export const isSortable = <Row>(column: TableColumn<Row>): boolean =>
  column.sortText !== undefined || column.compare !== undefined;
