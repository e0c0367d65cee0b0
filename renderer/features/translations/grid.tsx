import { type FocusEvent, type ReactElement, startTransition, useEffect, useRef, useState } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore, useStorePart } from '../../app/store.ts';
import { Button } from '../../ui/button.tsx';
import { useNearness } from '../minutes/index.ts';
import { LineRow } from './cells/line-row.tsx';
import { ColumnHead } from './column-head.tsx';
import { useReview } from './context.ts';
import styles from './grid.module.css';
import type { Review } from './model/review.ts';
import { useColumns } from './use-columns.ts';
import type { GridLayout } from './use-layout.ts';
import { nothingKeys } from './words.ts';

/** So many are drawn with the screen; the others follow when it stands, and give way to what is typed meanwhile. */
const firstDrawn = 40;
/** So many have their fields with the first picture; the others when they come near the screen. */
const firstLines = 10;

/** Texts line by line, languages side by side; below each other where there is no room. */
export function Grid({ layout }: { layout: GridLayout }): ReactElement {
  const { t } = useTranslation('translations');
  const { review } = useReview();
  const lines = useStore(review.shown);
  const columns = useStore(review.columns);
  const hide = useColumns(review).hide;
  const isWanted = useStore(review.isWhole);
  const [isWhole, setWhole] = useState(false);
  useEffect(() => startTransition(() => setWhole(true)), []);
  const drawn = isWhole || isWanted ? lines : lines.slice(0, firstDrawn);
  const list = useRef<HTMLDivElement>(null);
  useNearness(list);
  const hasSourceColumn = useStorePart(review.session.state, () => isSourceHidden(review));

  const leave = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (relatedTarget instanceof Element) {
      // A menu, or a dialog, of the grid's own comes back to it.
      if (currentTarget.contains(relatedTarget) || relatedTarget.closest('[role="menu"], [role="dialog"]')) return;
    } else if (!document.hasFocus()) return;
    review.leave();
  };
  return (
    <div
      ref={list}
      role="table"
      aria-label={t('grid.label')}
      aria-rowcount={lines.length + 1}
      className={styles.grid}
      data-layout={layout}
      data-columns={columns.length + (hasSourceColumn ? 1 : 0)}
      onBlur={leave}
    >
      <div role="row" aria-rowindex={1} className={styles.heads}>
        <div role="columnheader" className={styles.rowHead}>
          {t('grid.row')}
        </div>
        {hasSourceColumn && (
          <div role="columnheader" className={styles.columnHead}>
            <span className={styles.language}>{t('grid.source')}</span>
          </div>
        )}
        {columns.map((language) => (
          <ColumnHead key={language} language={language} onHide={columns.length > 1 ? () => hide(language) : null} />
        ))}
      </div>
      {drawn.map((line, index) => (
        <LineRow
          key={line.key}
          line={line}
          rowIndex={index + 2}
          isLight={index >= firstLines}
          hasSourceColumn={hasSourceColumn}
        />
      ))}
    </div>
  );
}

/** Whether a line on screen has its source in a column that is hidden. */
function isSourceHidden(review: Review): boolean {
  const columns = review.columns.get();
  return (
    columns.length < 3 &&
    review.shown.get().some((line) => {
      const translated = review.textsOf(line);
      return translated !== undefined && !columns.includes(translated.sourceLanguage);
    })
  );
}

/** In place of the grid, where nothing is to be shown. */
export function Nothing(): ReactElement {
  const { t } = useTranslation('translations');
  const { review } = useReview();
  const isEmpty = useStorePart(review.lines, (lines) => lines.length === 0);
  const filter = useStorePart(review.view, (view) => view.filter);
  if (isEmpty) {
    return (
      <p className={styles.nothing}>
        {t('nothing.written')}{' '}
        <Link href={`/meetings/${review.session.meetingId}/minutes`}>{t('nothing.toMinutes')}</Link>
      </p>
    );
  }
  return (
    <div className={styles.nothing}>
      <p>{t(nothingKeys[filter])}</p>
      <Button isForReading onPress={() => review.view.set({ ...review.view.get(), filter: 'all', part: 'all' })}>
        {t('nothing.showAll')}
      </Button>
    </div>
  );
}
