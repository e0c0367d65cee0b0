import { Building2, UserRound } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import { useMatchWords } from '../../app/match-words.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Certainty } from './certainty.tsx';
import styles from './duplicates.module.css';

export interface PairListProps {
  pairs: readonly DuplicatePair[];
  selected: DuplicatePair | null;
  onSelect: (pair: DuplicatePair) => void;
}

/** How far a key of the list moves the selection. */
const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: -Infinity,
  End: Infinity,
};

export const pairListId = 'duplicate-pairs';

/**
 * The queue, one tab stop. Plain elements: with `content-visibility` a thousand pairs of any height cost what is on
 * screen, and the keys J and K of the page move the same selection.
 */
export function PairList({ pairs, selected, onSelect }: PairListProps): ReactElement {
  const { t } = useTranslation('duplicates');
  const list = useRef<HTMLDivElement>(null);
  const current = selected === null ? -1 : pairs.indexOf(selected);

  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const next = pairs[Math.max(0, Math.min(pairs.length - 1, current + step))];
    if (next) onSelect(next);
  };

  return (
    <div
      ref={list}
      id={pairListId}
      role="listbox"
      aria-label={t('pairs')}
      tabIndex={0}
      className={styles.pairs}
      onKeyDown={move}
      {...(current >= 0 && { 'aria-activedescendant': `${pairListId}-${String(current)}` })}
    >
      {pairs.map((pair, index) => (
        // The list has the keyboard; an option only takes the pointer.
        <div
          key={`${pair.a.id} ${pair.b.id}`}
          id={`${pairListId}-${String(index)}`}
          role="option"
          aria-selected={index === current}
          aria-setsize={pairs.length}
          aria-posinset={index + 1}
          tabIndex={-1}
          className={styles.pair}
          onClick={() => onSelect(pair)}
        >
          <PairLine pair={pair} />
        </div>
      ))}
    </div>
  );
}

/** Drawn once: moving the selection through five hundred pairs changes two of them. */
const PairLine = memo(function PairLine({ pair }: { pair: DuplicatePair }): ReactElement {
  const { t } = useTranslation('duplicates');
  const words = useMatchWords();
  const Icon = pair.kind === 'person' ? UserRound : Building2;
  return (
    <>
      <Icon aria-label={t(pair.kind === 'person' ? 'kind.person' : 'kind.organization')} className={styles.kindIcon} />
      <div className={styles.pairText}>
        {[pair.a, pair.b].map((side) => (
          <div key={side.id}>
            <span className={styles.strong}>
              <FallbackText value={side.label} empty={t('unnamed')} />
            </span>{' '}
            <span className={styles.muted}>
              <FallbackText value={side.detail} />
            </span>
          </div>
        ))}
        <div>
          <Certainty verdict={pair.match.verdict} score={pair.score} />
        </div>
        <div className={styles.muted}>{words.reason(pair.match)}</div>
      </div>
    </>
  );
});
