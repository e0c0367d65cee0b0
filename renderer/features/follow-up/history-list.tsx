import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HistoryLine } from '#shared/contract/follow-up.ts';
import { useFormat } from '../../app/format.ts';
import styles from './history-list.module.css';
import { MeetingLink } from './meeting-link.tsx';

export interface HistoryListProps {
  /** The newest first. */
  lines: readonly HistoryLine[];
  /** Says a status, state, stage or standing in words. */
  stateWord: (state: string) => string;
}

const changedKeys = {
  owners: 'history.changed.owners',
  due: 'history.changed.due',
  renewed: 'history.changed.renewed',
  decision: 'history.changed.decision',
  replacement: 'history.changed.replacement',
} as const satisfies Record<HistoryLine['changed'][number], string>;

/** What became of a record: when, who said so, at which meeting. */
export function HistoryList({ lines, stateWord }: HistoryListProps): ReactElement {
  const { t } = useTranslation('follow-up');
  const format = useFormat();
  if (lines.length === 0) return <p className={styles.muted}>{t('history.none')}</p>;
  return (
    <ol className={styles.lines}>
      {lines.map((line) => (
        <li key={line.id} className={styles.line}>
          <time dateTime={line.on} className={styles.day}>
            {format.date(line.on)}
          </time>
          <span className={styles.what}>{what(line)}</span>
          {line.note !== '' && <p className={styles.note}>{line.note}</p>}
          <p className={styles.who}>
            {line.reporter !== '' && (
              <span>
                {line.reporterId === null ? (
                  line.reporter
                ) : (
                  <Link href={`/contacts/${line.reporterId}`}>{line.reporter}</Link>
                )}
              </span>
            )}
            {line.meeting && <MeetingLink meeting={line.meeting} />}
            {line.source === 'changed' && <span>{t('history.unreported')}</span>}
          </p>
        </li>
      ))}
    </ol>
  );

  function what({ state, changed }: HistoryLine): string {
    const words = [...(state === null ? [] : [stateWord(state)]), ...changed.map((part) => t(changedKeys[part]))];
    return words.length === 0 ? t('history.remark') : words.join(' · ');
  }
}
