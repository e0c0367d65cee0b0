import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useRouter } from '@tanstack/react-router';
import { memo, type ReactElement, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { classes } from './classes.ts';
import { type DataTableProps, isSortable, type TableColumn } from './table-column.ts';
import styles from './list-frame.module.css';
import { SortArrow } from './short-table.tsx';
import { useGridKeys } from './use-grid-keys.ts';

const rowHeightPx = 34;
const headHeightPx = 36;
const narrowestColumnPx = 126;

/**
 * The table of which only the rows on screen are drawn, for registers of any length: 20,000 rows open and turn round
 * at once, where React Aria's own table needs seconds (measured). Keys as in the ARIA grid pattern: arrows, Home, End,
 * PageUp, PageDown and the first letters of a name move; Enter opens; from the first row the arrow leads up to the heads.
 */
export function LongTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { label, rows, columns, rowId, rowHref, sort, onSort, view } = props;
  const router = useRouter();
  const scroll = useRef<HTMLDivElement>(null);
  /** The row that has the focus, or will have it when one comes in with Tab. */
  const [activeId, setActiveId] = useState<string | null>(null);
  const found = activeId === null ? 0 : rows.findIndex((row) => rowId(row) === activeId);
  const active = Math.max(0, found);

  // The active row stays drawn wherever one scrolls to: the focus would be lost with it.
  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
    [active],
  );
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing made from it is memoised
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeightPx,
    overscan: 12,
    scrollMargin: headHeightPx,
    scrollPaddingStart: headHeightPx,
    rangeExtractor,
  });

  const shownView = `${view ?? ''}/${String(sort?.column)}/${sort?.direction ?? ''}`;
  useLayoutEffect(() => {
    scroll.current?.scrollTo({ top: 0 });
  }, [shownView]);

  const wanted = useRef<number | null>(null);
  const moveTo = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    wanted.current = index;
    setActiveId(rowId(row));
    virtualizer.scrollToIndex(index, { align: 'auto' });
    focusWanted();
  };
  const focusWanted = () => {
    const row = scroll.current?.querySelector<HTMLElement>(`[data-index="${String(wanted.current)}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  };
  useLayoutEffect(() => {
    if (wanted.current !== null) focusWanted();
  });

  const sortBy = (column: TableColumn<Row>) => {
    const isTurned = sort?.column === column.id && sort.direction === 'ascending';
    onSort?.({ column: column.id, direction: isTurned ? 'descending' : 'ascending' });
  };
  const nameColumn = columns.find((column) => column.isRowHeader);
  const keys = useGridKeys({
    active,
    count: rows.length,
    pageRows: () => Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 0) - headHeightPx) / rowHeightPx) - 1),
    nameOf: (index) => (rows[index] === undefined ? '' : (nameColumn?.sortText?.(rows[index]) ?? '')),
    moveTo,
  });

  const gridTemplateColumns = columns
    .map(({ share = 1 }) => `minmax(${String(narrowestColumnPx)}px, ${String(share)}fr)`)
    .join(' ');
  return (
    <div
      ref={scroll}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      className={classes(styles.table, styles.longTable)}
      onKeyDown={keys}
    >
      <div className={styles.longInner} style={{ minWidth: columns.length * narrowestColumnPx }}>
        <div role="rowgroup" className={styles.longHeads}>
          <div role="row" aria-rowindex={1} className={styles.longRow} style={{ gridTemplateColumns }}>
            {columns.map((column) => (
              <div
                key={column.id}
                role="columnheader"
                className={styles.column}
                {...(isSortable(column) && {
                  tabIndex: -1,
                  'aria-sort': sort?.column === column.id ? sort.direction : 'none',
                  onClick: () => sortBy(column),
                  'data-sortable': true,
                })}
              >
                <span className={styles.head}>
                  {column.title}
                  {sort?.column === column.id && <SortArrow direction={sort.direction} />}
                </span>
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.longRows} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <LongRow
                key={rowId(row)}
                row={row}
                id={rowId(row)}
                index={index}
                top={start - headHeightPx}
                columns={columns as readonly TableColumn<unknown>[]}
                gridTemplateColumns={gridTemplateColumns}
                href={rowHref && router.history.createHref(rowHref(row))}
                isActive={index === active}
                onFocus={setActiveId}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface LongRowProps {
  row: unknown;
  id: string;
  index: number;
  /** Distance from the top of the rows, in px. */
  top: number;
  columns: readonly TableColumn<unknown>[];
  gridTemplateColumns: string;
  href: string | undefined;
  isActive: boolean;
  onFocus: (id: string) => void;
}

const LongRow = memo(function LongRow(props: LongRowProps): ReactElement {
  const { row, id, index, top, columns, gridTemplateColumns, href, isActive, onFocus } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      tabIndex={isActive ? 0 : -1}
      className={classes(styles.row, styles.longRow)}
      style={{ gridTemplateColumns, transform: `translateY(${String(top)}px)` }}
      onFocus={() => onFocus(id)}
      onClick={({ target, currentTarget }) => {
        if (!(target as HTMLElement).closest('a, button, input')) currentTarget.querySelector('a')?.click();
      }}
      {...(href !== undefined && { 'data-href': href })}
    >
      {columns.map((column) => (
        <div
          key={column.id}
          role={column.isRowHeader ? 'rowheader' : 'gridcell'}
          className={classes(styles.cell, column.isRowHeader && styles.strong)}
          data-align={column.isNumber ? 'end' : undefined}
        >
          {column.isRowHeader && href !== undefined ? (
            <a href={href} tabIndex={-1} className={styles.longLink}>
              {column.cell(row)}
            </a>
          ) : (
            column.cell(row)
          )}
        </div>
      ))}
    </div>
  );
});
