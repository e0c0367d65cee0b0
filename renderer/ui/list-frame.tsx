import { Search } from 'lucide-react';
import { type ReactElement, type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SortDescriptor } from 'react-aria-components';
import { foldText } from '../app/fold-text.ts';
import { useFormat } from '../app/format.ts';
import { SortedTable, type TableColumn } from './data-table.tsx';
import fieldStyles from './field.module.css';
import styles from './list-frame.module.css';
import { useSortedRows } from './sort-rows.ts';

export interface ListFrameProps<Row> {
  /** The accessible name of the table. */
  label: string;
  /** Keeps filter and order while the user is on another screen, e.g. `people`. */
  name: string;
  /** undefined while the list is being read. */
  rows: readonly Row[] | undefined;
  columns: readonly TableColumn<Row>[];
  rowId: (row: Row) => string;
  /** The route path that a row opens. */
  rowHref?: (row: Row) => string;
  /** All text a row can be found by; several languages and spellings, joined. */
  filterText: (row: Row) => string;
  defaultSort: SortDescriptor;
  /** What to say and offer when the register is empty. */
  empty: { text: string; action?: ReactNode };
  /** Buttons and further filters on the right of the bar. */
  extra?: ReactNode;
}

interface FrameState {
  filter: string;
  sort: SortDescriptor;
}
/** Lists keep their place while one row is looked at. */
const remembered = new Map<string, FrameState>();
const noRows: never[] = [];

/** A register: filter, count, table, and a first action where it is empty. */
export function ListFrame<Row>(props: ListFrameProps<Row>): ReactElement {
  const { label, name, rows, columns, rowId, rowHref, filterText, defaultSort, empty, extra } = props;
  const { t } = useTranslation('common');
  const format = useFormat();
  const [state, setState] = useState<FrameState>(() => remembered.get(name) ?? { filter: '', sort: defaultSort });
  const update = (change: Partial<FrameState>) => {
    const next = { ...state, ...change };
    remembered.set(name, next);
    setState(next);
  };

  // Typing goes on while a long list is filtered. The whole list is sorted and folded once, not what each letter leaves of it.
  const typed = useDeferredValue(state.filter);
  const sorted = useSortedRows(rows ?? noRows, columns, state.sort);
  const texts = useMemo(() => new Map(rows?.map((row) => [row, foldText(filterText(row))])), [rows, filterText]);
  const shown = useMemo(() => {
    // «I-tung» and «I tung» are one name to whoever looks for it.
    const words = foldText(typed)
      .split(/[\s\-‐–'’·]+/u)
      .filter(Boolean);
    if (words.length === 0) return sorted;
    return sorted.filter((row) => words.every((word) => texts.get(row)?.includes(word)));
  }, [sorted, texts, typed]);

  if (rows?.length === 0) {
    return (
      <div className={styles.frame}>
        {extra !== undefined && (
          <div className={styles.bar}>
            <div className={styles.extra}>{extra}</div>
          </div>
        )}
        <div className={styles.empty}>
          <p>{empty.text}</p>
          {empty.action}
        </div>
      </div>
    );
  }

  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        <div className={styles.filter}>
          <Search aria-hidden />
          <input
            type="search"
            className={fieldStyles.input}
            aria-label={t('list.filter')}
            placeholder={t('list.filter')}
            defaultValue={state.filter}
            spellCheck={false}
            onChange={(event) => update({ filter: event.currentTarget.value })}
          />
        </div>
        <span className={styles.count} role="status">
          {rows &&
            (shown.length === rows.length
              ? t('list.count', { count: rows.length, formatted: format.number(rows.length) })
              : t('list.countFiltered', { shown: format.number(shown.length), all: format.number(rows.length) }))}
        </span>
        {extra !== undefined && <div className={styles.extra}>{extra}</div>}
      </div>
      <div className={styles.scroll}>
        <SortedTable
          label={label}
          rows={shown}
          columns={columns}
          rowId={rowId}
          {...(rowHref && { rowHref })}
          sort={state.sort}
          onSort={(sort) => update({ sort })}
          view={typed}
          empty={rows === undefined ? t('loading') : t('list.nothingMatches')}
        />
      </div>
    </div>
  );
}
