import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactElement } from 'react';
import { Cell, Column, Row as AriaRow, Table, TableBody, TableHeader } from 'react-aria-components';
import { classes } from './classes.ts';
import { type DataTableProps, isSortable } from './table-column.ts';
import fieldStyles from './field.module.css';
import styles from './list-frame.module.css';

/** The table whose columns follow their contents. */
export function ShortTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { label, rows, columns, rowId, rowHref, sort, onSort, empty } = props;
  return (
    <Table
      aria-label={label}
      className={styles.table}
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
            allowsSorting={isSortable(column)}
          >
            {({ sortDirection }) => (
              <span className={styles.head}>
                {column.title}
                {sortDirection && <SortArrow direction={sortDirection} />}
              </span>
            )}
          </Column>
        ))}
      </TableHeader>
      <TableBody renderEmptyState={() => <p className={fieldStyles.none}>{empty}</p>}>
        {rows.map((row) => (
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
}

export function SortArrow({ direction }: { direction: 'ascending' | 'descending' }): ReactElement {
  return direction === 'ascending' ? <ArrowUp aria-hidden size={14} /> : <ArrowDown aria-hidden size={14} />;
}
