import { type CSSProperties, memo, type ReactElement, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';
import { classes } from '../classes.ts';
import type { RegisterColumn } from './register-props.ts';
import styles from './register.module.css';
import { takeFromTabOrder } from './row-controls.ts';

interface RowPosition {
  /** Which place of the table it is, headings and rows together. */
  index: number;
  /** Distance from the top of the rows, in px. */
  top: number;
  isActive: boolean;
  /** Told the height of what was drawn. */
  measure: (element: Element | null) => void;
}

const placed = (top: number): CSSProperties => ({ transform: `translateY(${String(top)}px)` });

export interface RegisterRowProps extends RowPosition {
  /** undefined: it is being read. */
  row: unknown;
  name: string;
  columns: readonly RegisterColumn<unknown>[];
  gridTemplateColumns: string;
  isOpen: boolean;
  /** null: rows cannot be chosen. */
  isChosen: boolean | null;
}

/** What happens in it is answered by the table, which finds the place by `data-index`. */
export const RegisterRow = memo(function RegisterRow(props: RegisterRowProps): ReactElement {
  const { row, name, columns, gridTemplateColumns, index, top, isActive, measure, isOpen, isChosen } = props;
  const { t } = useTranslation(['follow-up', 'common']);
  const own = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (own.current) takeFromTabOrder(own.current);
    measure(own.current);
  });
  return (
    <div
      ref={own}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      tabIndex={isActive ? 0 : -1}
      className={styles.row}
      style={{ gridTemplateColumns, ...placed(top) }}
      {...(isChosen !== null && { 'aria-selected': isChosen })}
      {...(isOpen && { 'aria-current': true })}
      {...(row === undefined && { 'aria-busy': true })}
    >
      {isChosen !== null && (
        <div role="gridcell" className={styles.choose} data-choose>
          <ChoiceBox label={t('follow-up:register.choose', { name })} isChosen={isChosen} />
        </div>
      )}
      {row === undefined ? (
        <div role="rowheader" aria-colspan={columns.length} className={styles.reading}>
          {t('common:loading')}
        </div>
      ) : (
        columns.map((column) => (
          <div
            key={column.id}
            role={column.isRowHeader ? 'rowheader' : 'gridcell'}
            className={classes(styles.cell, column.isRowHeader && styles.name)}
          >
            {column.cell(row)}
          </div>
        ))
      )}
    </div>
  );
});

export interface HeadingRowProps extends RowPosition {
  columnCount: number;
  /** Rows under it. */
  count: number;
  children: ReactNode;
}

export function HeadingRow(props: HeadingRowProps): ReactElement {
  const { columnCount, count, index, top, isActive, measure, children } = props;
  const { t } = useTranslation('common');
  const format = useFormat();
  const own = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (own.current) takeFromTabOrder(own.current);
    measure(own.current);
  });
  return (
    <div
      ref={own}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      tabIndex={isActive ? 0 : -1}
      className={styles.heading}
      style={placed(top)}
    >
      <div role="rowheader" aria-colspan={columnCount} className={styles.headingCell}>
        {children} <span className={styles.count}>{t('list.count', { count, formatted: format.number(count) })}</span>
      </div>
    </div>
  );
}

export interface ChoiceBoxProps {
  label: string;
  isChosen: boolean;
  /** Some of what it stands for is chosen. */
  isHalf?: boolean;
}

/** A check box of the table; the table answers the click on it. */
export function ChoiceBox({ label, isChosen, isHalf = false }: ChoiceBoxProps): ReactElement {
  const own = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (own.current) own.current.indeterminate = isHalf;
  }, [isHalf]);
  return (
    <input
      ref={own}
      type="checkbox"
      className={styles.box}
      aria-label={label}
      checked={isChosen}
      readOnly
      tabIndex={-1}
    />
  );
}
