import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactElement,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendance } from '#shared/contract/attendance.ts';
import { languages } from '#shared/domain/language.ts';
import { isComposingKey } from '../../../app/composing-key.ts';
import { matchesChord } from '../../../app/shortcuts.ts';
import { useStorePart } from '../../../app/store.ts';
import { useGridKeys } from '../../../ui/use-grid-keys.ts';
import { useLive } from '../live/context.ts';
import { usePeople } from './people-numbers.ts';
import { numberedPeople } from './people-order.ts';
import styles from './people.module.css';
import { PersonMenu } from './person-menu.tsx';
import { PersonRow } from './person-row.tsx';
import { usePresence } from './use-presence.ts';

const usualRowPx = 50;
/** While letters of a name are being typed, L is one of them. */
const typeAheadMs = 1_000;

export interface PeopleListProps {
  /** Comes into view and is marked: who was just checked in. */
  markedId: string | null;
}

/**
 * Everybody who takes part, of whom only those on screen are drawn. Keys as in the ARIA grid pattern; Space is present
 * or absent, L and Enter open the menu of a person.
 */
export function PeopleList({ markedId }: PeopleListProps): ReactElement {
  const { t } = useTranslation('live');
  const { session } = useLive();
  const attendance = useStorePart(session.state, (state) => state.attendance);
  const ids = usePeople();
  const rows = useMemo(() => {
    const byId = new Map(attendance.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
  }, [attendance, ids]);
  const { toggle } = usePresence();
  const scroll = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const active = Math.max(0, activeId === null ? 0 : rows.findIndex(({ id }) => id === activeId));
  const [menu, setMenu] = useState<{ id: string; place: HTMLElement } | null>(null);
  const openMenu = useCallback((row: Attendance, place: HTMLElement) => setMenu({ id: row.id, place }), []);

  // The active row stays drawn wherever one scrolls to: the focus would be lost with it.
  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
    [active],
  );
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing made from it is memoised
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => usualRowPx,
    overscan: 8,
    rangeExtractor,
  });

  const wanted = useRef<string | null>(null);
  const focusWanted = () => {
    const index = rows.findIndex(({ id }) => id === wanted.current);
    const row = scroll.current?.querySelector<HTMLElement>(`[data-index="${String(index)}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  };
  const moveTo = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    wanted.current = row.id;
    setActiveId(row.id);
    virtualizer.scrollToIndex(index, { align: 'auto' });
    focusWanted();
  };
  useLayoutEffect(() => {
    if (wanted.current !== null) focusWanted();
  });

  const latestRows = useRef(rows);
  useEffect(() => {
    latestRows.current = rows;
  });
  useEffect(() => {
    const index = latestRows.current.findIndex(({ id }) => id === markedId);
    if (index !== -1) virtualizer.scrollToIndex(index, { align: 'center' });
  }, [markedId, virtualizer]);

  const gridKeys = useGridKeys({
    active,
    count: rows.length,
    pageRows: () => Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / usualRowPx) - 1),
    nameOf: (index) => namesOf(rows[index]),
    moveTo,
  });
  const typedAtMs = useRef(0);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposingKey(event)) return;
    const row = rows[active];
    const target = event.target as HTMLElement;
    const isTyping = Date.now() - typedAtMs.current < typeAheadMs;
    if (row !== undefined && target.role === 'row') {
      const place = target.querySelector<HTMLElement>('[data-menu]') ?? target;
      const opensMenu = event.key === 'Enter' || event.key === 'ContextMenu' || (!isTyping && isLeaveKey(event));
      if (opensMenu || event.key === ' ') {
        event.preventDefault();
        if (event.key === ' ') toggle(row);
        else openMenu(row, place);
        return;
      }
      if (Array.from(event.key).length === 1) typedAtMs.current = Date.now();
    }
    gridKeys(event);
  };

  const menuRow = menu && rows.find(({ id }) => id === menu.id);
  return (
    <>
      <div
        ref={scroll}
        role="grid"
        aria-label={t('people.list')}
        aria-rowcount={rows.length}
        aria-colcount={4}
        className={styles.list}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <PersonRow
                key={key}
                row={row}
                index={index}
                number={index < numberedPeople ? index + 1 : null}
                top={start}
                isActive={index === active}
                isMarked={row.id === markedId}
                measure={virtualizer.measureElement}
                onFocus={setActiveId}
                onToggle={toggle}
                onMenu={openMenu}
              />
            );
          })}
        </div>
      </div>
      {menu && menuRow && (
        <PersonMenu
          row={menuRow}
          number={ids.indexOf(menuRow.id) < numberedPeople ? ids.indexOf(menuRow.id) + 1 : null}
          place={menu.place}
          onClose={() => setMenu(null)}
          onEdited={() => {
            wanted.current = menuRow.id;
            setMenu(null);
          }}
        />
      )}
    </>
  );
}

const isLeaveKey = (event: KeyboardEvent): boolean => matchesChord(event.nativeEvent, 'L');

/** Names in all languages and their words, so that the given name and the transcription lead to a person as well. */
function namesOf(row: Attendance | undefined): string[] {
  if (row === undefined) return [];
  return languages.flatMap((language) => {
    const name = row.name[language] || row.organization[language];
    return [name, ...name.split(/\s+/u).slice(1)];
  });
}
