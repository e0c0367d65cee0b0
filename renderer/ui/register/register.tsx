import { Search, X } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { isComposingKey } from '../../app/composing-key.ts';
import { afterComposition } from '../../app/composition.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { Button, IconButton } from '../button.tsx';
import fieldStyles from '../field.module.css';
import frameStyles from '../list-frame.module.css';
import type { RegisterProps } from './register-props.ts';
import styles from './register.module.css';
import { RegisterTable, type TableHandle } from './register-table.tsx';
import { keep, recall } from './remembered.ts';
import { type Choice, mostChosen, useChoice } from './use-choice.ts';
import { pageRows, rowAt, useRegisterPages } from './use-register-pages.ts';

/** So much of the pane should be in sight when it opens. */
const leastOfPanePx = 240;

/** See {@link RegisterProps}. Stands directly in a page, whose height it fills. */
export function Register<Row, Head>(props: RegisterProps<Row, Head>): ReactElement {
  const { name, label, queryKey, view, load, columns, rowId, rowName, heading, sort, onSort } = props;
  const { filters, extra, bulk, openId, onOpen, detail, detailLabel, empty } = props;
  const { t } = useTranslation(['follow-up', 'common']);
  const format = useFormat();
  const [remembered] = useState(() => recall(name));
  const [text, setText] = useState(remembered.text);
  const asked = useDeferredValue(text.trim());
  const list = JSON.stringify([view, asked]);

  const [sight, setSight] = useState({
    list,
    pages: [remembered.list === list ? Math.floor(remembered.top / pageRows) : 0],
  });
  const { shown, error, read } = useRegisterPages<Row, Head>({
    queryKey,
    list,
    load: (window) => load({ text: asked, ...window }),
    wanted: sight.list === list ? sight.pages : [0],
  });
  const shownList = shown?.list;
  const look = useCallback(
    (pages: readonly number[]) => {
      if (shownList !== list) return;
      setSight((before) =>
        before.list === list && before.pages.join() === pages.join() ? before : { list, pages: [...pages] },
      );
    },
    [list, shownList],
  );

  const current = useMemo(() => {
    const rows = new Map<string, Row>();
    for (const page of shown?.pages.values() ?? []) for (const { row } of page.rows) rows.set(rowId(row), row);
    return rows;
  }, [shown, rowId]);
  const keepChoice = useCallback((choice: Choice<Row>) => keep(name, { choice }), [name]);
  const { choice, isChosen, set, clear, chosen } = useChoice<Row>(
    remembered.choice as Choice<Row>,
    rowId,
    useCallback((id: string) => current.get(id), [current]),
    keepChoice,
  );
  /** The list of which everything has been chosen. */
  const [wholeList, setWholeList] = useState('');
  const all = choice.size === 0 ? 'none' : wholeList === list ? 'all' : 'some';

  const setRows = async (from: number, to: number, isOn: boolean) => {
    try {
      const rows = await read(from, to, mostChosen);
      set(rows, isOn);
      if (isOn && to - from + 1 > mostChosen)
        notify(t('follow-up:register.tooMany', { count: mostChosen, formatted: format.number(mostChosen) }));
    } catch (failure) {
      notifyError(failure);
    }
  };
  const toggle = (offset: number, from: number | null) => {
    setWholeList('');
    const row = shown && rowAt(shown, offset);
    if (from !== null && from !== offset) void setRows(Math.min(from, offset), Math.max(from, offset), true);
    else if (row) set([row], from !== null || !isChosen(rowId(row)));
  };
  const toggleAll = () => {
    if (all === 'all') {
      setWholeList('');
      clear();
    } else if (shown) {
      setWholeList(list);
      void setRows(0, shown.shown - 1, true);
    }
  };

  const input = useRef<HTMLInputElement>(null);
  const filter = (value: string) => {
    keep(name, { text: value });
    setText(value);
  };
  const clearText = () => {
    if (input.current) input.current.value = '';
    filter('');
    input.current?.focus();
  };

  const table = useRef<TableHandle>(null);
  const pane = useRef<HTMLElement>(null);
  /** The record whose pane takes the focus when it is drawn. */
  const entering = useRef<string | null>(null);
  useEffect(() => {
    const drawn = pane.current;
    if (openId === null || drawn === null) return;
    if (entering.current === openId) {
      entering.current = null;
      drawn.focus();
    }
    // Below the table, where there is no room beside it.
    const isOutOfSight = drawn.getBoundingClientRect().top > window.innerHeight - leastOfPanePx;
    if (isOutOfSight) drawn.scrollIntoView({ block: 'start' });
  }, [openId]);
  const open = (id: string, isByKey: boolean) => {
    if (id === openId) {
      if (isByKey) pane.current?.focus();
      return;
    }
    if (isByKey) entering.current = id;
    onOpen(id);
  };
  const close = () => {
    onOpen(null);
    table.current?.focusRow();
  };
  useFocusBack(choice.size > 0, table);
  const escape = () => {
    if (openId !== null) onOpen(null);
    else clear();
  };
  const leave = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isComposingKey(event)) return;
    // A dialog over the pane is closed by its own Escape.
    if (!event.currentTarget.contains(event.target as Node)) return;
    event.preventDefault();
    close();
  };

  if (shown === null && error) throw error;
  const isEmpty = shown?.all === 0;
  return (
    <div className={styles.register} data-fills-page>
      <div className={frameStyles.bar}>
        {!isEmpty && (
          <>
            <div className={frameStyles.filter}>
              <Search aria-hidden />
              <input
                ref={input}
                type="search"
                className={fieldStyles.input}
                aria-label={t('common:list.filter')}
                placeholder={t('common:list.filter')}
                defaultValue={text}
                spellCheck={false}
                onChange={({ currentTarget }) => afterComposition(() => filter(currentTarget.value))}
              />
            </div>
            {filters}
            <span className={frameStyles.count} role="status">
              {shown && <Count all={shown.all} shown={shown.shown} />}
            </span>
          </>
        )}
        {extra !== undefined && <div className={frameStyles.extra}>{extra}</div>}
      </div>
      {error && (
        <p role="alert" className={styles.error}>
          {describeError(error)}
        </p>
      )}
      {shown === null && <p className={styles.wait}>{t('common:loading')}</p>}
      {isEmpty && (
        <div className={frameStyles.empty}>
          <p>{empty.text}</p>
          {empty.action}
        </div>
      )}
      {(shown !== null && !isEmpty) || openId !== null ? (
        <div className={styles.sides} data-open={openId !== null || undefined}>
          {shown && shown.shown > 0 && (
            <RegisterTable
              ref={table}
              label={label}
              shown={shown}
              columns={columns}
              rowId={rowId}
              rowName={rowName}
              heading={heading}
              sort={sort}
              onSort={onSort}
              openId={openId}
              onOpen={open}
              onEscape={escape}
              choosing={bulk ? { isChosen, all, toggle, toggleAll } : null}
              onSight={look}
              name={name}
            />
          )}
          {shown?.shown === 0 && !isEmpty && (
            <div className={frameStyles.empty}>
              <p>{t('common:list.nothingMatches')}</p>
              {text !== '' && <Button onPress={clearText}>{t('follow-up:register.clearText')}</Button>}
            </div>
          )}
          {openId !== null && (
            <section
              ref={pane}
              className={styles.pane}
              aria-label={detailLabel}
              tabIndex={-1}
              data-pane
              onKeyDown={leave}
            >
              <div className={styles.paneHead}>
                <h2 className={styles.paneTitle}>{detailLabel}</h2>
                <IconButton label={t('common:close')} icon={<X aria-hidden />} onPress={close} isForReading />
              </div>
              <div key={openId} className={styles.paneBody}>
                {detail(openId)}
              </div>
            </section>
          )}
        </div>
      ) : null}
      {bulk && choice.size > 0 && (
        <div role="region" aria-label={t('follow-up:register.bulk')} className={styles.bulk} data-pane>
          <span role="status" className={styles.bulkCount}>
            {t('follow-up:register.chosen', { count: choice.size, formatted: format.number(choice.size) })}
          </span>
          {bulk(chosen)}
          <Button kind="quiet" onPress={clear}>
            {t('follow-up:register.clearChoice')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** With the bulk bar, the button goes that had the focus: it goes back to the row. */
function useFocusBack(hasBar: boolean, table: RefObject<TableHandle | null>): void {
  const hadBar = useRef(hasBar);
  useEffect(() => {
    if (hadBar.current === hasBar) return undefined;
    hadBar.current = hasBar;
    if (hasBar) return undefined;
    // A dialog that closes gives the focus back one frame later.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement === document.body) table.current?.focusRow();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [hasBar, table]);
}

function Count({ all, shown }: { all: number; shown: number }): ReactElement {
  const { t } = useTranslation('common');
  const format = useFormat();
  if (shown === all) return <>{t('list.count', { count: all, formatted: format.number(all) })}</>;
  return <>{t('list.countFiltered', { shown: format.number(shown), all: format.number(all) })}</>;
}
