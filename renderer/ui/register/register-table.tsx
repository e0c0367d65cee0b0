import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { isComposingKey } from '../../app/composing-key.ts';
import { useGridKeys } from '../use-grid-keys.ts';
import type { Layout } from './layout.ts';
import type { RegisterColumn } from './register-props.ts';
import { RegisterHeads } from './register-heads.tsx';
import { HeadingRow, RegisterRow } from './register-row.tsx';
import { keep, recall } from './remembered.ts';
import styles from './register.module.css';
import { moveInsideRow } from './row-controls.ts';
import { headOf, pageRows, rowAt, type ShownPages } from './use-register-pages.ts';

const headHeightPx = 36;
const usualRowPx = 40;
/** So many rows beyond the edge of what is in sight are read as well. */
const readAhead = 40;

export interface TableHandle {
  /** Gives the focus back to the row that had it. */
  focusRow: () => void;
}

export interface RegisterTableProps<Row, Head> {
  ref: Ref<TableHandle>;
  label: string;
  shown: ShownPages<Row, Head>;
  columns: readonly RegisterColumn<Row>[];
  rowId: (row: Row) => string;
  rowName: (row: Row) => string;
  heading: (head: Head) => ReactNode;
  sort: { by: string; isDescending: boolean } | undefined;
  onSort: ((sort: { by: string; isDescending: boolean }) => void) | undefined;
  openId: string | null;
  /** `isByKey`: the focus goes along. */
  onOpen: (id: string, isByKey: boolean) => void;
  onEscape: () => void;
  /** null: rows cannot be chosen. */
  choosing: {
    isChosen: (id: string) => boolean;
    /** `some`: the box of all is half set. */
    all: 'none' | 'some' | 'all';
    /** Chooses the row at `offset`, or takes it away; `from`: and all from that one on. */
    toggle: (offset: number, from: number | null) => void;
    toggleAll: () => void;
  } | null;
  /** Called with the numbers of the pages in sight. */
  onSight: (pages: readonly number[]) => void;
  /** Keeps the place while the user is on another screen. */
  name: string;
}

/**
 * The rows of a register under their headings, of which only those on screen are drawn. Keys as in the ARIA grid
 * pattern: arrows, Home, End, PageUp and PageDown move, Enter opens, Space chooses, with Shift everything from the last
 * choice on; the right arrow goes into a row. Tab leaves the table.
 */
export function RegisterTable<Row, Head>(props: RegisterTableProps<Row, Head>): ReactElement {
  const { ref, label, shown, columns, rowId, rowName, heading, sort, onSort, openId, onOpen, onEscape } = props;
  const { choosing, onSight, name } = props;
  const { layout, list } = shown;
  const scroll = useRef<HTMLDivElement>(null);
  /** The place that has the focus, or will have it when one comes in with Tab. */
  const [focused, setFocused] = useState(() => (recall(name).list === list ? recall(name).active : 1));
  const active = Math.max(0, Math.min(layout.count - 1, focused));
  /** Where a choice began that Shift goes on with: which row of the register. */
  const anchor = useRef<number | null>(null);

  // The active row stays drawn wherever one scrolls to: the focus would be lost with it.
  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
    [active],
  );
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing made from it is memoised
  const virtualizer = useVirtualizer({
    count: layout.count,
    getScrollElement: () => scroll.current,
    estimateSize: () => usualRowPx,
    overscan: 8,
    useAnimationFrameWithResizeObserver: true,
    scrollMargin: headHeightPx,
    scrollPaddingStart: headHeightPx,
    rangeExtractor,
  });

  const shownList = useRef<string | null>(null);
  useLayoutEffect(() => {
    const isFirst = shownList.current === null;
    if (shownList.current === list) return;
    shownList.current = list;
    anchor.current = null;
    const before = recall(name);
    if (isFirst && before.list === list) {
      if (before.top > 0) virtualizer.scrollToIndex(before.top, { align: 'start' });
      return;
    }
    keep(name, { list, active: 1, top: 0 });
    setFocused(1);
    virtualizer.measure();
    scroll.current?.scrollTo({ top: 0 });
  }, [list, name, virtualizer]);

  const [first, last] = [virtualizer.range?.startIndex ?? 0, virtualizer.range?.endIndex ?? 0];
  useEffect(() => {
    if (recall(name).list === list) keep(name, { top: first });
    onSight(pagesOf(layout, first - readAhead, last + readAhead));
  }, [first, last, layout, list, name, onSight]);

  const wanted = useRef<number | null>(null);
  const focusWanted = () => {
    const row = scroll.current?.querySelector<HTMLElement>(`[data-index="${String(wanted.current)}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
    // Where the page itself scrolls, the table may be out of sight.
    row.scrollIntoView({ block: 'nearest' });
  };
  const moveTo = (index: number) => {
    wanted.current = index;
    keep(name, { active: index });
    setFocused(index);
    // Above the first row stands its heading.
    if (index <= 1) scroll.current?.scrollTo({ top: 0 });
    else virtualizer.scrollToIndex(index, { align: 'auto' });
    focusWanted();
  };
  useLayoutEffect(() => {
    if (wanted.current !== null) focusWanted();
  });
  useImperativeHandle(ref, () => ({ focusRow: () => moveTo(active) }));

  const offsetAt = (index: number): number | null => {
    const place = layout.at(index);
    return place?.kind === 'row' ? place.offset : null;
  };
  const choose = (index: number, isRange: boolean) => {
    const offset = offsetAt(index);
    if (offset === null || choosing === null) return;
    choosing.toggle(offset, isRange ? anchor.current : null);
    if (!isRange || anchor.current === null) anchor.current = offset;
  };
  const open = (index: number, isByKey: boolean) => {
    const offset = offsetAt(index);
    const row = offset === null ? undefined : rowAt(shown, offset);
    if (row !== undefined) onOpen(rowId(row), isByKey);
  };

  const gridKeys = useGridKeys({
    active,
    count: layout.count,
    pageRows: () => Math.max(1, last - first - 1),
    nameOf: () => [],
    moveTo,
  });
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    // What a menu over the table does is its own.
    if (!event.currentTarget.contains(target) || isComposingKey(event)) return;
    if (target.role === 'row' && rowKey(event, target)) event.preventDefault();
    else gridKeys(event);
  };
  const rowKey = ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, row: HTMLElement): boolean => {
    if (altKey) return false;
    if (ctrlKey || metaKey) {
      if (key !== 'a' || choosing === null) return false;
      choosing.toggleAll();
      return true;
    }
    if (key === ' ') {
      if (choosing === null) open(active, true);
      else choose(active, shiftKey);
      return true;
    }
    const isChoiceMove = shiftKey && choosing !== null && (key === 'ArrowDown' || key === 'ArrowUp');
    if (key === 'Enter') {
      const link = offsetAt(active) === null ? row.querySelector('a') : null;
      if (link) link.click();
      else open(active, true);
    } else if (key === 'Escape') onEscape();
    else if (isChoiceMove) {
      const next = Math.max(0, Math.min(layout.count - 1, active + (key === 'ArrowDown' ? 1 : -1)));
      if (anchor.current === null) choose(active, false);
      moveTo(next);
      choose(next, true);
    } else return false;
    return true;
  };

  const click = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const index = indexOf(target, event.currentTarget);
    if (index === null) return;
    if (target.closest('[data-choose]')) choose(index, event.shiftKey);
    else if (target.closest('a, button, input') === null && document.getSelection()?.isCollapsed !== false) {
      if (choosing !== null && (event.shiftKey || event.ctrlKey || event.metaKey)) choose(index, event.shiftKey);
      else open(index, false);
    }
  };

  const narrow = columns.map(({ share = 1, least }) => least ?? Math.max(4, 8 * Math.min(1, share)));
  const widths = columns.map(({ share = 1 }, index) => `minmax(${String(narrow[index])}rem, ${String(share)}fr)`);
  const gridTemplateColumns = [...(choosing ? ['2.25rem'] : []), ...widths].join(' ');
  const minWidth = `${String(narrow.reduce((sum, width) => sum + width, choosing ? 2.25 : 0))}rem`;
  const columnCount = columns.length + (choosing ? 1 : 0);

  return (
    <div
      ref={scroll}
      role="grid"
      aria-label={label}
      aria-rowcount={layout.count + 1}
      aria-colcount={columnCount}
      {...(choosing && { 'aria-multiselectable': true })}
      className={styles.table}
      data-pane
      onKeyDownCapture={moveInsideRow}
      onKeyDown={keys}
      onFocus={({ target, currentTarget }) => {
        const index = indexOf(target, currentTarget);
        if (index === null) return;
        keep(name, { active: index });
        setFocused(index);
      }}
      onClick={click}
    >
      <div className={styles.inner} style={{ minWidth }}>
        <RegisterHeads
          columns={columns}
          gridTemplateColumns={gridTemplateColumns}
          sort={sort}
          onSort={onSort}
          choosing={choosing}
        />
        <div role="rowgroup" className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const place = layout.at(index);
            const isActive = index === active;
            const position = { index, top: start - headHeightPx, isActive, measure: virtualizer.measureElement };
            if (place?.kind === 'heading') {
              const head = headOf(shown, place.groupId, place.first);
              return (
                <HeadingRow key={index} {...position} columnCount={columnCount} count={place.count}>
                  {head === undefined ? '…' : heading(head)}
                </HeadingRow>
              );
            }
            const row = place && rowAt(shown, place.offset);
            const id = row === undefined ? null : rowId(row);
            return (
              <RegisterRow
                key={index}
                {...position}
                row={row}
                name={row === undefined ? '' : rowName(row)}
                columns={columns as readonly RegisterColumn<unknown>[]}
                gridTemplateColumns={gridTemplateColumns}
                isOpen={id !== null && id === openId}
                isChosen={choosing === null ? null : id !== null && choosing.isChosen(id)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The place that an element of the table stands in. */
function indexOf(target: Element, table: Element): number | null {
  const row = target.closest<HTMLElement>('[data-index]');
  // What a menu over the table does is its own.
  return row && table.contains(row) ? Number(row.dataset['index']) : null;
}

/** Numbers of the pages that hold the rows at the places `first` … `last`. */
function pagesOf({ at, count }: Layout, first: number, last: number): number[] {
  const pageAt = (index: number): number => {
    const place = at(Math.max(0, Math.min(count - 1, index)));
    if (place === undefined) return 0;
    return Math.floor((place.kind === 'row' ? place.offset : place.first) / pageRows);
  };
  const from = pageAt(first);
  return Array.from({ length: pageAt(last) - from + 1 }, (_, step) => from + step);
}
