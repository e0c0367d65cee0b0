import {
  type FocusEvent,
  type ReactElement,
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useStorePart } from '../../../app/store.ts';
import { useLive } from '../live/context.ts';
import { leaveRow } from './fresh-rows.ts';
import { useNearness } from './nearness.ts';
import { rowOf } from './row-parts.ts';
import { RowToolsContext, useMakeRowTools } from './row-tools.ts';
import { Row } from './row.tsx';
import styles from './rows.module.css';
import { pressSelectionKey } from './selection-keys.ts';
import { endSelection, isSelected, selectRows } from './selection.ts';
import { SelectionNews } from './selection-news.tsx';
import { useCopyRows } from './use-copy-rows.ts';
import { useStickToEnd } from './use-stick-to-end.ts';

const noRows: readonly string[] = [];
/** From so many rows on, those that are far from the screen have no fields yet. */
const manyRows = 60;
/** So many are drawn with the screen, at its end, where one goes on writing; the others follow in steps. */
const firstRows = 60;
const rowsPerStep = 400;

/** The rows of the current agenda item, apart from the one that is being written in the capture row. */
export function Rows(): ReactElement {
  const { t } = useTranslation('live');
  const live = useLive();
  const { session, view } = live;
  const tools = useMakeRowTools();
  const itemId = useStorePart(view, (state) => state.itemId);
  const captureId = useStorePart(view, (state) => state.captureId);
  const all = useStorePart(session.state, (state) => state.rows.get(itemId) ?? noRows);
  const ids = useMemo(() => all.filter((id) => id !== captureId), [all, captureId]);
  const list = useRef<HTMLDivElement>(null);
  const copy = useCopyRows();
  useStickToEnd(list, itemId);
  useNearness(list);
  const [{ waiting, ...opened }, setOpened] = useState({ itemId: '', isLong: false, waiting: 0 });
  if (opened.itemId !== itemId) {
    setOpened({ itemId, isLong: ids.length >= manyRows, waiting: Math.max(0, ids.length - firstRows) });
  }
  useEffect(() => {
    if (waiting === 0) return;
    // What is typed meanwhile goes first.
    startTransition(() => {
      setOpened((now) => (now.itemId === itemId ? { ...now, waiting: Math.max(0, waiting - rowsPerStep) } : now));
    });
  }, [itemId, waiting]);
  useLayoutEffect(() => {
    // Rows that are drawn above push down what somebody has jumped to.
    const { activeElement } = document;
    if (activeElement && list.current?.contains(activeElement)) activeElement.scrollIntoView({ block: 'nearest' });
  }, [waiting]);
  /** The row itself has the focus only in row-select mode, also when it was clicked beside its fields. */
  const follow = (event: FocusEvent<HTMLElement>) => {
    const { row } = event.target.dataset;
    if (row === undefined) endSelection(live);
    else if (!isSelected(view.get(), row)) selectRows(live, [row], row);
  };
  return (
    <RowToolsContext value={tools}>
      <div
        ref={list}
        className={styles.rows}
        role="group"
        aria-label={t('rows.list')}
        onKeyDown={(event) => pressSelectionKey(event, live)}
        onFocus={follow}
        onBlur={(event) => {
          const rowId = rowOf(event.target);
          if (typeof rowId === 'string') leaveRow(live, rowId);
        }}
        onCopy={copy}
      >
        {ids.slice(waiting).map((id, index) => (
          <Row key={id} id={id} previousId={ids[waiting + index - 1]} isLight={opened.isLong} />
        ))}
      </div>
      <SelectionNews />
    </RowToolsContext>
  );
}
