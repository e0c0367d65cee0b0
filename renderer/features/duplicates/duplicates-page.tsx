import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposingKey } from '../../app/composing-key.ts';
import { useFormat } from '../../app/format.ts';
import { Page } from '../../app/page.tsx';
import { isTextField, matchesChord } from '../../app/shortcuts.ts';
import listStyles from '../../ui/list-frame.module.css';
import { Select } from '../../ui/select.tsx';
import { ContactsTabs } from '../contacts/index.ts';
import { DecidedSections } from './decided-sections.tsx';
import styles from './duplicates.module.css';
import { PairList, pairListId } from './pair-list.tsx';
import { distinctButtonId, mergeButtonId, Review } from './review.tsx';
import { useDecisions } from './use-decisions.ts';
import { type Queue, useQueue } from './use-queue.ts';

/** Records that may be one, for a person to decide; nothing is ever merged by itself. */
export function DuplicatesPage(): ReactElement {
  const { t } = useTranslation('duplicates');
  const queue = useQueue();
  const { pairs, shown, selected } = queue;
  const empty = useRef<HTMLParagraphElement>(null);
  const decisions = useDecisions(queue, () => (document.getElementById(pairListId) ?? empty.current)?.focus());
  const hasPairs = pairs !== undefined && pairs.length > 0;

  // The keys of the queue work from the start.
  useEffect(() => {
    if (hasPairs) document.getElementById(pairListId)?.focus({ preventScroll: true });
  }, [hasPairs]);

  return (
    <Page title={t('title')}>
      <ContactsTabs current="/contacts/duplicates" />
      <p className={styles.muted}>{t('intro')}</p>
      <QueueBar queue={queue} />
      {pairs?.length === 0 && (
        <p ref={empty} tabIndex={-1} className={listStyles.empty}>
          {t('empty')}
        </p>
      )}
      <div className={styles.queue} onKeyDownCapture={(event) => pressKey(event, queue)}>
        {hasPairs && (
          <div className={styles.side}>
            <PairList pairs={pairs} selected={selected} onSelect={queue.select} />
            <Keys />
          </div>
        )}
        {shown && <Review key={`${shown.a} ${shown.b}`} pair={selected} ids={shown} decisions={decisions} />}
      </div>
      <DecidedSections />
    </Page>
  );
}

/** The kinds that are shown, and how far the search for pairs is. */
function QueueBar({ queue }: { queue: Queue }): ReactElement {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const { pairs, counts, kind, isRefreshing } = queue;
  return (
    <div className={styles.bar}>
      <Select
        label={t('filter.label')}
        value={kind ?? 'all'}
        onChange={(wanted) => queue.setKind(wanted === 'all' ? undefined : wanted)}
        options={[
          { id: 'all', label: t('filter.all', { number: format.number(counts.person + counts.organization) }) },
          { id: 'person', label: t('filter.people', { number: format.number(counts.person) }) },
          { id: 'organization', label: t('filter.organizations', { number: format.number(counts.organization) }) },
        ]}
      />
      <span role="status" className={styles.muted}>
        {pairs === undefined && t('looking')}
        {isRefreshing && t('lookingAgain')}
        {pairs &&
          pairs.length > 0 &&
          !isRefreshing &&
          t('found', { count: pairs.length, formatted: format.number(pairs.length) })}
      </span>
    </div>
  );
}

function Keys(): ReactElement {
  const { t } = useTranslation('duplicates');
  const keys = [
    ['J', 'K', t('keys.move')],
    ['M', '', t('keys.merge')],
    ['D', '', t('keys.distinct')],
  ] as const;
  return (
    <ul className={styles.keys} aria-label={t('keys.title')}>
      {keys.map(([first, second, words]) => (
        <li key={first}>
          <kbd>{first}</kbd>
          {second !== '' && <kbd>{second}</kbd>} {words}
        </li>
      ))}
    </ul>
  );
}

/** Single letters are commands only while the queue has the focus (WCAG 2.1.4). */
function pressKey(event: KeyboardEvent, queue: Queue): void {
  if (isComposingKey(event) || isTextField(event.target)) return;
  const is = (chord: string) => matchesChord(event.nativeEvent, chord);
  const { pairs = [], selected } = queue;
  const place = selected === null ? -1 : pairs.indexOf(selected);
  if (is('J') || is('K')) {
    const next = pairs[is('J') ? place + 1 : place - 1];
    if (next) queue.select(next);
  } else if (is('M')) document.getElementById(mergeButtonId)?.focus();
  else if (is('D')) document.getElementById(distinctButtonId)?.click();
  else if (is('Escape')) document.getElementById(pairListId)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
