import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import {
  Cell,
  Column,
  Row as AriaRow,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import { classes } from './classes.ts';
import fieldStyles from './field.module.css';
import styles from './list-frame.module.css';

export interface TableColumn<Row> {
  id: string;
  /** In the interface language. */
  title: string;
  cell: (row: Row) => ReactNode;
  /** Makes the column sortable; use `format.compare` for texts. */
  compare?: (a: Row, b: Row) => number;
  /** The column that names the row; exactly one. */
  isRowHeader?: boolean;
  isNumber?: boolean;
  /** Share of the width in long tables, whose columns cannot follow their contents. Default 1. */
  share?: number;
}

/** From here on only the rows on screen are drawn, one line each: 2,000 whole rows took half a minute to mount (measured). */
const longTableRows = 60;
const layoutOptions = { rowHeight: 34, headingHeight: 36 };

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
}

/** A table with arrow keys, type-ahead and sortable heads. For registers use ListFrame, which holds one. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { label, rows, columns, rowId, rowHref, sort, onSort, empty } = props;
  const sorted = useMemo(() => {
    const compare = columns.find((column) => column.id === sort?.column)?.compare;
    if (!compare) return rows;
    const sign = sort?.direction === 'descending' ? -1 : 1;
    return rows.toSorted((a, b) => sign * compare(a, b));
  }, [rows, columns, sort]);

  const isLong = sorted.length > longTableRows;
  const table = (
    <Table
      aria-label={label}
      className={classes(styles.table, isLong && styles.longTable)}
      {...(sort && { sortDescriptor: sort })}
      {...(onSort && { onSortChange: onSort })}
    >
      <TableHeader>
        {columns.map((column) => (
          <Column
            key={column.id}
            id={column.id}
            className={styles.column}
            isRowHeader={column.isRowHeader ?? false}
            defaultWidth={`${column.share ?? 1}fr`}
            minWidth={110}
            allowsSorting={column.compare !== undefined}
          >
            {({ sortDirection }) => (
              <span className={styles.head}>
                {column.title}
                {sortDirection === 'ascending' && <ArrowUp aria-hidden size={14} />}
                {sortDirection === 'descending' && <ArrowDown aria-hidden size={14} />}
              </span>
            )}
          </Column>
        ))}
      </TableHeader>
      <TableBody renderEmptyState={() => <p className={fieldStyles.none}>{empty}</p>}>
        {sorted.map((row) => (
          <AriaRow key={rowId(row)} id={rowId(row)} className={styles.row} {...(rowHref && { href: rowHref(row) })}>
            {columns.map((column) => (
              <Cell
                key={column.id}
                className={classes(styles.cell, column.isRowHeader && styles.strong)}
                data-align={column.isNumber ? 'end' : undefined}
              >
                {column.cell(row)}
              </Cell>
            ))}
          </AriaRow>
        ))}
      </TableBody>
    </Table>
  );
  // The key keeps React Aria from taking one kind of table for the other.
  return isLong ? (
    <Virtualizer key="long" layout={TableLayout} layoutOptions={layoutOptions}>
      {table}
    </Virtualizer>
  ) : (
    table
  );
}
