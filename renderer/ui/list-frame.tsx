import { Search } from 'lucide-react';
import { type ReactElement, type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SortDescriptor, useFilter } from 'react-aria-components';
import { useFormat } from '../app/format.ts';
import { classes } from './classes.ts';
import { DataTable, type TableColumn } from './data-table.tsx';
import fieldStyles from './field.module.css';
import styles from './list-frame.module.css';

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
  /** All text a row can be found by; several languages, joined. */
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

/** A register: filter, count, table, and a first action where it is empty. */
export function ListFrame<Row>(props: ListFrameProps<Row>): ReactElement {
  const { label, name, rows, columns, rowId, rowHref, filterText, defaultSort, empty, extra } = props;
  const { t } = useTranslation('common');
  const format = useFormat();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [state, setState] = useState<FrameState>(() => remembered.get(name) ?? { filter: '', sort: defaultSort });
  const update = (change: Partial<FrameState>) => {
    const next = { ...state, ...change };
    remembered.set(name, next);
    setState(next);
  };

  // Typing goes on while a long list is filtered.
  const typed = useDeferredValue(state.filter);
  const shown = useMemo(() => {
    const filter = typed.trim();
    return (rows ?? []).filter((row) => filter === '' || contains(filterText(row), filter));
  }, [rows, typed, contains, filterText]);

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
      <div className={classes(styles.scroll)}>
        <DataTable
          label={label}
          rows={shown}
          columns={columns}
          rowId={rowId}
          {...(rowHref && { rowHref })}
          sort={state.sort}
          onSort={(sort) => update({ sort })}
          empty={rows === undefined ? t('loading') : t('list.nothingMatches')}
        />
      </div>
    </div>
  );
}
