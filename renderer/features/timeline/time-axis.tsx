import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLocales } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { Scale, Tick } from './scale.ts';
import styles from './timeline.module.css';

export interface TimeAxisProps {
  scale: Scale;
  ticks: readonly Tick[];
  /** Stands in the corner above the names. */
  corner: string;
}

/** The line of years or months above the lanes. */
export const TimeAxis = memo(function TimeAxis({ scale, ticks, corner }: TimeAxisProps): ReactElement {
  const language = useUiLanguage();
  const name = tickNames(formatLocales[language], scale.zoom === 'months');
  return (
    <div className={styles.axis} style={{ width: `calc(var(--names) + ${scale.width}px)` }}>
      <div className={styles.corner}>{corner}</div>
      {ticks.map(
        ({ x, atMs }) =>
          atMs !== null && (
            <span key={x} className={styles.tick} style={{ insetInlineStart: `calc(var(--names) + ${x}px)` }}>
              {name(atMs)}
            </span>
          ),
      )}
    </div>
  );
});

export interface GridLinesProps {
  ticks: readonly Tick[];
  /** Where today is, in px from the left edge; null: beyond the scale. */
  todayX: number | null;
}

/** Lines behind all lanes. */
export const GridLines = memo(function GridLines({ ticks, todayX }: GridLinesProps): ReactElement {
  const { t } = useTranslation('timeline');
  return (
    <div className={styles.lines} aria-hidden="true">
      {ticks.map(({ x, atMs }) => (
        <i key={x} className={styles.line} data-major={atMs !== null} style={{ insetInlineStart: x }} />
      ))}
      {todayX !== null && (
        <i className={styles.today} style={{ insetInlineStart: todayX }}>
          <span>{t('today')}</span>
        </i>
      )}
    </div>
  );
});

const formats = new Map<string, Intl.DateTimeFormat>();

function tickNames(locale: string, hasMonths: boolean): (atMs: number) => string {
  const key = `${locale} ${hasMonths ? 'month' : 'year'}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, { year: 'numeric', ...(hasMonths && { month: 'short' }), timeZone: 'UTC' });
  formats.set(key, format);
  return (atMs) => format.format(atMs);
}
