import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SortArrow } from '../short-table.tsx';
import type { RegisterColumn } from './register-props.ts';
import { ChoiceBox } from './register-row.tsx';
import styles from './register.module.css';

export interface RegisterHeadsProps<Row> {
  columns: readonly RegisterColumn<Row>[];
  gridTemplateColumns: string;
  sort: { by: string; isDescending: boolean } | undefined;
  onSort: ((sort: { by: string; isDescending: boolean }) => void) | undefined;
  choosing: { all: 'none' | 'some' | 'all'; toggleAll: () => void } | null;
}

/** The heads of the columns; those that sort are reached with the arrow from the first place. */
export function RegisterHeads<Row>(props: RegisterHeadsProps<Row>): ReactElement {
  const { columns, gridTemplateColumns, sort, onSort, choosing } = props;
  const { t } = useTranslation('follow-up');
  return (
    <div role="rowgroup" className={styles.heads}>
      <div role="row" aria-rowindex={1} className={styles.headRow} style={{ gridTemplateColumns }}>
        {choosing && (
          <div
            role="columnheader"
            tabIndex={-1}
            className={styles.chooseHead}
            onClick={choosing.toggleAll}
            data-sortable
          >
            <ChoiceBox
              label={t('register.chooseAll')}
              isChosen={choosing.all === 'all'}
              isHalf={choosing.all === 'some'}
            />
          </div>
        )}
        {columns.map((column) => {
          const isSorted = sort !== undefined && column.sort === sort.by;
          const direction = isSorted && sort.isDescending ? 'descending' : 'ascending';
          return (
            <div
              key={column.id}
              role="columnheader"
              className={styles.head}
              {...(column.sort !== undefined &&
                onSort && {
                  tabIndex: -1,
                  'aria-sort': isSorted ? direction : 'none',
                  onClick: () => onSort({ by: column.sort ?? '', isDescending: isSorted && direction === 'ascending' }),
                  'data-sortable': true,
                })}
            >
              {column.title}
              {isSorted && <SortArrow direction={direction} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
