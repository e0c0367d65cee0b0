import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RecordReference } from '#shared/contract/follow-up.ts';
import { useFormat } from '../../app/format.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import styles from './follow-up.module.css';
import { recordHref } from '../../app/record-href.ts';

export interface RecordLinkProps {
  reference: RecordReference;
  /** In a cell of a table: two lines of a long text. */
  isBrief?: boolean;
}

/** Leads to a record in its register: number, text and the day of its meeting. */
export function RecordLink({ reference, isBrief = false }: RecordLinkProps): ReactElement {
  const { t } = useTranslation('follow-up');
  const format = useFormat();
  const { kind, id, number, text, meeting } = reference;
  return (
    <span className={styles.record}>
      <Link href={recordHref(kind, id)} className={isBrief ? styles.recordBrief : styles.recordText}>
        {number !== '' && <span className={styles.number}>{number}</span>}{' '}
        <FallbackText value={text} empty={t('noText')} />
      </Link>{' '}
      {meeting && <span className={styles.muted}>{format.shortDate(meeting.date)}</span>}
    </span>
  );
}
