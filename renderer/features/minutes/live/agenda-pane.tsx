import { Check, Circle, CirclePause, type LucideIcon, Play, X } from 'lucide-react';
import {
  type KeyboardEvent,
  memo,
  type ReactElement,
  useCallback,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '#shared/contract/agenda.ts';
import { isComposingKey } from '../../../app/composing-key.ts';
import { useStorePart } from '../../../app/store.ts';
import { ReadOut } from '../../../ui/badge.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { FallbackText } from '../../../ui/fallback-text.tsx';
import { AddItem } from './add-item.tsx';
import styles from './agenda-pane.module.css';
import { useLive } from './context.ts';
import { closesOnEscape } from './use-panes.ts';
import { countOutcomes, noCounts, type OutcomeCounts } from './outcomes.ts';

export interface AgendaPaneProps {
  /** Given while the pane stands over the rows. */
  onClose: (() => void) | undefined;
}

/** The agenda: where the meeting is, what has been decided under each item, and a place for a forgotten one. */
export function AgendaPane({ onClose }: AgendaPaneProps): ReactElement {
  const { t } = useTranslation(['live', 'common']);
  const { session, view, goToItem } = useLive();
  const agenda = useStorePart(session.state, (state) => state.agenda);
  const entries = useStorePart(session.state, (state) => state.entries);
  const spentSeconds = useStorePart(session.state, (state) => state.spentSeconds);
  const currentId = useStorePart(view, (state) => state.itemId);
  // The counts follow a moment later: what is being typed goes first.
  const settled = useDeferredValue(entries);
  const counts = useMemo(() => countOutcomes(settled), [settled]);
  const list = useRef<HTMLOListElement>(null);
  const [focusedId, setFocusedId] = useState(currentId);
  const reachableId = agenda.some(({ id }) => id === focusedId) ? focusedId : currentId;

  const open = useCallback(
    (id: string) => {
      onClose?.();
      goToItem(id);
    },
    [onClose, goToItem],
  );
  const moveFocus = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposingKey(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const index = agenda.findIndex(({ id }) => id === reachableId);
    const places: Partial<Record<string, number>> = {
      ArrowUp: index - 1,
      ArrowDown: index + 1,
      Home: 0,
      End: agenda.length - 1,
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll('button')[Math.min(agenda.length - 1, Math.max(0, place))]?.focus();
  };

  return (
    <section
      className={styles.pane}
      data-pane="agenda"
      data-live-pane
      tabIndex={-1}
      aria-labelledby="live-agenda"
      onKeyDown={onClose && closesOnEscape(onClose)}
    >
      <div className={styles.head}>
        <h2 id="live-agenda">{t('live:agenda.title')}</h2>
        {onClose && <IconButton label={t('common:close')} icon={<X aria-hidden />} onPress={onClose} />}
      </div>
      {/* A list of buttons, walked through with the arrow keys. */}
      <ol ref={list} className={styles.list} onKeyDown={moveFocus}>
        {agenda.map((item, index) => (
          <Item
            key={item.id}
            item={item}
            number={index + 1}
            isCurrent={item.id === currentId}
            isReachable={item.id === reachableId}
            counts={counts.get(item.id) ?? noCounts}
            spentMinutes={Math.round((spentSeconds[item.id] ?? 0) / 60)}
            onFocus={setFocusedId}
            onOpen={open}
          />
        ))}
      </ol>
      {agenda.length > 0 && <AddItem isFirst={false} onOpen={open} />}
    </section>
  );
}

interface ItemProps {
  item: AgendaItem;
  number: number;
  isCurrent: boolean;
  /** The one that Tab leads to. */
  isReachable: boolean;
  counts: OutcomeCounts;
  spentMinutes: number;
  onFocus: (id: string) => void;
  onOpen: (id: string) => void;
}

const stateIcons: Record<AgendaItem['state'], LucideIcon> = {
  open: Circle,
  discussed: Check,
  postponed: CirclePause,
};
const stateKeys = {
  open: 'agenda.open',
  discussed: 'agenda.discussed',
  postponed: 'agenda.postponed',
} as const satisfies Record<AgendaItem['state'], string>;

const Item = memo(function Item(props: ItemProps): ReactElement {
  const { item, number, isCurrent, isReachable, counts, spentMinutes, onFocus, onOpen } = props;
  const { t } = useTranslation('live');
  const Icon = isCurrent && item.state === 'open' ? Play : stateIcons[item.state];
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        tabIndex={isReachable ? 0 : -1}
        data-state={item.state}
        {...(isCurrent && { 'aria-current': 'true' })}
        onFocus={() => onFocus(item.id)}
        onClick={() => onOpen(item.id)}
      >
        <span className={styles.number}>{number}</span>
        <Icon aria-hidden className={styles.icon} />
        <ReadOut>{t(stateKeys[item.state])}</ReadOut>
        <span className={styles.text}>
          <FallbackText value={item.title} empty={t('agenda.untitled')} />
        </span>
        <span className={styles.facts}>
          <Count
            mark={t('agenda.decisionMark')}
            count={counts.decisions}
            words={t('agenda.decisions', { count: counts.decisions })}
          />
          <Count
            mark={t('agenda.actionMark')}
            count={counts.actions}
            words={t('agenda.actions', { count: counts.actions })}
          />
          <Minutes spent={spentMinutes} planned={item.plannedMinutes} />
        </span>
      </button>
    </li>
  );
});

function Count({ mark, count, words }: { mark: string; count: number; words: string }): ReactElement | null {
  if (count === 0) return null;
  return (
    <span title={words}>
      <span aria-hidden>
        {mark}
        {count}
      </span>
      <ReadOut>{words}</ReadOut>
    </span>
  );
}

/** Planned and actual minutes of an item, as much of it as there is. */
function Minutes({ spent, planned }: { spent: number; planned: number | null }): ReactElement | null {
  const { t } = useTranslation('live');
  if (spent === 0 && planned === null) return null;
  if (planned === null) return <span>{t('agenda.spent', { count: spent })}</span>;
  if (spent === 0) return <span>{t('agenda.planned', { count: planned })}</span>;
  return (
    <span data-over={spent > planned || undefined}>
      <span aria-hidden>{t('agenda.spentOfPlanned', { spent, planned })}</span>
      <ReadOut>
        {t('agenda.spent', { count: spent })}, {t('agenda.planned', { count: planned })}
      </ReadOut>
    </span>
  );
}
